package io.customer360.identity;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TreeMap;

/// One run of identity resolution on a connection: stage, match, number, survive, trust. Pure in
/// the silver tables, the registry and `asOf`; temporary tables are dropped at the end.
final class Resolution {
  private final SourceReliability reliability;
  private final ClusterBuilder clusters;
  private final GoldenFields goldenFields = new GoldenFields();

  private final ProbableLinks probable;

  Resolution(
      SourceReliability reliability,
      ClusterBuilder.Limits limits,
      MatchThresholds thresholds,
      long seed) {
    this.reliability = reliability;
    this.clusters = new ClusterBuilder(limits);
    this.probable = new ProbableLinks(thresholds, seed);
  }

  void run(Connection connection, Instant asOf, Progress progress) throws SQLException {
    link(connection, asOf, progress.part(0, 0.5));
    progress.stage("Resolve people: choose golden values");
    goldenFields.write(connection, progress.part(0.5, 0.9));
    progress.stage("Resolve people: trust");
    SqlScript.load("trust.sql").run(connection);
    dropStaging(connection);
    progress.fraction(1);
  }

  /// The first half: who is one, in `gold.identity_link`, and which identifiers were refused.
  // Leaves
  /// the staging for [#dropStaging].
  void link(Connection connection, Instant asOf, Progress progress) throws SQLException {
    progress.stage("Resolve people: read identifiers");
    stage(connection, asOf);
    int records = count(connection);
    progress.fraction(0.2);
    progress.stage("Resolve people: match");
    clusters.build(
        connection, records, Constraints.read(connection), probable, progress.part(0.2, 0.9));
    progress.stage("Resolve people: number customers");
    SqlScript.load("registry.sql").run(connection);
  }

  /// The records as matching sees them, in `identity_record`.
  void stage(Connection connection, Instant asOf) throws SQLException {
    stageSettings(connection, asOf);
    stageRules(connection);
    SqlScript.load("keys.sql").run(connection);
  }

  private static void stageRules(Connection connection) throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_rule"
            + " (number integer, id varchar, category varchar)");
    for (MatchRule rule : MatchRule.values()) {
      Rows.update(
          connection,
          "insert into identity_rule values (?, ?, ?)",
          rule.ordinal(),
          rule.id(),
          rule.category().name().toLowerCase(Locale.ROOT));
    }
  }

  private void stageSettings(Connection connection, Instant asOf) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create or replace temp table identity_setting"
              + " (as_of timestamp, other_reliability double)");
      statement.execute(
          "create or replace temp table identity_source (source varchar, reliability double)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into identity_setting values (?, ?)")) {
      insert.setObject(1, LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
      insert.setDouble(2, reliability.other());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into identity_source values (?, ?)")) {
      for (var source : new TreeMap<>(reliability.bySource()).entrySet()) {
        insert.setString(1, source.getKey());
        insert.setDouble(2, source.getValue());
        insert.executeUpdate();
      }
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from identity_record")) {
      row.next();
      return Math.toIntExact(row.getLong(1));
    }
  }

  static void dropStaging(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop view if exists temp.main.identity_value");
      for (String table :
          new String[] {
            "setting",
            "rule",
            "source",
            "record",
            "blocked",
            "found",
            "member",
            "cluster",
            "candidate",
            "value",
            "field"
          }) {
        statement.execute("drop table if exists temp.main.identity_" + table);
      }
    }
  }
}
