package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointTest {
  @Test
  void onlyMarksOutsideTextsNamesAndCommentsStandForValues() {
    assertThat(Point.text("select '?''?', \"?\", ? -- why?\n/* ? */ + ?", 1, 2L))
        .isEqualTo("select '?''?', \"?\", 1 -- why?\n/* ? */ + 2");
    assertThat(Point.text("? -- to the end?", "it's")).isEqualTo("'it''s' -- to the end?");
    assertThatIllegalArgumentException().isThrownBy(() -> Point.text("select ?"));
    assertThatIllegalArgumentException().isThrownBy(() -> Point.text("select 1", "a"));
  }

  @Test
  void aWrittenValueIsTheBoundOne() throws SQLException {
    String sql = "select ?::varchar, ?::timestamp, ?::date, ?::bigint, ?::varchar[]";
    Object[] values = {
      "a'b?; drop table x --\n",
      Instant.parse("1969-12-31T23:59:59.123456Z"),
      LocalDate.of(1904, 2, 29),
      Long.MIN_VALUE + 1,
      List.of("x'y", "?")
    };
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      Object[] bound = values.clone();
      bound[4] = connection.createArrayOf("VARCHAR", List.of("x'y", "?").toArray());
      assertThat(Point.list(connection, sql, PointTest::cells, values))
          .isEqualTo(Rows.list(connection, sql, PointTest::cells, bound));
      assertThat(
              Point.list(connection, "select ? is null", row -> row.getBoolean(1), (Object) null))
          .containsExactly(true);
    }
  }

  @Test
  void aTextWithAZeroCharacterIsBound() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(
              Point.list(
                  connection,
                  "select length(?), len(?)",
                  row -> row.getInt(1) + row.getInt(2),
                  "a\0b",
                  List.of("c\0d", "e")))
          .containsExactly(5);
    }
  }

  private static List<String> cells(java.sql.ResultSet row) throws SQLException {
    return List.of(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
  }
}
