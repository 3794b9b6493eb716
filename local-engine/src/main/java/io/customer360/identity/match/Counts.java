package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import java.util.List;

/// Expected counts by comparison, state of its parent and level.
final class Counts {
  final double[][][] of;

  Counts(List<FieldComparison> fields) {
    of = new double[fields.size()][LinkModel.STATES][];
    for (int i = 0; i < of.length; i++) {
      for (int state = 0; state < LinkModel.STATES; state++) {
        of[i][state] = new double[fields.get(i).levels().size() + 1];
      }
    }
  }

  void add(Counts other) {
    for (int i = 0; i < of.length; i++) {
      for (int state = 0; state < LinkModel.STATES; state++) {
        for (int level = 0; level < of[i][state].length; level++) {
          of[i][state][level] += other.of[i][state][level];
        }
      }
    }
  }

  /// Counts of one comparison over all states, level 0 (missing) left at zero.
  double[] overall(int comparison) {
    double[] sum = new double[of[comparison][0].length];
    for (double[] state : of[comparison]) {
      for (int level = 1; level < sum.length; level++) {
        sum[level] += state[level];
      }
    }
    return sum;
  }

  /// Pairs counted, those with a missing value too.
  double total() {
    double sum = 0;
    for (double[] state : of[0]) {
      for (double count : state) {
        sum += count;
      }
    }
    return sum;
  }

  /// Shares by level with `strength` imagined pairs spread as `expected`; level 0 is zero.
  static double[] shares(double[] counts, double[] expected, double strength) {
    double sum = strength;
    for (int level = 1; level < counts.length; level++) {
      sum += counts[level];
    }
    double[] shares = new double[counts.length];
    for (int level = 1; level < counts.length; level++) {
      shares[level] = (counts[level] + strength * expected[level]) / sum;
    }
    return shares;
  }
}
