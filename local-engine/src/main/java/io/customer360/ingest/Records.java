package io.customer360.ingest;

import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/// Takes a judged landing into `ops`. Runs inside one transaction.
final class Records {
  private Records() {}

  static void insert(Connection connection, Manifest manifest, Judge.Findings findings)
      throws SQLException {
    remove(connection, manifest.landing());
    Landings.insert(connection, manifest, findings.verdict());
    String landing = Sql.literal(manifest.landing());
    String bad = "read_parquet(" + Sql.literal(findings.bad().toString()) + ")";
    Rows.run(
        connection,
        "insert into ops.landing_left_out select "
            + landing
            + ", line, 'duplicate' from read_parquet("
            + Sql.literal(findings.duplicates().toString())
            + ") union all select "
            + landing
            + ", line, 'held back' from "
            + bad);
    Rows.run(
        connection,
        "insert into ops.landing_column select "
            + landing
            + ", field, rows, empty, median, latest from read_parquet("
            + Sql.literal(findings.profile().toString())
            + ")");
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

  static void remove(Connection connection, String landing) throws SQLException {
    for (String table :
        new String[] {
          "ops.landing", "ops.landing_left_out", "ops.landing_column", "ops.quarantine"
        }) {
      Rows.update(connection, "delete from " + table + " where landing = ?", landing);
    }
  }
}
