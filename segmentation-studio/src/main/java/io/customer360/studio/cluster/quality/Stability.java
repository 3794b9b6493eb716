package io.customer360.studio.cluster.quality;

import io.customer360.job.Progress;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Sampling;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Whether clustering other rows of the same kind would find the same clusters (Hennig 2007): the
/// method is run again on drawn rows and compared with the clustering of all, on those rows.
///
/// @param runs how often
/// @param rows drawn each time
/// @param withReplacement bootstrap samples, or subsets without repetition for methods that go by
///     density, which repeated rows would mislead
/// @param adjustedRand mean over the runs
/// @param jaccard of each cluster: its best match's Jaccard index, mean over the runs; above 0.75
///     is stable, below 0.5 dissolved
public record Stability(
    int runs, int rows, boolean withReplacement, double adjustedRand, double[] jaccard) {

  /// Runs the method on other rows.
  @FunctionalInterface
  public interface Refit {
    /// The labels of `rows` rows of columns, below 0 for no cluster.
    int[] labels(double[][] columns, int rows, long seed);
  }

  /// How it was measured, in words.
  public String method() {
    return runs
        + (withReplacement ? " bootstrap samples of " : " subsets of ")
        + rows
        + " rows, clustered again and compared on those rows";
  }

  /// @param labels the clustering to judge, below 0 for rows of no cluster
  /// @param size rows to draw each time
  public static Stability measure(
      double[][] columns,
      int[] labels,
      int k,
      int runs,
      int size,
      boolean withReplacement,
      long seed,
      Refit refit,
      Progress progress) {
    SplittableRandom random = new SplittableRandom(seed);
    double rand = 0;
    double[] jaccard = new double[k];
    int[] seen = new int[k];
    for (int run = 0; run < runs; run++) {
      progress.checkCancelled();
      int[] index =
          withReplacement
              ? random.ints(size, 0, labels.length).sorted().toArray()
              : Sampling.rows(labels.length, size, random);
      int[] again = refit.labels(Matrix.select(columns, index), index.length, random.nextLong());
      int[] before = new int[index.length];
      boolean[] present = new boolean[k];
      for (int i = 0; i < index.length; i++) {
        before[i] = labels[index[i]];
        if (before[i] >= 0) {
          present[before[i]] = true;
        }
      }
      int clusters = Arrays.stream(again).max().orElse(-1) + 1;
      rand += Agreement.adjustedRand(before, again);
      double[] best = Agreement.bestJaccard(before, k, again, clusters);
      for (int q = 0; q < k; q++) {
        // A cluster of which no row was drawn cannot be found again.
        if (present[q]) {
          jaccard[q] += best[q];
          seen[q]++;
        }
      }
    }
    for (int q = 0; q < k; q++) {
      jaccard[q] = seen[q] == 0 ? Double.NaN : jaccard[q] / seen[q];
    }
    return new Stability(runs, size, withReplacement, rand / runs, jaccard);
  }
}
