package io.customer360.ingest;

import io.customer360.ingest.bronze.Landings;
import io.customer360.ingest.contract.Judge;
import io.customer360.ingest.contract.Profiler;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes a judged landing into `ops`. Runs inside one transaction.
final class Records {
  private Records() {}

  /// @param contract print of the contract it was judged by
  static void insert(
      Connection connection, Manifest manifest, Judge.Findings findings, String contract)
      throws SQLException {
    remove(connection, manifest.landing());
    Landings.insert(connection, manifest, findings.verdict());
    Rows.update(
        connection, "insert into ops.landing_contract values (?, ?)", manifest.landing(), contract);
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

  /// Lines of a landing that people gave up, with why.
  static Map<Long, String> discarded(Connection connection, String landing) throws SQLException {
    Map<Long, String> lines = new HashMap<>();
    Rows.list(
        connection,
        "select line, note from ops.quarantine where landing = ? and status = 'DISCARDED'",
        row -> lines.put(row.getLong(1), row.getString(2)),
        landing);
    return lines;
  }

  /// Gives lines up again that were given up before the landing was judged anew.
  static void discard(Connection connection, String landing, Map<Long, String> lines)
      throws SQLException {
    for (Map.Entry<Long, String> line : lines.entrySet()) {
      Rows.update(
          connection,
          "update ops.quarantine set status = 'DISCARDED', note = ? where landing = ? and line = ?",
          line.getValue(),
          landing,
          line.getKey());
    }
  }

  /// Forgets by which contract the later landings of a dataset were judged, so that they are judged
  /// again: rows of theirs were left out because an earlier landing had them.
  static void judgeLaterAgain(Connection connection, String landing) throws SQLException {
    Rows.update(
        connection,
        """
        delete from ops.landing_contract where landing in (
          select later.landing from ops.landing later
          join ops.landing gone on gone.landing = ?
            and gone.dataset = later.dataset and gone.number < later.number)""",
        landing);
  }

  static void remove(Connection connection, String landing) throws SQLException {
    for (String table :
        new String[] {
          "ops.landing",
          "ops.landing_left_out",
          "ops.landing_column",
          "ops.landing_contract",
          "ops.quarantine"
        }) {
      Rows.update(connection, "delete from " + table + " where landing = ?", landing);
    }
  }
}
