package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shortcuts for small reads and writes. Parameters are bound in order; an `Instant` is bound as a
/// UTC timestamp. A statement without parameters is not prepared: the database would plan it twice.
public final class Rows {
  private Rows() {}

  /// Turns the current row into a value.
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    if (parameters.length == 0) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return all(rows, reader);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        return all(rows, reader);
      }
    }
  }

  private static <T> List<T> all(ResultSet rows, RowReader<T> reader) throws SQLException {
    List<T> out = new ArrayList<>();
    while (rows.next()) {
      out.add(reader.read(rows));
    }
    return out;
  }

  /// The first column of the only row as a number; 0 when it is null or there is no row.
  public static long number(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    List<Long> values = list(connection, sql, row -> row.getLong(1), parameters);
    return values.isEmpty() ? 0 : values.getFirst();
  }

  /// Runs a statement that changes rows and tells how many.
  public static long update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    if (parameters.length == 0) {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate(sql);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /// Runs a statement for its effect (DDL and the like).
  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      statement.setObject(i + 1, value instanceof Instant at ? utc(at) : value);
    }
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  /// A UTC timestamp column as an instant.
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
