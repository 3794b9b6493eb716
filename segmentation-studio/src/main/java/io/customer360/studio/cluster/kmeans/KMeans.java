package io.customer360.studio.cluster.kmeans;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Sampling;
import java.util.SplittableRandom;

/// k-means of columns without gaps. The same seed gives the same bits on any number of threads.
public final class KMeans {
  private final Workers workers;
  private final DistanceKernel kernel;

  public KMeans(Workers workers) {
    this(workers, Kernels.best());
  }

  public KMeans(Workers workers, DistanceKernel kernel) {
    this.workers = workers;
    this.kernel = kernel;
  }

  /// Tries starts on a sample of the rows, then refines the best on all rows.
  ///
  /// @param rows at least `options.k()`
  public KMeansResult fit(double[][] columns, int rows, KMeansOptions options, Progress progress) {
    if (options.k() > rows) {
      throw new IllegalArgumentException(options.k() + " clusters of " + rows + " rows");
    }
    SplittableRandom random = new SplittableRandom(options.seed());
    // A cluster needs a few rows in the sample to be found there.
    int sampleRows = Math.max(options.sampleRows(), 20 * options.k());
    int[] index = Sampling.rows(rows, sampleRows, random);
    boolean sampled = index.length < rows;
    double[][] sample = sampled ? Matrix.select(columns, index) : columns;
    double[] origin = means(sample, index.length);
    double enough = options.tolerance() * meanVariance(sample, origin, index.length);
    Lloyd best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int restart = 0; restart < options.restarts(); restart++) {
      progress.fraction((double) restart / options.restarts() / 2);
      double[][] start =
          KMeansStart.choose(sample, index.length, options.k(), random.split(), kernel);
      Lloyd run = new Lloyd(sample, index.length, origin, start, workers, kernel);
      run.run(options.maxIterations(), enough, progress);
      double inertia = run.inertia();
      if (best == null || inertia < least) {
        least = inertia;
        best = run;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("no restarts");
    }
    KMeansResult onSample = best.result(options.restarts(), index.length);
    if (!sampled) {
      return onSample;
    }
    progress.fraction(0.5);
    Lloyd refined = new Lloyd(columns, rows, origin, onSample.centres(), workers, kernel);
    refined.run(options.maxIterations(), enough, progress);
    return refined.result(options.restarts(), index.length);
  }

  /// Lloyd's iterations from given centres.
  ///
  /// @param start `k` points of `d` coordinates
  /// @param tolerance as in [KMeansOptions]
  public KMeansResult lloyd(
      double[][] columns,
      int rows,
      double[][] start,
      int maxIterations,
      double tolerance,
      Progress progress) {
    double[] origin = means(columns, rows);
    double enough = tolerance > 0 ? tolerance * meanVariance(columns, origin, rows) : 0;
    Lloyd run = new Lloyd(columns, rows, origin, start, workers, kernel);
    run.run(maxIterations, enough, progress);
    return run.result(1, rows);
  }

  private static double[] means(double[][] columns, int rows) {
    double[] means = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += columns[j][i];
      }
      means[j] = sum / rows;
    }
    return means;
  }

  private static double meanVariance(double[][] columns, double[] means, int rows) {
    double total = 0;
    for (int j = 0; j < columns.length; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        double away = columns[j][i] - means[j];
        sum += away * away;
      }
      total += sum / rows;
    }
    return total / columns.length;
  }
}
