package io.customer360.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.block.Candidates;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.review.ModelView;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes what probability found: `gold.identity_pair`, a row for each pair joined or to be looked
/// at with the weights of its comparisons, and `gold.identity_model`, the model in one row.
final class PairTables {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final double[] THRESHOLDS = {
    0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999
  };

  private PairTables() {}

  static void write(Connection connection, Optional<ProbableLinks.Outcome> outcome)
      throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_found (a integer, b integer, joined boolean,
          value double, weight double, probability double, reason varchar, bars varchar)
        """);
    if (outcome.isPresent()) {
      append(connection, outcome.get().pairs());
    }
    Rows.run(
        connection,
        """
        create or replace table gold.identity_pair as
        select least(l.source_person_id, r.source_person_id) as left_record,
          greatest(l.source_person_id, r.source_person_id) as right_record,
          case when f.joined then 'joined' else 'review' end as state,
          f.probability, f.weight, f.value, f.reason, f.bars::json as bars
        from identity_found f
        join identity_record l on l.record = f.a
        join identity_record r on r.record = f.b
        order by left_record, right_record
        """);
    Rows.run(connection, "create or replace table gold.identity_model (body json)");
    if (outcome.isPresent()) {
      Rows.update(
          connection,
          "insert into gold.identity_model values (?::json)",
          text(view(outcome.get())));
    }
  }

  private static void append(Connection connection, List<ProbableLinks.Found> pairs)
      throws SQLException {
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_found")) {
      for (ProbableLinks.Found pair : pairs) {
        appender.beginRow();
        appender.append(pair.a()).append(pair.b()).append(pair.joined()).append(pair.value());
        appender.append(pair.weighed().bits()).append(pair.weighed().probability());
        appender.append(pair.weighed().reason()).append(text(pair.weighed().bars()));
        appender.endRow();
      }
    }
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-IDN-023", "A match cannot be written down.", e);
    }
  }

  /// The model for people; what the lake itself can count is added when it is read.
  private static ModelView view(ProbableLinks.Outcome outcome) {
    LinkResult result = outcome.result();
    LinkModel model = result.scorer().model();
    List<ModelView.Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < model.comparisons().size(); i++) {
      LinkModel.ComparisonModel comparison = model.comparisons().get(i);
      var levels = result.scorer().comparator().fields().get(i).levels();
      List<ModelView.Level> shown = new ArrayList<>();
      for (int level = 1; level <= levels.size(); level++) {
        double m = comparison.m()[0][level];
        double u = comparison.u()[0][level];
        shown.add(
            new ModelView.Level(
                levels.get(level - 1).label(), m, u, comparison.weights()[0][level]));
      }
      comparisons.add(new ModelView.Comparison(Labels.of(comparison.name()), shown));
    }
    List<String> warnings = new ArrayList<>(result.warnings());
    if (outcome.bridges() > 0) {
      warnings.add(
          outcome.bridges()
              + " probable pairs were not followed, because the records of both sides do not"
              + " resemble each other on the whole; they wait for review.");
    }
    return new ModelView(
        result.clusters().length,
        result.pairsCompared(),
        model.prior(),
        comparisons,
        thresholds(result.pairs()),
        result.blocking().stream().map(PairTables::blocking).toList(),
        List.of(),
        List.of(),
        List.of(),
        warnings);
  }

  private static ModelView.Blocking blocking(Candidates.RuleCount rule) {
    return new ModelView.Blocking(rule.rule(), rule.estimated(), rule.actual());
  }

  /// Expected precision and recall by the model's own probabilities; pairs below 0.01 are left out
  /// of the sum.
  private static List<ModelView.Threshold> thresholds(ScoredPairs pairs) {
    double whole = 0;
    for (int at = 0; at < pairs.size(); at++) {
      whole += pairs.probability(at);
    }
    List<ModelView.Threshold> thresholds = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      long count = 0;
      double sum = 0;
      while (count < pairs.size() && pairs.probability((int) count) >= threshold) {
        sum += pairs.probability((int) count++);
      }
      thresholds.add(
          new ModelView.Threshold(
              threshold, count, count == 0 ? 1 : sum / count, whole == 0 ? 1 : sum / whole));
    }
    return thresholds;
  }
}
