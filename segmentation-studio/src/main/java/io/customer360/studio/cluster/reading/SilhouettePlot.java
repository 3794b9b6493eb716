package io.customer360.studio.cluster.reading;

import io.customer360.studio.cluster.quality.Silhouette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Silhouettes as they are drawn: cluster by cluster, within a cluster from the highest down. The
/// arrays are shared and only to be read.
///
/// @param mean over all rows, -1 to 1
/// @param exact whether every row was looked at
/// @param rows that were looked at
public record SilhouettePlot(
    List<Strip> strips, double mean, double standardError, boolean exact, int rows) {
  public SilhouettePlot {
    strips = List.copyOf(strips);
  }

  /// One cluster.
  ///
  /// @param values descending, -1 to 1
  /// @param mean of its rows
  /// @param misplaced share of its rows below 0: nearer to another cluster than to their own
  public record Strip(int cluster, double[] values, double mean, double misplaced) {}

  public static SilhouettePlot of(Silhouette silhouette) {
    List<Strip> strips = new ArrayList<>();
    int[] labels = silhouette.labels();
    for (int from = 0; from < labels.length; ) {
      int to = from;
      while (to < labels.length && labels[to] == labels[from]) {
        to++;
      }
      double[] ascending = Arrays.copyOfRange(silhouette.values(), from, to);
      Arrays.sort(ascending);
      double[] values = new double[ascending.length];
      int below = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = ascending[values.length - 1 - i];
        below += values[i] < 0 ? 1 : 0;
      }
      strips.add(
          new Strip(
              labels[from],
              values,
              silhouette.byCluster()[labels[from]],
              (double) below / values.length));
      from = to;
    }
    return new SilhouettePlot(
        strips,
        silhouette.mean(),
        silhouette.standardError(),
        silhouette.exact(),
        silhouette.rows().length);
  }

  /// The value of a cluster's row at a share of its height, 0 the top to 1 the foot.
  public static double at(Strip strip, double share) {
    int last = strip.values().length - 1;
    return strip.values()[(int) Math.min(last, Math.max(0, Math.floor(share * (last + 1))))];
  }
}
