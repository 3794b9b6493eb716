package io.customer360.insight;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Column;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Figures;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One look over the gold tables: the connection, today, how figures are written.
///
/// @param today the day of the data in `zone`
record Look(Connection connection, Figures figures, LocalDate today, ZoneId zone) {
  static final int MOST_ROWS = 200;

  /// Midnight of a local day as a UTC timestamp.
  LocalDateTime start(LocalDate day) {
    return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
  }

  List<List<@Nullable Object>> rows(String sql, @Nullable Object... parameters)
      throws SQLException {
    return Rows.list(
        connection,
        sql,
        row -> {
          List<@Nullable Object> values = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getObject(i));
          }
          return values;
        },
        parameters);
  }

  static double number(List<@Nullable Object> row, int at) {
    return row.get(at) instanceof Number n ? n.doubleValue() : 0;
  }

  static String text(List<@Nullable Object> row, int at) {
    Object value = row.get(at);
    return value == null ? "" : value.toString();
  }

  /// Rows of people: customer id first (not shown), then the titled columns.
  AnswerTable people(List<List<@Nullable Object>> rows, List<String> titles, List<Kind> kinds) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      String unit = kinds.get(i) == Kind.MONEY ? figures.symbol() : "";
      columns.add(new Column(titles.get(i), titles.get(i), unit, kinds.get(i), false));
    }
    List<AnswerTable.Row> out = new ArrayList<>();
    for (List<@Nullable Object> row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      List<String> texts = new ArrayList<>();
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < titles.size(); i++) {
        Object value = row.get(i + 1);
        texts.add(shown(kinds.get(i), value));
        values.add(value == null ? null : value instanceof Number ? value : value.toString());
      }
      out.add(new AnswerTable.Row(values, texts, text(row, 0)));
    }
    return new AnswerTable(columns, out, rows.size(), "");
  }

  private String shown(Kind kind, @Nullable Object value) {
    if (value == null) {
      return "empty";
    }
    if (value instanceof Number n) {
      return switch (kind) {
        case MONEY -> figures.money(n.doubleValue()).replace(figures.symbol(), "");
        case SCORE -> figures.score(n.doubleValue());
        case SHARE -> figures.share(n.doubleValue());
        case NUMBER -> figures.number(n.doubleValue());
        case COUNT -> figures.count(n.doubleValue());
        case TEXT, CUSTOMER, DATE, TIME -> n.toString();
      };
    }
    return value.toString();
  }

  static List<String> ids(List<List<@Nullable Object>> rows) {
    return rows.stream().limit(5_000).map(r -> text(r, 0)).toList();
  }
}
