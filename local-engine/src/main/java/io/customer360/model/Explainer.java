package io.customer360.model;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureReason;
import io.customer360.feature.FeatureRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns a score into reasons: the inputs of one reason are added up, the strongest are named in
/// words, the rest is `other`.
final class Explainer {
  static final int NAMED = 6;
  static final String OTHER = "other";
  static final String OTHER_LABEL = "Everything else";

  private final Scorer scorer;
  private final List<FeatureReason> reasons;
  private final int[] reasonOf;

  Explainer(Scorer scorer, FeatureCatalog catalog) {
    this.scorer = scorer;
    this.reasons = catalog.reasons();
    List<String> names = reasons.stream().map(FeatureReason::name).toList();
    this.reasonOf =
        scorer.preparation().inputs().stream()
            .mapToInt(
                input ->
                    catalog
                        .feature(input.column())
                        .map(feature -> names.indexOf(feature.reason()))
                        .orElse(-1))
            .toArray();
  }

  int reasons() {
    return reasons.size();
  }

  FeatureReason reason(int index) {
    return reasons.get(index);
  }

  /// Contribution of every reason to the score of every row, reason by reason. Over the reasons
  /// they add up to `score - base`.
  double[][] contributions(Scorer.Scores scores) {
    int rows = scores.score().length;
    double[][] sums = new double[reasons.size()][rows];
    for (int j = 0; j < reasonOf.length; j++) {
      double weight = scorer.weights()[j];
      double[] column = scores.prepared()[j];
      double[] sum = sums[reasonOf[j]];
      for (int i = 0; i < rows; i++) {
        sum[i] += weight * column[i];
      }
    }
    for (int i = 0; i < rows; i++) {
      double factor = scorer.perLogOdds(scores.logOdds()[i], scores.score()[i]);
      for (double[] sum : sums) {
        sum[i] *= factor;
      }
    }
    return sums;
  }

  /// The reasons of one row, strongest first.
  int[] strongest(double[][] contributions, int row) {
    int[] order = new int[reasons.size()];
    for (int r = 0; r < order.length; r++) {
      double size = Math.abs(contributions[r][row]);
      int at = r;
      while (at > 0 && Math.abs(contributions[order[at - 1]][row]) < size) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = r;
    }
    return Arrays.copyOf(order, Math.min(NAMED, order.length));
  }

  /// The bars of one row: the named reasons and the rest.
  ///
  /// @param asOf the moment the features are of
  List<Contribution> bars(
      double[][] contributions, int row, double score, FeatureRow features, Instant asOf) {
    int[] named = strongest(contributions, row);
    double[] values = new double[named.length + 1];
    double rest = score - scorer.base();
    for (int k = 0; k < named.length; k++) {
      values[k] = contributions[named[k]][row];
      rest -= values[k];
    }
    values[named.length] = rest;
    double whole = Apportionment.round(score, 2) - Apportionment.round(scorer.base(), 2);
    double[] printed = Apportionment.round(values, whole, 2);
    List<Contribution> bars = new ArrayList<>();
    for (int k = 0; k < named.length; k++) {
      FeatureReason reason = reasons.get(named[k]);
      bars.add(
          new Contribution(
              reason.name(),
              reason.words().of(features, asOf),
              features.get(reason.main()),
              scorer.preparation().average(reason.main()),
              values[k],
              printed[k]));
    }
    bars.add(
        new Contribution(OTHER, OTHER_LABEL, Double.NaN, Double.NaN, rest, printed[named.length]));
    return List.copyOf(bars);
  }

  /// How strongly each reason moves scores: the standard deviation of its log-odds.
  double[] pulls(Scorer.Scores scores) {
    int rows = scores.score().length;
    double[] pulls = new double[reasons.size()];
    for (int r = 0; r < pulls.length; r++) {
      double[] sum = new double[rows];
      for (int j = 0; j < reasonOf.length; j++) {
        if (reasonOf[j] == r) {
          for (int i = 0; i < rows; i++) {
            sum[i] += scorer.weights()[j] * scores.prepared()[j][i];
          }
        }
      }
      double mean = Arrays.stream(sum).average().orElse(0);
      double squares = Arrays.stream(sum).map(v -> (v - mean) * (v - mean)).sum();
      pulls[r] = rows < 2 ? 0 : Math.sqrt(squares / (rows - 1));
    }
    return pulls;
  }
}
