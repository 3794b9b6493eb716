package io.customer360.studio.cluster.kmeans;

/// How k-means is run.
///
/// @param k clusters, at least 1
/// @param restarts starts to try, at least 1
/// @param maxIterations of one run, at least 1
/// @param tolerance stop when the squared shift of all centres together is at most this share of
///     the columns' mean variance; 0 stops only when no row changes its cluster
/// @param sampleRows rows the starts are tried on, at most
public record KMeansOptions(
    int k, int restarts, int maxIterations, double tolerance, int sampleRows, long seed) {
  /// 10 starts on 20,000 rows, up to 300 iterations, tolerance 1e-4: as scikit-learn, but for the
  /// sample.
  public static KMeansOptions of(int k, long seed) {
    return new KMeansOptions(k, 10, 300, 1e-4, 20_000, seed);
  }
}
