package io.customer360.studio.cluster.embedding;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.SplittableRandom;

/// t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) with the
/// Barnes-Hut approximation (van der Maaten 2014): rows that are near in many columns are near on
/// the plane; distances between far groups mean little. Begins at the first two principal
/// components, so that the rough order of groups is kept and a seed decides only ties; learning
/// rate by Belkina and others (2019). Equal data and seed give equal bits on any number of threads.
///
/// Takes about 4 s of processor time for 3,000 rows; time grows with `rows * log(rows)`, the
/// search for neighbours with the square.
public final class Tsne {
  /// Rows beyond which a sample should be taken.
  public static final int MOST_ROWS = 10_000;

  /// Fewer rows have no neighbourhoods to keep.
  public static final int LEAST_ROWS = 8;

  private static final double PERPLEXITY = 30;
  private static final double THETA = 0.5;
  private static final double EXAGGERATION = 12;
  private static final int EARLY = 200;
  private static final int ITERATIONS = 550;

  private final int rows;
  private final Affinities near;
  private final Workers workers;
  private final Progress progress;
  private final double[] x;
  private final double[] y;

  private Tsne(
      int rows, Affinities near, double[][] start, Workers workers, Progress progress, long seed) {
    this.rows = rows;
    this.near = near;
    this.workers = workers;
    this.progress = progress;
    x = new double[rows];
    y = new double[rows];
    double spread = spread(start[0]);
    double scale = spread > 0 ? 1e-4 / spread : 0;
    // A little noise parts rows that are equal, which no force ever would.
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < rows; i++) {
      x[i] = start[0][i] * scale + 1e-7 * random.nextGaussian();
      y[i] = (start.length > 1 ? start[1][i] * scale : 0) + 1e-7 * random.nextGaussian();
    }
  }

  private static double spread(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / values.length;
    return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  }

  /// Places rows on a plane; returns x and y by row.
  ///
  /// @param columns prepared, without gaps
  /// @param start one or two coordinates a row to begin from: principal components
  /// @throws IllegalArgumentException for fewer than [#LEAST_ROWS] or more than [#MOST_ROWS] rows
  public static double[][] place(
      double[][] columns,
      int rows,
      double[][] start,
      long seed,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    if (rows < LEAST_ROWS || rows > MOST_ROWS) {
      throw new IllegalArgumentException(rows + " rows");
    }
    double perplexity = Math.min(PERPLEXITY, (rows - 1) / 3.0);
    Affinities near =
        Affinities.of(columns, rows, perplexity, workers, kernel, progress.part(0, 0.15));
    Tsne run = new Tsne(rows, near, start, workers, progress.part(0.15, 1), seed);
    run.descend();
    return new double[][] {run.x, run.y};
  }

  private void descend() {
    double rate = Math.max(rows / EXAGGERATION / 4, 50);
    double[] speedX = new double[rows];
    double[] speedY = new double[rows];
    double[] gainX = new double[rows];
    double[] gainY = new double[rows];
    java.util.Arrays.fill(gainX, 1);
    java.util.Arrays.fill(gainY, 1);
    double[] slopeX = new double[rows];
    double[] slopeY = new double[rows];
    double[] sums = new double[rows];
    QuadTree tree = new QuadTree();
    for (int turn = 0; turn < ITERATIONS; turn++) {
      progress.checkCancelled();
      boolean early = turn < EARLY;
      slopes(tree, early ? EXAGGERATION : 1, slopeX, slopeY, sums);
      double momentum = early ? 0.5 : 0.8;
      step(x, slopeX, speedX, gainX, momentum, rate);
      step(y, slopeY, speedY, gainY, momentum, rate);
      if ((turn & 15) == 0) {
        progress.fraction((double) turn / ITERATIONS);
      }
    }
  }

  private void slopes(
      QuadTree tree, double exaggeration, double[] slopeX, double[] slopeY, double[] sums) {
    tree.build(x, y);
    double[] pushX = new double[rows];
    double[] pushY = new double[rows];
    int pieces = (rows + 127) / 128;
    workers.forEach(
        pieces,
        piece -> {
          double[] out = new double[3];
          for (int i = piece * 128; i < Math.min(rows, (piece + 1) * 128); i++) {
            tree.push(x[i], y[i], THETA, out);
            pushX[i] = out[0];
            pushY[i] = out[1];
            sums[i] = out[2];
            pull(i, exaggeration, slopeX, slopeY);
          }
        });
    double all = 0;
    for (double sum : sums) {
      all += sum;
    }
    for (int i = 0; i < rows; i++) {
      slopeX[i] = 4 * (slopeX[i] - pushX[i] / all);
      slopeY[i] = 4 * (slopeY[i] - pushY[i] / all);
    }
  }

  private void pull(int i, double exaggeration, double[] slopeX, double[] slopeY) {
    double sumX = 0;
    double sumY = 0;
    for (int p = near.starts()[i]; p < near.starts()[i + 1]; p++) {
      int other = near.others()[p];
      double dx = x[i] - x[other];
      double dy = y[i] - y[other];
      double pulled = exaggeration * near.values()[p] / (1 + dx * dx + dy * dy);
      sumX += pulled * dx;
      sumY += pulled * dy;
    }
    slopeX[i] = sumX;
    slopeY[i] = sumY;
  }

  /// Gradient descent with momentum and a gain for each coordinate (Jacobs 1988), kept centred.
  private static void step(
      double[] at, double[] slope, double[] speed, double[] gain, double momentum, double rate) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      gain[i] = Math.max(0.01, slope[i] * speed[i] < 0 ? gain[i] + 0.2 : gain[i] * 0.8);
      speed[i] = momentum * speed[i] - rate * gain[i] * slope[i];
      at[i] += speed[i];
      sum += at[i];
    }
    double mean = sum / at.length;
    for (int i = 0; i < at.length; i++) {
      at[i] -= mean;
    }
  }
}
