package io.customer360.studio.compare;

/// How likely a difference of two shares, or of two means, is no difference.
final class Contrast {
  /// 0.975 quantile of the standard normal distribution.
  private static final double Z = 1.959963984540054;

  private Contrast() {}

  /// Two-sided p-value of equal proportions: Pearson's chi-squared of the 2 x 2 table with one
  /// degree of freedom, without continuity correction.
  static double pValue(int a, int n, int b, int m) {
    if (n == 0 || m == 0) {
      return 1;
    }
    double pooled = (a + (double) b) / (n + (double) m);
    double variance = pooled * (1 - pooled) * (1.0 / n + 1.0 / m);
    if (variance <= 0) {
      return 1;
    }
    double z = ((double) a / n - (double) b / m) / Math.sqrt(variance);
    return twoSided(Math.abs(z));
  }

  /// Lower and upper end of the 95 % interval of the ratio of two proportions by the method of
  /// Katz: the logarithm of the ratio is normal with variance 1/a - 1/n + 1/b - 1/m. Half a count
  /// is added where one is zero.
  static double[] interval(int a, int n, int b, int m) {
    double x = a == 0 || b == 0 ? a + 0.5 : a;
    double y = a == 0 || b == 0 ? b + 0.5 : b;
    double p = a == 0 || b == 0 ? n + 0.5 : n;
    double q = a == 0 || b == 0 ? m + 0.5 : m;
    double log = Math.log(x / p / (y / q));
    double sd = Math.sqrt(Math.max(0, 1 / x - 1 / p + 1 / y - 1 / q));
    return new double[] {Math.exp(log - Z * sd), Math.exp(log + Z * sd)};
  }

  /// Benjamini and Hochberg (1995): which of the hypotheses are rejected so that on average at most
  /// the share `level` of them is rejected wrongly.
  static boolean[] findings(double[] pValues, double level) {
    int n = pValues.length;
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> pValues[i]));
    int last = -1;
    for (int rank = 0; rank < n; rank++) {
      if (pValues[order[rank]] <= level * (rank + 1) / n) {
        last = rank;
      }
    }
    boolean[] found = new boolean[n];
    for (int rank = 0; rank <= last; rank++) {
      found[order[rank]] = true;
    }
    return found;
  }

  /// P(|Z| > z) by the complementary error function of W. J. Cody's kind as given in Numerical
  /// Recipes (erfcc), relative error below 1.2e-7.
  static double twoSided(double z) {
    double x = z / Math.sqrt(2);
    double t = 1 / (1 + 0.5 * x);
    double poly =
        -1.26551223
            + t
                * (1.00002368
                    + t
                        * (0.37409196
                            + t
                                * (0.09678418
                                    + t
                                        * (-0.18628806
                                            + t
                                                * (0.27886807
                                                    + t
                                                        * (-1.13520398
                                                            + t
                                                                * (1.48851587
                                                                    + t
                                                                        * (-0.82215223
                                                                            + t
                                                                                * 0.17087277))))))));
    return t * Math.exp(-x * x + poly);
  }
}
