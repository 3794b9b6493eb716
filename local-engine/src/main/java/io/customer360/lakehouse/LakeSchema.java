package io.customer360.lakehouse;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Brings the database's schemas, the tables of `ops` and the empty bronze views into being. Run at
/// every opening; each statement may find its work done.
final class LakeSchema implements SchemaContribution {
  @Override
  public String area() {
    return "lakehouse";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.bronze_state (
          dataset varchar not null,
          fingerprint varchar not null
        )""",
        """
        create table if not exists ops.registry_state (
          name varchar not null,
          fingerprint varchar not null
        )""",
        """
        create table if not exists ops.model_state (
          name varchar not null,
          builder varchar not null,
          fingerprint varchar not null,
          rows bigint not null,
          seconds double not null,
          hash varchar not null,
          built_at timestamp not null
        )""",
        """
        create table if not exists ops.model_run (
          started_at timestamp not null,
          builder varchar not null,
          seconds double not null,
          outcome varchar not null,
          detail varchar
        )""",
        """
        create table if not exists ops.lake_state (
          key varchar not null,
          value varchar not null
        )""");
  }

  /// Runs the statements of all areas in one transaction.
  static void apply(Connection connection, List<SchemaContribution> contributions)
      throws SQLException {
    Rows.run(connection, "begin transaction");
    for (Layer layer : Layer.values()) {
      Rows.run(connection, "create schema if not exists " + layer.schema());
    }
    for (SchemaContribution contribution : contributions) {
      for (String statement : contribution.statements()) {
        try {
          Rows.run(connection, statement);
        } catch (SQLException failure) {
          throw new WorkbenchException(
              "C360-LAKE-011",
              Kind.INTERNAL,
              "The tables of area "
                  + contribution.area()
                  + " cannot be prepared: "
                  + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
              failure);
        }
      }
    }
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      boolean landed =
          Rows.number(
                  connection,
                  "select count(*) from ops.bronze_state where dataset = ? and fingerprint <> ?",
                  dataset.name(),
                  BronzeViews.EMPTY)
              > 0;
      if (!landed) {
        BronzeViews.publishEmpty(connection, dataset);
      }
    }
    Rows.run(connection, "commit");
  }
}
