package io.customer360.identity.file;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.ColumnPairs;
import io.customer360.identity.standard.Nicknames;
import io.customer360.ingest.file.OpenedFile;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads CSV (any delimiter and encoding, header in the first line) and Parquet files, every column
/// as text.
public final class RecordFiles {
  private RecordFiles() {}

  /// Of two files, columns that are named differently and hold the same are made one. The larger of
  /// two files is the first source and names the columns, whichever is given first, so that the
  /// order of the files changes nothing that is computed.
  ///
  /// @param files one or two
  /// @param id the id column, two with a comma between where the files name it differently, null to
  ///     number the rows from 1
  /// @throws WorkbenchException when a file cannot be read, has no such id column, or an id is
  ///     missing or stands twice
  public static RecordTable read(List<Path> files, @Nullable String id, Progress progress) {
    List<OpenedFile> opened = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", offline())) {
      Set<String> names = new LinkedHashSet<>();
      List<@Nullable String> ids = new ArrayList<>();
      for (Path file : files) {
        progress.stage("Read " + file.getFileName());
        OpenedFile source = OpenedFile.open(connection, file, progress);
        opened.add(source);
        String own = idOf(source, file, id, files.size(), ids.size());
        ids.add(own);
        source.columns().stream().filter(name -> !name.equals(own)).forEach(names::add);
      }
      List<String> columns = List.copyOf(names);
      RecordTableBuilder builder = new RecordTableBuilder(columns);
      for (int source = 0; source < files.size(); source++) {
        Rows rows = new Rows(files.get(source), source, ids.get(source), columns, builder);
        OpenedFile file = opened.get(source);
        file.read(connection, progress, result -> rows.add(result, file.columns(), progress));
      }
      if (files.size() == 1) {
        return builder.build();
      }
      builder.orderTwoFiles();
      RecordTable records = builder.build();
      return ColumnPairs.join(
          builder.turned() ? ofSecondFirst(records, opened.get(1)) : records, new Nicknames());
    } catch (SQLException e) {
      throw WorkbenchException.resource("C360-IDT-002", "DuckDB could not be started.", e);
    } finally {
      opened.forEach(OpenedFile::close);
    }
  }

  /// The same records with the columns in the order in which the second file has them.
  private static RecordTable ofSecondFirst(RecordTable records, OpenedFile second) {
    List<TextColumn> columns = new ArrayList<>(records.columns());
    List<String> order = second.columns();
    columns.sort(
        Comparator.comparingInt(
            column -> {
              int at = order.indexOf(column.name());
              return at < 0 ? order.size() : at;
            }));
    return records.with(columns, List.of(), Map.of());
  }

  private static @Nullable String idOf(
      OpenedFile source, Path file, @Nullable String id, int files, int at) {
    if (id == null || source.columns().contains(id)) {
      return id;
    }
    List<String> each = List.of(id.split(",", -1));
    String own = each.size() == files ? each.get(at).strip() : id;
    if (source.columns().contains(own)) {
      return own;
    }
    throw WorkbenchException.user(
        "C360-IDT-001",
        file
            + " has no column "
            + own
            + ". Its columns are: "
            + String.join(", ", source.columns())
            + (files == 2 && each.size() == 1
                ? ". Where the files name it differently, give both: --id a,b."
                : ""));
  }

  static Properties offline() {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", "2GB");
    return properties;
  }

  /// Where the rows of one file go.
  private record Rows(
      Path file,
      int source,
      @Nullable String id,
      List<String> columns,
      RecordTableBuilder builder) {
    void add(ResultSet rows, List<String> header, Progress progress) throws SQLException {
      int idAt = id == null ? -1 : header.indexOf(id);
      int[] target = header.stream().mapToInt(columns::indexOf).toArray();
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
          throw withoutId(row);
        }
        builder.add(source, key, values);
      }
    }

    private WorkbenchException withoutId(long row) {
      return WorkbenchException.data(
          "C360-IDT-006",
          file
              + ": row "
              + row
              + " has no value in the id column "
              + id
              + "; fill it, or leave --id out to number the rows.");
    }
  }
}
