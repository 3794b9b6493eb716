package io.customer360.ingest.bronze;

import io.customer360.ingest.mapping.Manifest;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `ops.landing` knows.
public final class Landings {
  private static final String COLUMNS =
      "landing, dataset, source, file, sha256, bytes, received_at, mapping, mapping_revision, rows,"
          + " accepted, quarantined, duplicates";

  private Landings() {}

  public static List<Landing> all(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        "select " + COLUMNS + " from ops.landing order by number desc",
        Landings::landing);
  }

  public static Optional<Landing> find(Connection connection, String id) throws SQLException {
    return Rows.list(
            connection,
            "select " + COLUMNS + " from ops.landing where landing = ?",
            Landings::landing,
            id)
        .stream()
        .findFirst();
  }

  /// A landing and its place in the order.
  public record Numbered(String landing, long number) {}

  /// Landings of the same bytes.
  public static List<Numbered> ofBytes(Connection connection, String sha256, String dataset)
      throws SQLException {
    return Rows.list(
        connection,
        "select landing, number from ops.landing where sha256 = ? and dataset = ? order by number",
        row -> new Numbered(row.getString(1), row.getLong(2)),
        sha256,
        dataset);
  }

  public static long highest(Connection connection) throws SQLException {
    return Rows.number(connection, "select coalesce(max(number), 0) from ops.landing");
  }

  /// Print of the contract each landing was judged by.
  public static Map<String, String> contracts(Connection connection) throws SQLException {
    Map<String, String> contracts = new HashMap<>();
    Rows.list(
        connection,
        "select landing, contract from ops.landing_contract",
        row -> contracts.put(row.getString(1), row.getString(2)));
    return contracts;
  }

  public static void insert(Connection connection, Manifest manifest, Verdict verdict)
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
