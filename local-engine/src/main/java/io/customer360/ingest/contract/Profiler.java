package io.customer360.ingest.contract;

import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers about each column of a landing, from an even sample of its rows: how often it is empty,
/// its median, its latest moment. Quality checks and hints live on them.
public final class Profiler {
  static final long SAMPLE = 200_000;

  private Profiler() {}

  /// What was seen of one column.
  ///
  /// @param rows looked at
  /// @param empty of them
  /// @param median of the sizes of the values, null where they are no numbers
  /// @param latest moment that is not in the future, null where there is none
  public record Column(
      String field, long rows, long empty, @Nullable Double median, @Nullable Instant latest) {}

  /// One pass over the sample.
  static List<Column> read(
      Connection connection,
      TypedSelect select,
      Canonical.Dataset dataset,
      Mapping mapping,
      String sample,
      Instant now)
      throws SQLException {
    List<Canonical.Column> columns =
        dataset.columns().stream()
            .filter(column -> mapping.columns().containsKey(column.name()))
            .toList();
    StringBuilder measures = new StringBuilder("select count(*) as rows");
    for (int i = 0; i < columns.size(); i++) {
      Canonical.Column column = columns.get(i);
      String name = Sql.identifier(column.name());
      measures
          .append(", count(")
          .append(name)
          .append(") as known")
          .append(i)
          .append(", ")
          .append(
              numeric(column.type())
                  ? "median(abs(cast(" + name + " as double)))"
                  : "cast(null as double)")
          .append(" as median")
          .append(i)
          .append(", ")
          .append(moment(column.type()) ? latest(name, now) : "cast(null as timestamp)")
          .append(" as latest")
          .append(i);
    }
    return Rows.list(
            connection,
            measures + " from (" + select.plain(sample) + ")",
            row -> columns(row, columns))
        .getFirst();
  }

  private static List<Column> columns(ResultSet row, List<Canonical.Column> columns)
      throws SQLException {
    long rows = row.getLong("rows");
    List<Column> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      long empty = rows - row.getLong("known" + i);
      double median = row.getDouble("median" + i);
      boolean none = row.wasNull();
      found.add(
          new Column(
              columns.get(i).name(),
              rows,
              empty,
              none ? null : Double.valueOf(median),
              Rows.instant(row, "latest" + i)));
    }
    return List.copyOf(found);
  }

  /// A year typed wrong is no news from the future.
  private static String latest(String name, Instant now) {
    String at = "cast(" + name + " as timestamp)";
    String limit = "cast(" + Sql.literal(Rules.latest(now)) + " as timestamp)";
    return "max(" + at + ") filter (where " + at + " <= " + limit + ")";
  }

  static boolean numeric(String type) {
    return type.equals("INTEGER") || type.equals("BIGINT") || type.startsWith("DECIMAL");
  }

  static boolean moment(String type) {
    return type.equals("DATE") || type.equals("TIMESTAMP");
  }
}
