package io.customer360.ingest;

import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Numbers about each column of a landing, from an even sample of its rows: how often it is empty,
/// its median, its latest moment. Quality checks and hints live on them.
final class Profiler {
  static final long SAMPLE = 200_000;

  private Profiler() {}

  static void write(
      Connection connection,
      TypedSelect select,
      Canonical.Dataset dataset,
      Mapping mapping,
      String sample,
      Instant now,
      Path out)
      throws SQLException {
    List<String> selects = new ArrayList<>();
    for (Canonical.Column column : dataset.columns()) {
      if (mapping.columns().containsKey(column.name())) {
        String name = Sql.identifier(column.name());
        selects.add(
            "select "
                + Sql.literal(column.name())
                + " as field, count(*) as rows, count(*) - count("
                + name
                + ") as empty, "
                + (numeric(column.type())
                    ? "median(abs(cast(" + name + " as double)))"
                    : "cast(null as double)")
                + " as median, "
                + (moment(column.type()) ? latest(name, now) : "cast(null as timestamp)")
                + " as latest from profiled");
      }
    }
    Rows.run(connection, "create or replace temp table profiled as " + select.plain(sample));
    Rows.run(
        connection,
        "copy ("
            + String.join(" union all ", selects)
            + ") to "
            + Sql.literal(out.toString())
            + " (format parquet)");
    Rows.run(connection, "drop table profiled");
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
