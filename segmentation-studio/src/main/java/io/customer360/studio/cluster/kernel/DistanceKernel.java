package io.customer360.studio.cluster.kernel;

/// Distances over columns of numbers. Stateless and safe for any number of threads. `columns` are
/// `d` arrays; a call works on rows `from` to `from + length`, and writes to places 0 to `length`
/// of its output arrays.
public interface DistanceKernel {
  /// What does the work, for reports: `vector 512 bit` or `scalar`.
  String name();

  /// The nearest centre of each row, the lower index when two are equally near.
  ///
  /// @param nearest index of the nearest centre
  /// @param scratch room for `length` numbers
  void nearest(
      double[][] columns,
      int from,
      int length,
      CentreTable centres,
      int[] nearest,
      double[] scratch);

  /// Squared Euclidean distances of rows to a point of `d` coordinates.
  void squared(double[][] columns, int from, int length, double[] point, double[] out);
}
