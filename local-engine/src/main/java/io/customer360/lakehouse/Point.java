package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads of a few rows, with their values written into the statement. A statement with bound
/// values is planned twice, without the values and with them, and for the rows of one customer
/// planning is most of the work; nor can every plan with bound values leave out what it need not
/// read. For statements over whole tables, and for all that write, there is [Rows].
public final class Point {
  private Point() {}

  /// The rows of a statement in which each `?` stands for the next value: a text, a whole number, a
  /// day, an `Instant` (as a UTC timestamp), a collection of texts (as a list) or null.
  public static <T> List<T> list(
      Connection connection, String sql, Rows.RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    if (!Arrays.stream(values).allMatch(Point::writable)) {
      return Rows.list(connection, sql, reader, bindable(connection, values));
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text(sql, values))) {
      List<T> out = new ArrayList<>();
      while (rows.next()) {
        out.add(reader.read(rows));
      }
      return out;
    }
  }

  /// Whether a value can be written: of the kinds above only a text with a zero character cannot.
  public static boolean writable(@Nullable Object value) {
    return switch (value) {
      case String text -> text.indexOf('\0') < 0;
      case Collection<?> texts -> texts.stream().allMatch(Point::writable);
      case null, default -> true;
    };
  }

  private static @Nullable Object[] bindable(Connection connection, @Nullable Object[] values)
      throws SQLException {
    @Nullable Object[] bindable = values.clone();
    for (int i = 0; i < bindable.length; i++) {
      if (bindable[i] instanceof Collection<?> texts) {
        bindable[i] = connection.createArrayOf("VARCHAR", texts.toArray());
      }
    }
    return bindable;
  }

  /// The statement with its values. A question mark in a text, a quoted name or a comment is not
  /// one that stands for a value.
  static String text(String sql, @Nullable Object... values) {
    StringBuilder out = new StringBuilder(sql.length() + 32 * values.length);
    int next = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      int end = i;
      if (c == '\'' || c == '"') {
        end = sql.indexOf(c, i + 1);
      } else if (sql.startsWith("--", i)) {
        end = sql.indexOf('\n', i);
      } else if (sql.startsWith("/*", i)) {
        end = sql.indexOf("*/", i) + 1;
      } else if (c == '?') {
        if (next == values.length) {
          throw new IllegalArgumentException("more question marks than values");
        }
        out.append(literal(values[next++]));
        continue;
      }
      if (end < i) {
        end = sql.length() - 1;
      }
      out.append(sql, i, end + 1);
      i = end;
    }
    if (next < values.length) {
      throw new IllegalArgumentException("more values than question marks");
    }
    return out.toString();
  }

  /// A value as SQL text.
  public static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> Sql.literal(text);
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case LocalDate day -> "(date '1970-01-01' + " + day.toEpochDay() + ")";
      case Instant at -> "make_timestamp(" + ChronoUnit.MICROS.between(Instant.EPOCH, at) + ")";
      case Collection<?> texts ->
          texts.stream().map(Point::literal).collect(Collectors.joining(", ", "[", "]::varchar[]"));
      default ->
          throw new IllegalArgumentException("cannot be written into SQL: " + value.getClass());
    };
  }
}
