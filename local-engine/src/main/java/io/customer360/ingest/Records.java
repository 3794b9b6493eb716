package io.customer360.ingest;

import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Takes a judged landing into `ops`. Runs inside one transaction.
final class Records {
  private Records() {}

  static void insert(Connection connection, Manifest manifest, Judge.Findings findings)
      throws SQLException {
    remove(connection, manifest.landing());
    Landings.insert(connection, manifest, findings.verdict());
    String landing = Sql.literal(manifest.landing());
    columns(connection, manifest.landing(), findings.profile());
    if (findings.verdict().duplicates() > 0) {
      Rows.run(
          connection,
          "insert into ops.landing_left_out select "
              + landing
              + ", line, 'duplicate' from read_parquet("
              + Sql.literal(findings.duplicates().toString())
              + ")");
    }
    if (findings.verdict().quarantined() > 0) {
      quarantine(connection, manifest, landing, findings.bad());
    }
  }

  private static void quarantine(
      Connection connection, Manifest manifest, String landing, Path found) throws SQLException {
    String bad = "read_parquet(" + Sql.literal(found.toString()) + ")";
    Rows.run(
        connection,
        "insert into ops.landing_left_out select " + landing + ", line, 'held back' from " + bad);
    long highest =
        Rows.number(connection, "select coalesce(max(quarantine_id), 0) from ops.quarantine");
    Rows.run(
        connection,
        "insert into ops.quarantine select "
            + highest
            + " + n, "
            + Sql.literal(manifest.dataset())
            + ", "
            + Sql.literal(manifest.source())
            + ", "
            + landing
            + ", "
            + Sql.literal(manifest.file())
            + ", line, field, rule, value, hint, cast(raw as varchar), 'OPEN', '' from "
            + bad);
  }

  private static void columns(Connection connection, String landing, List<Profiler.Column> profile)
      throws SQLException {
    if (profile.isEmpty()) {
      return;
    }
    Rows.update(
        connection,
        """
        insert into ops.landing_column
        select ?, unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)::timestamp""",
        landing,
        connection.createArrayOf("VARCHAR", profile.stream().map(Profiler.Column::field).toArray()),
        connection.createArrayOf("BIGINT", profile.stream().map(Profiler.Column::rows).toArray()),
        connection.createArrayOf("BIGINT", profile.stream().map(Profiler.Column::empty).toArray()),
        connection.createArrayOf("DOUBLE", profile.stream().map(Profiler.Column::median).toArray()),
        connection.createArrayOf(
            "VARCHAR",
            profile.stream()
                .map(column -> column.latest() == null ? null : utc(column.latest()))
                .toArray()));
  }

  private static String utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ');
  }

  static void remove(Connection connection, String landing) throws SQLException {
    for (String table :
        new String[] {
          "ops.landing", "ops.landing_left_out", "ops.landing_column", "ops.quarantine"
        }) {
      Rows.update(connection, "delete from " + table + " where landing = ?", landing);
    }
  }
}
