package io.customer360.model;

import io.customer360.feature.FeatureMatrix;
import io.customer360.feature.FeatureReason;
import io.customer360.feature.FeatureRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes the scores and reasons of one model, a block of customers at a time. In a large lake only
/// the reasons of scores above the average customer's are written, those somebody acts on; any
/// other is explained on demand.
final class ScoreWriter {
  private final ModelKind kind;
  private final ModelRegistry.Registered model;
  private final Explainer explainer;
  private final Instant moment;
  private final LocalDateTime asOf;
  private final boolean everyReason;

  ScoreWriter(
      ModelKind kind,
      ModelRegistry.Registered model,
      Explainer explainer,
      Instant asOf,
      boolean everyReason) {
    this.everyReason = everyReason;
    this.kind = kind;
    this.model = model;
    this.explainer = explainer;
    this.moment = asOf;
    this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
  }

  void write(Connection connection, FeatureMatrix everybody) throws SQLException {
    FeatureMatrix matrix = kind.asked(everybody);
    Scorer.Scores scores = model.scorer().score(matrix);
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = duck.createAppender("gold", "score")) {
      for (int i = 0; i < matrix.rows(); i++) {
        appender.beginRow();
        appender.append(matrix.ids()[i]);
        appender.append(kind.id());
        appender.append(scores.score()[i]);
        appender.append(scores.low()[i]);
        appender.append(scores.high()[i]);
        appender.append(scores.confidence()[i]);
        appender.append(model.card().version());
        appender.append(asOf);
        appender.endRow();
      }
    }
    writeReasons(duck, matrix, scores);
  }

  private void writeReasons(DuckDBConnection duck, FeatureMatrix matrix, Scorer.Scores scores)
      throws SQLException {
    double[][] contributions = explainer.contributions(scores);
    double base = model.scorer().base();
    try (DuckDBAppender appender = duck.createAppender("gold", "score_reason")) {
      for (int i = 0; i < matrix.rows(); i++) {
        if (!everyReason && scores.score()[i] <= base) {
          continue;
        }
        FeatureRow row = matrix.row(i);
        int[] named = explainer.strongest(contributions, i);
        double rest = scores.score()[i] - base;
        for (int k = 0; k < named.length; k++) {
          FeatureReason reason = explainer.reason(named[k]);
          double contribution = contributions[named[k]][i];
          rest -= contribution;
          append(
              appender,
              matrix.ids()[i],
              k + 1,
              reason.name(),
              reason.words().of(row, moment),
              row.get(reason.main()),
              contribution);
        }
        append(
            appender,
            matrix.ids()[i],
            named.length + 1,
            Explainer.OTHER,
            Explainer.OTHER_LABEL,
            Double.NaN,
            rest);
      }
    }
  }

  private void append(
      DuckDBAppender appender,
      String customer,
      int position,
      String feature,
      String label,
      double value,
      double contribution)
      throws SQLException {
    appender.beginRow();
    appender.append(customer);
    appender.append(kind.id());
    appender.append(position);
    appender.append(feature);
    appender.append(label);
    if (Double.isNaN(value)) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
    appender.append(contribution);
    appender.endRow();
  }
}
