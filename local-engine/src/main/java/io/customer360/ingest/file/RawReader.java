package io.customer360.ingest.file;

import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The SQL that reads a staged file as it is: every column text, in the order of the file.
public final class RawReader {
  /// Longest record, line ends included.
  private static final long LONGEST = 64L << 20;

  private RawReader() {}

  /// Delimited text with known columns.
  static String csv(Path text, FileOptions options, List<String> columns) {
    return "read_csv("
        + Sql.literal(text.toString())
        + ", auto_detect = false, strict_mode = true, delim = "
        + Sql.literal(options.delimiter())
        + ", quote = "
        + Sql.literal(options.quote())
        + ", escape = "
        + Sql.literal(options.quote())
        + ", header = "
        + options.header()
        + ", max_line_size = "
        + LONGEST
        + ", columns = "
        + types(columns)
        + ")";
  }

  /// One text column a line: JSON documents are kept whole.
  static String lines(Path text) {
    return "read_csv("
        + Sql.literal(text.toString())
        + ", auto_detect = false, delim = '', quote = '', escape = '', header = false, "
        + "max_line_size = "
        + LONGEST
        + ", columns = "
        + types(List.of(TypedSelect.JSON))
        + ")";
  }

  /// Parquet, every column as text.
  ///
  /// @param called names of the columns in the relation, as many as the file has
  public static String parquet(Connection connection, Path file, List<String> called)
      throws SQLException {
    List<String> parts = new ArrayList<>();
    List<String> names = parquetColumns(connection, file);
    for (int i = 0; i < names.size(); i++) {
      parts.add(
          "cast("
              + Sql.identifier(names.get(i))
              + " as varchar) as "
              + Sql.identifier(called.get(i)));
    }
    return "(select "
        + String.join(", ", parts)
        + " from read_parquet("
        + Sql.literal(file.toString())
        + "))";
  }

  public static List<String> parquetColumns(Connection connection, Path file) throws SQLException {
    return Rows.list(
        connection,
        "describe select * from read_parquet(" + Sql.literal(file.toString()) + ")",
        row -> row.getString(1));
  }

  private static String types(List<String> columns) {
    List<String> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(Sql.literal(column) + ": 'VARCHAR'"));
    return "{" + String.join(", ", parts) + "}";
  }

  /// All columns as arguments of a function.
  public static String arguments(List<String> columns) {
    return String.join(", ", columns.stream().map(Sql::identifier).toList());
  }

  public static boolean wrongEncoding(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("not utf-8 encoded") || message.contains("invalid unicode");
  }

  public static boolean interrupted(SQLException failure) {
    return String.valueOf(failure.getMessage()).toUpperCase(Locale.ROOT).contains("INTERRUPT");
  }
}
