package io.customer360.ingest;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What `ops.landing` knows.
final class Landings {
  private static final String COLUMNS =
      "landing, dataset, source, file, sha256, bytes, received_at, mapping, mapping_revision, rows,"
          + " accepted, quarantined, duplicates";

  private Landings() {}

  static List<Landing> all(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        "select " + COLUMNS + " from ops.landing order by number desc",
        Landings::landing);
  }

  static Optional<Landing> find(Connection connection, String id) throws SQLException {
    return Rows.list(
            connection,
            "select " + COLUMNS + " from ops.landing where landing = ?",
            Landings::landing,
            id)
        .stream()
        .findFirst();
  }

  static void insert(Connection connection, Manifest manifest, Verdict verdict)
      throws SQLException {
    Rows.update(
        connection,
        "insert into ops.landing values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        manifest.landing(),
        manifest.number(),
        manifest.dataset(),
        manifest.source(),
        manifest.file(),
        manifest.sha256(),
        manifest.bytes(),
        Instant.parse(manifest.receivedAt()),
        manifest.mapping(),
        manifest.mappingRevision(),
        manifest.received(),
        verdict.accepted(),
        verdict.quarantined(),
        verdict.duplicates());
  }

  private static Landing landing(ResultSet row) throws SQLException {
    Instant received = Rows.instant(row, "received_at");
    return new Landing(
        row.getString("landing"),
        row.getString("dataset"),
        row.getString("source"),
        row.getString("file"),
        row.getString("sha256"),
        row.getLong("bytes"),
        received == null ? Instant.EPOCH : received,
        row.getString("mapping"),
        row.getInt("mapping_revision"),
        row.getLong("rows"),
        row.getLong("accepted"),
        row.getLong("quarantined"),
        row.getLong("duplicates"));
  }
}
