package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Fellegi-Sunter model: how often pairs of one person and pairs of two people stand at each
/// level of each comparison. A comparison may depend on one other, its *parent* (a town on its
/// postcode): then it has figures for each state of the parent and evidence is not counted twice.
/// Weights are in bits, `log2(m / u)`. Where the columns show persons, strangers and one person are
/// not all there is: people of one home share surname and address and are two. They are a third
/// class, *kin*, alike in what a home shares and strangers in the rest; its odds against strangers
/// are taken off a pair's weight. Immutable.
public final class LinkModel {
  /// States of a parent: none or missing, same, in between, different.
  static final int STATES = 4;

  static final int FREE = 0;
  static final int PARENT_SAME = 1;
  static final int PARENT_NEAR = 2;
  static final int PARENT_DIFFERENT = 3;

  private final List<ComparisonModel> comparisons;
  private final double prior;
  private final double kin;
  private final double priorBits;
  private final double[][][] weights;

  /// By comparison, state and level `log2(k / u)`; null where a home shares nothing.
  private final double[] @Nullable [][] kinWeights;
  private final int[] parents;
  private final int[] different;
  private final boolean hasKin;
  private final double kinBits;

  /// One comparison's part.
  ///
  /// @param parent the place of the comparison it depends on, or -1
  /// @param different the number of the level "different"
  /// @param m by parent's state and level number (0, missing, is unused): share among pairs of one
  ///     person
  /// @param k by level number, share among pairs of one home; null where a home shares nothing
  /// @param u the same among pairs of two people
  /// @param weights `log2(m / u)`, made not to rise as agreement falls; 0 for a missing value
  @SuppressWarnings("ArrayRecordComponent") // read only, never compared
  public record ComparisonModel(
      String name,
      List<String> labels,
      int parent,
      int different,
      double[][] m,
      double @Nullable [] k,
      double[][] u,
      double[][] weights) {
    private static final double ROUNDING = 1e-9;

    /// Whether a level was taken together with a neighbour: its weight is that of their shares
    /// together, no longer `log2` of its own m by its own u.
    public boolean isPooled(int level) {
      double own = log2(m[FREE][level] / u[FREE][level]);
      return Math.abs(own - weights[FREE][level]) > ROUNDING;
    }
  }

  /// @param kin chance that two random records are two people of one home; 0 for no such class
  LinkModel(List<ComparisonModel> comparisons, double prior, double kin) {
    this.comparisons = List.copyOf(comparisons);
    this.prior = prior;
    double strangers = Math.max(1e-9, 1 - prior - kin);
    this.priorBits = log2(prior / strangers);
    this.hasKin = kin > 0;
    this.kin = kin;
    this.kinBits = hasKin ? log2(kin / strangers) : Double.NEGATIVE_INFINITY;
    int n = comparisons.size();
    weights = new double[n][][];
    kinWeights = new double[n][][];
    parents = new int[n];
    different = new int[n];
    for (int i = 0; i < n; i++) {
      weights[i] = comparisons.get(i).weights();
      kinWeights[i] = kinWeights(comparisons.get(i));
      parents[i] = comparisons.get(i).parent();
      different[i] = comparisons.get(i).different();
    }
  }

  private static double @Nullable [][] kinWeights(ComparisonModel c) {
    double[] k = c.k();
    if (k == null) {
      return null;
    }
    double[][] table = new double[STATES][k.length];
    for (int state = 0; state < STATES; state++) {
      for (int level = 1; level < k.length; level++) {
        table[state][level] = log2(k[level] / c.u()[state][level]);
      }
    }
    return table;
  }

  public List<ComparisonModel> comparisons() {
    return comparisons;
  }

  /// Chance that two records taken at random are one person.
  public double prior() {
    return prior;
  }

  /// Chance that two records taken at random are two people of one home; 0 where that is no
  /// question.
  public double kin() {
    return kin;
  }

  /// The prior as a weight: its odds against strangers, `log2(prior / strangers)`.
  public double priorBits() {
    return priorBits;
  }

  /// The state a comparison is in, given the whole pattern.
  int state(long pattern, int comparison) {
    int parent = parents[comparison];
    return parent < 0 ? FREE : stateAt(RecordComparator.level(pattern, parent), different[parent]);
  }

  /// The state of a parent at a level; that of none for a negative parent.
  int stateOf(int parent, int parentLevel) {
    return parent < 0 ? FREE : stateAt(parentLevel, different[parent]);
  }

  private static int stateAt(int parentLevel, int different) {
    return parentLevel == 0
        ? FREE
        : parentLevel == 1
            ? PARENT_SAME
            : parentLevel == different ? PARENT_DIFFERENT : PARENT_NEAR;
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

  boolean hasKin() {
    return hasKin;
  }

  boolean sharedByKin(int comparison) {
    return kinWeights[comparison] != null;
  }

  double kinBits() {
    return kinBits;
  }

  /// `log2(k / u)` of a level; 0 where a home shares nothing or a value is missing.
  double kinWeight(int comparison, int state, int level) {
    double[][] table = kinWeights[comparison];
    return table == null ? 0 : table[state][level];
  }

  /// The odds of kin against strangers in bits, without the rarity of values.
  double kinWeight(long pattern) {
    double sum = kinBits;
    for (int i = 0; i < kinWeights.length; i++) {
      double[][] table = kinWeights[i];
      if (table != null) {
        sum += table[state(pattern, i)][RecordComparator.level(pattern, i)];
      }
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

  static final double LN2 = Math.log(2);

  static double log2(double value) {
    return Math.log(value) / LN2;
  }
}
