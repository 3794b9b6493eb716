package io.customer360.identity.weigh;

import io.customer360.identity.block.Candidates;
import io.customer360.identity.cluster.Labels;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.review.Teaching;
import io.customer360.identity.rules.MatchThresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// The model for people; what the lake itself can count is added when it is read.
final class ModelViews {
  private static final double[] THRESHOLDS = {
    0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999
  };

  private ModelViews() {}

  static ModelView of(
      PairScorer scorer,
      ScoredPairs pairs,
      List<Candidates.RuleCount> brought,
      Matcher.Lesson lesson,
      int records,
      MatchThresholds inForce,
      @Nullable Teaching teaching) {
    LinkModel model = scorer.model();
    List<ModelView.Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < model.comparisons().size(); i++) {
      LinkModel.ComparisonModel comparison = model.comparisons().get(i);
      var levels = scorer.comparator().fields().get(i).levels();
      List<ModelView.Level> levelsShown = new ArrayList<>();
      for (int level = 1; level <= levels.size(); level++) {
        levelsShown.add(
            new ModelView.Level(
                levels.get(level - 1).label(),
                comparison.m()[0][level],
                comparison.u()[0][level],
                scorer.calibration().taught(i, comparison.weights()[0][level])));
      }
      comparisons.add(new ModelView.Comparison(Labels.of(comparison.name()), levelsShown));
    }
    List<Candidates.RuleCount> blocking = lesson.candidates().counts();
    List<ModelView.Blocking> shown = new ArrayList<>();
    for (int i = 0; i < blocking.size(); i++) {
      shown.add(
          new ModelView.Blocking(
              blocking.get(i).rule(), blocking.get(i).estimated(), brought.get(i).actual()));
    }
    List<String> warnings = new ArrayList<>(lesson.warnings());
    for (Candidates.RuleCount rule : blocking) {
      if (rule.skippedBlocks() > 0) {
        warnings.add(
            "Blocking rule %s: %d values shared by %d records were too frequent to compare all."
                .formatted(rule.rule(), rule.skippedBlocks(), rule.skippedRows()));
      }
    }
    return new ModelView(
        records,
        brought.stream().mapToLong(Candidates.RuleCount::actual).sum(),
        model.prior(),
        comparisons,
        thresholds(pairs, inForce),
        shown,
        warnings,
        teaching,
        IdentityHealth.NONE);
  }

  /// Expected precision and recall by the model's own probabilities; pairs below 0.01 are left out
  /// of the sum.
  private static List<ModelView.Threshold> thresholds(ScoredPairs pairs, MatchThresholds inForce) {
    double whole = 0;
    for (int at = 0; at < pairs.size(); at++) {
      whole += pairs.probability(at);
    }
    List<ModelView.Threshold> thresholds = new ArrayList<>();
    double[] asked =
        DoubleStream.concat(
                DoubleStream.of(THRESHOLDS),
                DoubleStream.of(inForce.reviewFrom(), inForce.mergeFrom()))
            .sorted()
            .distinct()
            .toArray();
    for (double threshold : asked) {
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
