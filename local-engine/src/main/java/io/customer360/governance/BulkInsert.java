package io.customer360.governance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes many rows of one `ops` table inside the caller's transaction, in the table's column
/// order.
public final class BulkInsert {
  private BulkInsert() {}

  public static void into(Connection write, String table, List<@Nullable Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (DuckDBAppender appender =
        write.unwrap(DuckDBConnection.class).createAppender("ops", table)) {
      for (@Nullable Object[] row : rows) {
        appender.beginRow();
        for (Object value : row) {
          append(appender, value);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String text -> appender.append(text);
      case Long number -> appender.append(number.longValue());
      case Integer number -> appender.append(number.intValue());
      case Double number -> appender.append(number.doubleValue());
      case Boolean flag -> appender.append(flag.booleanValue());
      case BigDecimal amount ->
          appender.append(amount.setScale(2, java.math.RoundingMode.HALF_EVEN));
      case Instant at -> appender.append(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      default -> throw new IllegalArgumentException("No column takes " + value.getClass());
    }
  }
}
