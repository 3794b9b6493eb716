package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import java.util.List;

/// A Fellegi-Sunter model: how often pairs of one person and pairs of two people stand at each
/// level of each comparison. A comparison may depend on one other, its *parent* (a town on its
/// postcode): then it has figures for each state of the parent and evidence is not counted twice.
/// Weights are in bits, `log2(m / u)`. Immutable.
public final class LinkModel {
  /// States of a parent: none or missing, same, in between, different.
  static final int STATES = 4;

  static final int FREE = 0;
  static final int PARENT_SAME = 1;
  static final int PARENT_NEAR = 2;
  static final int PARENT_DIFFERENT = 3;

  private final List<ComparisonModel> comparisons;
  private final double prior;
  private final double priorBits;
  private final double[][][] weights;
  private final int[] parents;
  private final int[] different;

  /// One comparison's part.
  ///
  /// @param parent the place of the comparison it depends on, or -1
  /// @param different the number of the level "different"
  /// @param m by parent's state and level number (0, missing, is unused): share among pairs of one
  ///     person
  /// @param u the same among pairs of two people
  /// @param weights `log2(m / u)`, made not to rise as agreement falls; 0 for a missing value
  @SuppressWarnings("ArrayRecordComponent") // read only, never compared
  public record ComparisonModel(
      String name,
      List<String> labels,
      int parent,
      int different,
      double[][] m,
      double[][] u,
      double[][] weights) {}

  LinkModel(List<ComparisonModel> comparisons, double prior) {
    this.comparisons = List.copyOf(comparisons);
    this.prior = prior;
    this.priorBits = log2(prior / (1 - prior));
    int n = comparisons.size();
    weights = new double[n][][];
    parents = new int[n];
    different = new int[n];
    for (int i = 0; i < n; i++) {
      weights[i] = comparisons.get(i).weights();
      parents[i] = comparisons.get(i).parent();
      different[i] = comparisons.get(i).different();
    }
  }

  public List<ComparisonModel> comparisons() {
    return comparisons;
  }

  /// Chance that two records taken at random are one person.
  public double prior() {
    return prior;
  }

  /// The prior as a weight: `log2(prior / (1 - prior))`.
  public double priorBits() {
    return priorBits;
  }

  /// The state a comparison is in, given the whole pattern.
  int state(long pattern, int comparison) {
    int parent = parents[comparison];
    return parent < 0
        ? FREE
        : stateOf(RecordComparator.level(pattern, parent), different[parent]);
  }

  static int stateOf(int parentLevel, int different) {
    return parentLevel == 0
        ? FREE
        : parentLevel == 1 ? PARENT_SAME : parentLevel == different ? PARENT_DIFFERENT : PARENT_NEAR;
  }

  double weight(long pattern, int comparison) {
    return weights[comparison][state(pattern, comparison)][
        RecordComparator.level(pattern, comparison)];
  }

  /// Prior and weights of all comparisons, without the rarity of values.
  double weight(long pattern) {
    double sum = priorBits;
    for (int i = 0; i < weights.length; i++) {
      sum += weight(pattern, i);
    }
    return sum;
  }

  /// The probability that a total weight stands for.
  public static double probability(double bits) {
    return 1 / (1 + Math.exp(-bits * LN2));
  }

  /// The total weight of a probability.
  public static double bits(double probability) {
    return log2(probability / (1 - probability));
  }

  private static final double LN2 = Math.log(2);

  static double log2(double value) {
    return Math.log(value) / LN2;
  }
}
