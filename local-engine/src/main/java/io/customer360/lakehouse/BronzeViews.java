package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;

/// The door between landing and the pipeline. Whoever lands rows of a dataset publishes here, in
/// the same transaction, what the dataset now is; the next refresh sees that it changed.
public final class BronzeViews {
  /// The fingerprint of a dataset without rows.
  public static final String EMPTY = "empty";

  private BronzeViews() {}

  /// Makes `bronze.<dataset>` the given select. It must give the dataset's canonical columns, by
  /// name and type, then `_source VARCHAR, _landing VARCHAR, _file VARCHAR, _line BIGINT`. Files
  /// are named relative to the workspace (`read_parquet('bronze/person/*.parquet')`), so that a
  /// folder can be copied or moved.
  ///
  /// @param fingerprint changes whenever the rows do: over landings, mapping and mended rows
  public static void publish(
      Connection connection, Canonical.Dataset dataset, String select, String fingerprint)
      throws SQLException {
    Rows.run(
        connection,
        "create or replace view bronze." + Sql.identifier(dataset.name()) + " as " + select);
    Rows.update(connection, "delete from ops.bronze_state where dataset = ?", dataset.name());
    Rows.update(
        connection,
        "insert into ops.bronze_state (dataset, fingerprint) values (?, ?)",
        dataset.name(),
        fingerprint);
  }

  /// The fingerprint a dataset was published with last; [#EMPTY] when it never was.
  public static String published(Connection connection, Canonical.Dataset dataset)
      throws SQLException {
    return Rows.list(
            connection,
            "select fingerprint from ops.bronze_state where dataset = ?",
            row -> row.getString(1),
            dataset.name())
        .stream()
        .findFirst()
        .orElse(EMPTY);
  }

  /// Makes `bronze.<dataset>` empty again.
  public static void publishEmpty(Connection connection, Canonical.Dataset dataset)
      throws SQLException {
    publish(connection, dataset, emptySelect(dataset), EMPTY);
  }

  static String emptySelect(Canonical.Dataset dataset) {
    StringBuilder columns = new StringBuilder();
    for (Canonical.Column column : dataset.columns()) {
      columns
          .append("cast(null as ")
          .append(column.type())
          .append(") as ")
          .append(Sql.identifier(column.name()))
          .append(", ");
    }
    return "select "
        + columns
        + "cast(null as varchar) as _source, cast(null as varchar) as _landing, "
        + "cast(null as varchar) as _file, cast(null as bigint) as _line where false";
  }
}
