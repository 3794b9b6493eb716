package io.customer360.identity.match;

/// Makes weights fall with agreement: neighbours out of order are pooled, m with m and u with u,
/// until each level's ratio is at most that of the level above (pool adjacent violators).
final class Monotone {
  private Monotone() {}

  /// Weights `log2(m / u)` of levels 1 to the last; those after `ordered` stand on their own.
  static double[] weights(double[] m, double[] u, int ordered) {
    double[] poolM = new double[ordered + 1];
    double[] poolU = new double[ordered + 1];
    int[] size = new int[ordered + 1];
    int pools = 0;
    for (int level = 1; level <= ordered; level++) {
      poolM[pools] = m[level];
      poolU[pools] = u[level];
      size[pools] = 1;
      pools++;
      while (pools > 1
          && poolM[pools - 1] * poolU[pools - 2] > poolM[pools - 2] * poolU[pools - 1]) {
        poolM[pools - 2] += poolM[pools - 1];
        poolU[pools - 2] += poolU[pools - 1];
        size[pools - 2] += size[pools - 1];
        pools--;
      }
    }
    double[] weights = new double[m.length];
    int level = 1;
    for (int pool = 0; pool < pools; pool++) {
      for (int k = 0; k < size[pool]; k++) {
        weights[level++] = LinkModel.log2(poolM[pool] / poolU[pool]);
      }
    }
    for (; level < m.length; level++) {
      weights[level] = LinkModel.log2(m[level] / u[level]);
    }
    return weights;
  }
}
