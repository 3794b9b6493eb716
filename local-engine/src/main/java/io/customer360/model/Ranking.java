package io.customer360.model;

import java.util.Arrays;

/// How well scores put positives above negatives: the area under the ROC curve with ties counted
/// half, and its standard error by DeLong's method, both in O(n log n) over midranks (Sun and Xu,
/// 2014).
public record Ranking(double auc, double standardError) {
  private static final double Z95 = 1.959963984540054;

  /// With no positive or no negative the area is not defined: `NaN`.
  public static Ranking of(double[] scores, boolean[] labels) {
    int n = scores.length;
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    int negatives = n - positives;
    if (positives == 0 || negatives == 0) {
      return new Ranking(Double.NaN, Double.NaN);
    }
    double[] above = new double[positives];
    double[] below = new double[negatives];
    int p = 0;
    int q = 0;
    for (int i = 0; i < n; i++) {
      if (labels[i]) {
        above[p++] = scores[i];
      } else {
        below[q++] = scores[i];
      }
    }
    Arrays.sort(above);
    Arrays.sort(below);
    double[] shareBelow = sharesBelow(above, below);
    double[] shareAbove = sharesBelow(below, above);
    double auc = Arrays.stream(shareBelow).average().orElse(Double.NaN);
    double variance =
        variance(shareBelow, auc) / positives + variance(shareAbove, 1 - auc) / negatives;
    return new Ranking(auc, Math.sqrt(variance));
  }

  /// Lower end of the 95 % interval.
  public double low() {
    return Math.max(0, auc - Z95 * standardError);
  }

  /// Upper end of the 95 % interval.
  public double high() {
    return Math.min(1, auc + Z95 * standardError);
  }

  /// For each value of the first sorted array the share of the second that is smaller, ties half.
  private static double[] sharesBelow(double[] values, double[] others) {
    double[] shares = new double[values.length];
    int smaller = 0;
    int notGreater = 0;
    for (int i = 0; i < values.length; i++) {
      while (smaller < others.length && others[smaller] < values[i]) {
        smaller++;
      }
      notGreater = Math.max(notGreater, smaller);
      while (notGreater < others.length && others[notGreater] <= values[i]) {
        notGreater++;
      }
      shares[i] = (smaller + notGreater) / (2.0 * others.length);
    }
    return shares;
  }

  private static double variance(double[] values, double mean) {
    if (values.length < 2) {
      return 0;
    }
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }
}
