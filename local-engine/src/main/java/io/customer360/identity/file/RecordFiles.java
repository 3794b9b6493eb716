package io.customer360.identity.file;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads CSV (any delimiter, header in the first line) and Parquet files, every column as text.
public final class RecordFiles {
  private RecordFiles() {}

  /// @param files one or two
  /// @param id the id column, null to number the rows from 1
  /// @throws WorkbenchException when a file cannot be read, has no such id column, or an id is
  ///     missing or stands twice
  public static RecordTable read(List<Path> files, @Nullable String id, Progress progress) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", offline())) {
      List<List<String>> headers = new ArrayList<>();
      Set<String> names = new LinkedHashSet<>();
      for (Path file : files) {
        List<String> header = header(connection, file);
        if (id != null && !header.contains(id)) {
          throw WorkbenchException.user(
              "C360-IDT-001",
              file + " has no column " + id + ". Its columns are: " + String.join(", ", header));
        }
        headers.add(header);
        names.addAll(header);
      }
      if (id != null) {
        names.remove(id);
      }
      List<String> columns = List.copyOf(names);
      RecordTableBuilder builder = new RecordTableBuilder(columns);
      for (int source = 0; source < files.size(); source++) {
        progress.stage("Read " + files.get(source).getFileName());
        read(
            connection,
            files.get(source),
            source,
            id,
            headers.get(source),
            columns,
            builder,
            progress);
      }
      return builder.build();
    } catch (SQLException e) {
      throw WorkbenchException.resource("C360-IDT-002", "DuckDB could not be started.", e);
    }
  }

  static Properties offline() {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", "2GB");
    return properties;
  }

  static String source(Path file) {
    if (!Files.isRegularFile(file)) {
      throw WorkbenchException.user("C360-IDT-004", "There is no file " + file + ".");
    }
    if (isEmpty(file)) {
      throw WorkbenchException.data(
          "C360-IDT-016", file + " is empty; a file of records has a header and rows.");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String literal = Sql.literal(file.toString());
    return name.endsWith(".parquet")
        ? "read_parquet(" + literal + ")"
        : "read_csv(" + literal + ", all_varchar = true, header = true)";
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-IDT-004", file + " cannot be read.", e);
    }
  }

  static List<String> header(Connection connection, Path file) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("from " + source(file) + " limit 0")) {
      ResultSetMetaData meta = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int c = 1; c <= meta.getColumnCount(); c++) {
        names.add(meta.getColumnName(c).strip());
      }
      return names;
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  static WorkbenchException unreadable(Path file, SQLException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    String first = message.lines().findFirst().orElse("");
    return new WorkbenchException(
        "C360-IDT-004", io.customer360.fault.Kind.DATA, file + " cannot be read: " + first, e);
  }

  private static void read(
      Connection connection,
      Path file,
      int source,
      @Nullable String id,
      List<String> header,
      List<String> columns,
      RecordTableBuilder builder,
      Progress progress) {
    int idAt = id == null ? -1 : header.indexOf(id);
    int[] target = new int[header.size()];
    for (int c = 0; c < target.length; c++) {
      target[c] = columns.indexOf(header.get(c));
    }
    String sql = "select columns(*)::varchar from " + source(file);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      long row = 0;
      while (rows.next()) {
        row++;
        if ((row & 0xFFFF) == 0) {
          progress.checkCancelled();
        }
        @Nullable String[] values = new @Nullable String[columns.size()];
        String key = Long.toString(row);
        for (int c = 0; c < target.length; c++) {
          String value = rows.getString(c + 1);
          if (c == idAt) {
            key = value == null ? "" : value.strip();
          } else if (target[c] >= 0) {
            values[target[c]] = value;
          }
        }
        if (key.isEmpty()) {
          throw WorkbenchException.data(
              "C360-IDT-006",
              file
                  + ": row "
                  + row
                  + " has no value in the id column "
                  + id
                  + "; fill it, or leave --id out to number the rows.");
        }
        builder.add(source, key, values);
      }
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }
}
