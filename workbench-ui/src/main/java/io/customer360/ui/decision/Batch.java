package io.customer360.ui.decision;

import io.customer360.decision.ProposalSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// Proposals that are to be approved together, and which of them a person should look at first: the
/// ones unlike the rest, and a random sample of those that look alike.
///
/// @param approvable in the order of the queue
/// @param refused what this person may not approve, with the reason
/// @param outliers with why each stands out, most at stake first
/// @param sample of the approvable ones that are no outliers, drawn with the seed
record Batch(
    List<ProposalSummary> approvable,
    Map<ProposalSummary, String> refused,
    Map<ProposalSummary, List<Oddity>> outliers,
    List<ProposalSummary> sample) {

  /// Why a proposal is unlike the others.
  enum Oddity {
    /// Value at risk above the upper fence.
    DEAR,
    /// Confidence below the lower fence, or low as such.
    UNSURE,
    /// The action was introduced lately.
    NEW,
    /// Its action is rare in this batch: at most one in twenty.
    RARE
  }

  /// As [io.customer360.decision.arbitration.Confidence] and the badge have it: below is low.
  private static final double LOW_CONFIDENCE = 0.60;

  /// Fences need a few values to mean anything.
  private static final int FENCE_LEAST = 8;

  /// Outliers by Tukey's fences (Exploratory Data Analysis, 1977): more than 1.5 times the
  /// interquartile range beyond the quartiles.
  ///
  /// @param obstacles decision id to why this person may not approve it
  /// @param size how many the sample holds at most
  static Batch of(
      List<ProposalSummary> chosen, Map<String, String> obstacles, int size, long seed) {
    List<ProposalSummary> approvable = new ArrayList<>();
    Map<ProposalSummary, String> refused = new LinkedHashMap<>();
    for (ProposalSummary row : chosen) {
      String why = obstacles.getOrDefault(row.decisionId(), "");
      if (why.isEmpty()) {
        approvable.add(row);
      } else {
        refused.put(row, why);
      }
    }
    double dear = fence(approvable, row -> row.valueAtRisk().doubleValue(), true);
    double unsure = fence(approvable, ProposalSummary::confidence, false);
    Map<String, Integer> actions = new LinkedHashMap<>();
    approvable.forEach(row -> actions.merge(row.actionId(), 1, Integer::sum));
    Map<ProposalSummary, List<Oddity>> odd = new LinkedHashMap<>();
    approvable.stream()
        .sorted(Comparator.comparing(ProposalSummary::valueAtRisk).reversed())
        .forEach(
            row -> {
              List<Oddity> why = new ArrayList<>();
              if (row.valueAtRisk().doubleValue() > dear) {
                why.add(Oddity.DEAR);
              }
              if (row.confidence() < Math.max(unsure, LOW_CONFIDENCE)) {
                why.add(Oddity.UNSURE);
              }
              if (row.novel()) {
                why.add(Oddity.NEW);
              }
              int like = actions.getOrDefault(row.actionId(), 0);
              if (approvable.size() >= 20 && like * 20 <= approvable.size()) {
                why.add(Oddity.RARE);
              }
              if (!why.isEmpty()) {
                odd.put(row, List.copyOf(why));
              }
            });
    List<ProposalSummary> rest =
        new ArrayList<>(approvable.stream().filter(row -> !odd.containsKey(row)).toList());
    Collections.shuffle(rest, new Random(seed));
    return new Batch(
        List.copyOf(approvable),
        refused,
        odd,
        List.copyOf(rest.subList(0, Math.min(size, rest.size()))));
  }

  BigDecimal valueAtRisk() {
    return approvable.stream()
        .map(ProposalSummary::valueAtRisk)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Customers reached: a grouped proposal reaches many.
  long customers() {
    return approvable.stream().mapToLong(ProposalSummary::members).sum();
  }

  private static double fence(
      List<ProposalSummary> rows, ToDoubleFunction<ProposalSummary> value, boolean upper) {
    double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
    if (sorted.length < FENCE_LEAST) {
      return upper ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    double low = quartile(sorted, 0.25);
    double high = quartile(sorted, 0.75);
    return upper ? high + 1.5 * (high - low) : low - 1.5 * (high - low);
  }

  /// Linear between the two nearest values.
  private static double quartile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  static long seed(List<ProposalSummary> rows) {
    return Arrays.hashCode(rows.stream().map(ProposalSummary::decisionId).toArray());
  }
}
