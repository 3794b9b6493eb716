package io.customer360.model;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureMatrix;
import io.customer360.feature.FeatureSql;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// What the models in use would have said on days gone by, from what was known on each of them:
/// `gold.score_history`. Worked out anew with each scoring, so that a change of the model never
/// looks like a change of the customer, and a full rebuild gives the same rows.
///
/// The days lie 14 apart and go back twelve weeks. A large lake gets fewer: the features of a past
/// day cost as much as those of today.
final class ScoreHistory {
  private static final Duration STEP = Duration.ofDays(14);
  private static final int DAYS = 6;
  private static final long ALL_DAYS_UP_TO = 50_000;
  private static final long SOME_DAYS_UP_TO = 200_000;
  private static final int BLOCK = 65_536;

  private final FeatureCatalog catalog;
  private final Map<ModelKind, ModelRegistry.Registered> models;
  private final FeatureSql features = FeatureSql.load();

  ScoreHistory(FeatureCatalog catalog, Map<ModelKind, ModelRegistry.Registered> models) {
    this.catalog = catalog;
    this.models = models;
  }

  /// Replaces the table; empty without models or with too short a past.
  void write(Connection connection, Instant asOf, long customers, Progress progress)
      throws SQLException {
    Rows.run(
        connection,
        "create or replace table gold.score_history (customer_id varchar, model varchar,"
            + " as_of timestamp, score double, version varchar)");
    if (models.isEmpty()) {
      return;
    }
    List<Instant> firsts =
        Rows.list(
            connection,
            "select min(ordered_at) as first_at from gold.orders having min(ordered_at) is not"
                + " null",
            row -> Objects.requireNonNull(Rows.instant(row, "first_at")));
    if (firsts.isEmpty()) {
      return;
    }
    Instant earliest = firsts.getFirst().plus(SnapshotPlan.LEAST_HISTORY);
    for (Instant day : days(asOf, customers)) {
      if (!day.isBefore(earliest)) {
        progress.checkCancelled();
        write(connection, day);
      }
    }
  }

  /// The past days of a lake of this many customers, the oldest first.
  static List<Instant> days(Instant asOf, long customers) {
    int every = customers <= ALL_DAYS_UP_TO ? 1 : 2;
    int most = customers <= SOME_DAYS_UP_TO ? DAYS : 2;
    return IntStream.rangeClosed(1, most)
        .filter(step -> step % every == 0)
        .mapToObj(step -> asOf.minus(STEP.multipliedBy(step)))
        .sorted()
        .toList();
  }

  private void write(Connection connection, Instant day) throws SQLException {
    Rows.run(
        connection,
        // numbered by hand: rows of an open transaction have no row ids to count by
        "create or replace temp table past_feature as select row_number() over () - 1 as place,"
            + " customer_id, "
            + String.join(", ", catalog.columns())
            + " from ("
            + features.on(day)
            + ")");
    try {
      long rows = count(connection);
      for (long from = 0; from < rows; from += BLOCK) {
        FeatureMatrix block =
            FeatureMatrix.read(
                connection,
                "select customer_id, "
                    + String.join(", ", catalog.columns())
                    + " from temp.past_feature where place >= "
                    + from
                    + " and place < "
                    + (from + BLOCK)
                    + " order by place",
                catalog.columns());
        for (Map.Entry<ModelKind, ModelRegistry.Registered> model : models.entrySet()) {
          append(connection, day, model.getKey(), model.getValue(), block);
        }
      }
    } finally {
      Rows.run(connection, "drop table temp.past_feature");
    }
  }

  private static void append(
      Connection connection,
      Instant day,
      ModelKind kind,
      ModelRegistry.Registered model,
      FeatureMatrix everybody)
      throws SQLException {
    FeatureMatrix matrix = kind.asked(everybody);
    double[] scores = model.scorer().probabilities(matrix);
    LocalDateTime moment = LocalDateTime.ofInstant(day, ZoneOffset.UTC);
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = duck.createAppender("gold", "score_history")) {
      for (int i = 0; i < matrix.rows(); i++) {
        appender.beginRow();
        appender.append(matrix.ids()[i]);
        appender.append(kind.id());
        appender.append(moment);
        appender.append(scores[i]);
        appender.append(model.card().version());
        appender.endRow();
      }
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from temp.past_feature")) {
      result.next();
      return result.getLong(1);
    }
  }
}
