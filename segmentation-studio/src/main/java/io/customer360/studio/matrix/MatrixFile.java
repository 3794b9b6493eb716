package io.customer360.studio.matrix;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A CSV (also compressed) or Parquet file as a matrix.
public final class MatrixFile {
  static final String GAPS = "['', 'NA', 'N/A', 'n/a', 'null', 'NULL', 'None', '?']";
  private static final Pattern LINE = Pattern.compile("on Line: (\\d+)");
  private static final Pattern CELL =
      Pattern.compile("converting column \"(.*?)\"\\. Could not convert string \"(.*?)\" to");

  private MatrixFile() {}

  /// Reads the named columns, or every numeric column that is no id. See the other method.
  public static LoadedMatrix read(
      Path file, List<String> columns, @Nullable String id, Progress progress) {
    return read(file, columns, id, null, progress);
  }

  /// Reads the named columns, or every numeric column that is no id.
  ///
  /// @param columns the features, empty for all that can be
  /// @param id the column that names the rows, or null to look for one
  /// @param without a column to leave out since it is what clusters are compared with, or null
  /// @throws WorkbenchException when the file is absent, empty, unreadable or holds no numbers;
  ///     `C360-CLU-001` to `C360-CLU-009`
  public static LoadedMatrix read(
      Path file,
      List<String> columns,
      @Nullable String id,
      @Nullable String without,
      Progress progress) {
    String source = String.valueOf(file.getFileName());
    refuseUnreadable(file, source);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set autoinstall_known_extensions = false");
      statement.execute("set autoload_known_extensions = false");
      AutoCloseable cancel = progress.onCancel(() -> cancel(statement));
      try {
        return read(statement, file, source, columns, id, without, progress);
      } finally {
        close(cancel);
        progress.checkCancelled();
      }
    } catch (SQLException e) {
      throw failure(e, source);
    }
  }

  private static LoadedMatrix read(
      Statement statement,
      Path file,
      String source,
      List<String> columns,
      @Nullable String id,
      @Nullable String without,
      Progress progress)
      throws SQLException {
    List<ColumnChoice.Described> table = new ArrayList<>();
    String plain = scan(file, "");
    try (ResultSet described = statement.executeQuery("describe select * from " + plain)) {
      while (described.next()) {
        String name = described.getString(1);
        if (!name.equals(without) || columns.contains(name)) {
          table.add(new ColumnChoice.Described(name, described.getString(2)));
        }
      }
    }
    if (table.stream().noneMatch(ColumnChoice.Described::numeric)) {
      refuseEmpty(statement, source, plain);
    }
    ColumnChoice choice =
        ColumnChoice.of(
            source, table, columns, id, column -> textExample(statement, plain, column));
    List<String> types = new ArrayList<>();
    List<String> select = new ArrayList<>();
    for (String feature : choice.features()) {
      String name = Sql.identifier(feature);
      if (table.contains(new ColumnChoice.Described(feature, "BOOLEAN"))) {
        // A cast would be done by the reader, which knows no true as a number.
        select.add(
            "case when " + name + " then 1::double when not " + name + " then 0::double end");
      } else {
        // Said outright, a whole number in the first lines may become 1.5 further down.
        types.add(Sql.literal(feature) + ": 'DOUBLE'");
        select.add("cast(" + name + " as double)");
      }
    }
    String wholeId = choice.id();
    if (wholeId != null) {
      select.add("cast(" + Sql.identifier(wholeId) + " as varchar)");
    }
    String scan = scan(file, types.isEmpty() ? "" : ", types = {" + String.join(", ", types) + "}");
    ColumnCollector collector = new ColumnCollector(source, choice);
    // Not streamed: a streamed result loses the words of an error.
    try (ResultSet result =
        statement.executeQuery("select " + String.join(", ", select) + " from " + scan)) {
      collector.readAll(result, progress);
    }
    return collector.finish();
  }

  /// One column as text.
  static RowNames names(Path file, String column, Progress progress) {
    String source = String.valueOf(file.getFileName());
    refuseUnreadable(file, source);
    RowNames.Builder names = new RowNames.Builder(column);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      boolean there = false;
      try (ResultSet described =
          statement.executeQuery("describe select * from " + scan(file, ""))) {
        while (described.next()) {
          there |= described.getString(1).equals(column);
        }
      }
      if (!there) {
        throw WorkbenchException.user(
            "C360-CLU-003", source + " has no column " + column + " to compare clusters with.");
      }
      try (ResultSet result =
          statement.executeQuery(
              "select cast(" + Sql.identifier(column) + " as varchar) from " + scan(file, ""))) {
        while (result.next()) {
          String name = result.getString(1);
          names.add(name == null ? "" : name);
        }
      }
    } catch (SQLException e) {
      throw failure(e, source);
    }
    progress.checkCancelled();
    return names.build();
  }

  private static String scan(Path file, String more) {
    String path = Sql.literal(file.toString());
    return isParquet(file)
        ? "read_parquet(" + path + ")"
        : "read_csv(" + path + ", nullstr = " + GAPS + more + ")";
  }

  private static boolean isParquet(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  private static void refuseUnreadable(Path file, String source) {
    if (!Files.exists(file)) {
      throw WorkbenchException.user("C360-CLU-001", "There is no file " + file + ".");
    }
    if (!Files.isRegularFile(file)) {
      throw WorkbenchException.user(
          "C360-CLU-001", file + " is a folder; name a CSV or Parquet file.");
    }
    try {
      if (Files.size(file) == 0) {
        throw WorkbenchException.data(
            "C360-CLU-002", source + " is empty; a file to cluster has a header and rows.");
      }
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-CLU-001", "Cannot read " + file + ".", e);
    }
  }

  private static void refuseEmpty(Statement statement, String source, String scan)
      throws SQLException {
    try (ResultSet any = statement.executeQuery("select 1 from " + scan + " limit 1")) {
      if (!any.next()) {
        throw WorkbenchException.data(
            "C360-CLU-002", source + " has a header but no rows; there is nothing to cluster.");
      }
    }
  }

  private static String textExample(Statement statement, String scan, String column) {
    String name = Sql.identifier(column);
    String sql =
        "select line, cell from (select row_number() over () + 1 as line, "
            + name
            + "::varchar as cell from "
            + scan
            + ") where cell is not null and try_cast(cell as double) is null limit 1";
    try (ResultSet found = statement.executeQuery(sql)) {
      return found.next() ? " (line " + found.getLong(1) + ": " + found.getString(2) + ")" : "";
    } catch (SQLException noExample) {
      return "";
    }
  }

  private static WorkbenchException failure(SQLException e, String source) {
    String said = String.valueOf(e.getMessage());
    Matcher line = LINE.matcher(said);
    Matcher cell = CELL.matcher(said);
    if (line.find() && cell.find()) {
      return new WorkbenchException(
          "C360-CLU-008",
          Kind.DATA,
          source
              + " line "
              + line.group(1)
              + ", column "
              + cell.group(1)
              + ": \""
              + cell.group(2)
              + "\" is not a number; mend it or leave the column out of --columns.",
          e);
    }
    String first = said.lines().findFirst().orElse("").replaceAll("\\s+", " ");
    return new WorkbenchException(
        "C360-CLU-008", Kind.DATA, source + " cannot be read: " + first, e);
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException alreadyDone) {
      // The statement ended by itself; the caller sees the cancellation next.
    }
  }

  private static void close(AutoCloseable handle) {
    try {
      handle.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
