package io.customer360.studio.cluster.mixture;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.kmeans.KMeans;
import io.customer360.studio.cluster.kmeans.KMeansOptions;
import io.customer360.studio.cluster.kmeans.KMeansResult;
import java.util.Arrays;

/// A mixture of normal distributions, fitted by expectation and maximisation (Dempster, Laird and
/// Rubin 1977) from the clusters of k-means. Blocks of rows are merged in their order, so any
/// number of threads gives the same bits.
public final class Mixture {
  private final double[][] columns;
  private final int rows;
  private final int d;
  private final MixtureOptions options;
  private final Workers workers;
  private final double ridge;
  private final int[] labels;
  private final double[] membership;
  private double[] weights = new double[0];
  private double[][] means;
  private double[][][] covariances = new double[0][][];

  private Mixture(
      double[][] columns, int rows, MixtureOptions options, KMeansResult start, Workers workers) {
    this.columns = columns;
    this.rows = rows;
    this.options = options;
    this.workers = workers;
    d = columns.length;
    labels = start.labels().clone();
    membership = new double[rows];
    means = start.centres();
    ridge = options.ridge() * meanVariance();
  }

  /// @param rows at least `options.k()`
  public static MixtureResult fit(
      double[][] columns,
      int rows,
      MixtureOptions options,
      int restarts,
      Workers workers,
      Progress progress) {
    KMeansOptions usual = KMeansOptions.of(options.k(), options.seed());
    KMeansResult start =
        new KMeans(workers)
            .fit(
                columns,
                rows,
                new KMeansOptions(
                    options.k(),
                    restarts,
                    usual.maxIterations(),
                    usual.tolerance(),
                    usual.sampleRows(),
                    options.seed()),
                progress.part(0, 0.2));
    return new Mixture(columns, rows, options, start, workers).run(progress.part(0.2, 1));
  }

  private MixtureResult run(Progress progress) {
    maximise(step(null));
    double before = Double.NEGATIVE_INFINITY;
    double likelihood = before;
    boolean converged = false;
    int iteration = 0;
    while (iteration < options.maxIterations() && !converged) {
      progress.checkCancelled();
      progress.fraction((double) iteration / options.maxIterations());
      iteration++;
      Expected expected = step(components());
      likelihood = expected.logLikelihood / rows;
      converged = Math.abs(likelihood - before) < options.tolerance();
      before = likelihood;
      if (!converged) {
        maximise(expected);
      }
    }
    if (!converged) {
      likelihood = step(components()).logLikelihood / rows;
    }
    int k = options.k();
    double free = k * (double) d + k * (options.full() ? d * (d + 1) / 2.0 : d) + k - 1;
    double bic = -2 * likelihood * rows + free * Math.log(rows);
    return new MixtureResult(
        weights, means, covariances, labels, membership, likelihood, bic, iteration, converged);
  }

  private Gaussian[] components() {
    Gaussian[] components = new Gaussian[options.k()];
    for (int q = 0; q < components.length; q++) {
      components[q] = new Gaussian(weights[q], means[q], covariances[q], options.full());
    }
    return components;
  }

  private static final class Expected {
    private final Moments[] moments;
    private final double logLikelihood;

    Expected(Moments[] moments, double logLikelihood) {
      this.moments = moments;
      this.logLikelihood = logLikelihood;
    }
  }

  /// Expectation, and the sums maximisation needs, block by block: no table of rows by components
  /// is kept.
  ///
  /// @param components null to take the labels as they are
  private Expected step(Gaussian @org.jspecify.annotations.Nullable [] components) {
    int k = options.k();
    int blocks = Workers.blocks(rows);
    Moments[][] parts = new Moments[blocks][];
    double[] likelihood = new double[blocks];
    workers.forBlocks(
        rows,
        (block, from, length) -> {
          double[][] shares = new double[k][length];
          double[][] room = new double[d + 1][length];
          if (components == null) {
            for (int i = 0; i < length; i++) {
              shares[labels[from + i]][i] = 1;
            }
          } else {
            for (int q = 0; q < k; q++) {
              components[q].logDensity(columns, from, length, shares[q], room[0]);
            }
            likelihood[block] = share(shares, from, length);
          }
          Moments[] own = new Moments[k];
          for (int q = 0; q < k; q++) {
            own[q] = new Moments(d, options.full());
            own[q].add(columns, from, length, shares[q], means[q], room);
          }
          parts[block] = own;
        });
    Moments[] total = parts[0];
    double sum = likelihood[0];
    for (int block = 1; block < blocks; block++) {
      for (int q = 0; q < k; q++) {
        total[q].merge(parts[block][q]);
      }
      sum += likelihood[block];
    }
    return new Expected(total, sum);
  }

  /// Turns log densities into shares of each row that sum to 1, notes the likeliest component, and
  /// answers the log-likelihood of the block.
  private double share(double[][] shares, int from, int length) {
    int k = shares.length;
    double likelihood = 0;
    for (int i = 0; i < length; i++) {
      int best = 0;
      for (int q = 1; q < k; q++) {
        best = shares[q][i] > shares[best][i] ? q : best;
      }
      double greatest = shares[best][i];
      double sum = 0;
      for (int q = 0; q < k; q++) {
        double share = Math.exp(shares[q][i] - greatest);
        shares[q][i] = share;
        sum += share;
      }
      for (int q = 0; q < k; q++) {
        shares[q][i] /= sum;
      }
      likelihood += greatest + Math.log(sum);
      labels[from + i] = best;
      membership[from + i] = 1 / sum;
    }
    return likelihood;
  }

  private void maximise(Expected expected) {
    int k = options.k();
    double[] nextWeights = new double[k];
    double[][] nextMeans = new double[k][];
    double[][][] nextCovariances = new double[k][][];
    double total = 0;
    for (int q = 0; q < k; q++) {
      Moments moments = expected.moments[q];
      // A component nobody belongs to keeps a trace of weight, not a division by zero.
      moments.weight += 10 * Math.ulp(1.0);
      nextWeights[q] = moments.weight / rows;
      total += nextWeights[q];
      nextMeans[q] = moments.mean(means[q]);
      nextCovariances[q] = moments.covariance(ridge);
    }
    for (int q = 0; q < k; q++) {
      nextWeights[q] /= total;
    }
    weights = nextWeights;
    means = nextMeans;
    covariances = nextCovariances;
  }

  private double meanVariance() {
    double total = 0;
    for (double[] column : columns) {
      double mean = Arrays.stream(column).sum() / rows;
      double sum = 0;
      for (double value : column) {
        sum += (value - mean) * (value - mean);
      }
      total += sum / rows;
    }
    return total / d;
  }
}
