package io.customer360.studio.cluster.quality;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Components;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Sampling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Suggests a number of clusters by trying 2 and up on a sample. Silhouette, Davies-Bouldin, gap
/// (Tibshirani, Walther and Hastie 2001, references drawn in the box of the principal components)
/// and bootstrap stability each name a number; most votes win, a tie goes to the better silhouette.
/// For mixtures the BIC decides.
public final class KSearch {
  private static final int SAMPLE = 3_000;
  private static final int GAP_ROWS = 1_000;
  private static final int REFERENCES = 10;
  private static final int STABILITY_RUNS = 8;

  /// Found at one number of clusters.
  ///
  /// @param labels 0 to `k - 1`
  /// @param centres mean of each cluster
  /// @param bic of a mixture, else null
  public record Found(int[] labels, double[][] centres, @Nullable Double bic) {}

  /// Runs the method for one number of clusters.
  @FunctionalInterface
  public interface Fit {
    Found fit(double[][] columns, int rows, int k, long seed);
  }

  private final Workers workers;
  private final DistanceKernel kernel;
  private final Fit fit;
  private final long seed;

  public KSearch(Workers workers, DistanceKernel kernel, Fit fit, long seed) {
    this.workers = workers;
    this.kernel = kernel;
    this.fit = fit;
    this.seed = seed;
  }

  /// Tries 2 to `most` clusters.
  ///
  /// @param most at least 2 and at most the number of different rows
  public SuggestedK search(double[][] columns, int rows, int most, Progress progress) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] index = Sampling.rows(rows, SAMPLE, random);
    double[][] sample = index.length < rows ? Matrix.select(columns, index) : columns;
    int[] few = Sampling.rows(index.length, GAP_ROWS, random);
    double[][] gapSample = Matrix.select(sample, few);
    double[][] rotated = Components.of(gapSample, few.length).project(gapSample, few.length);
    List<SuggestedK.Candidate> candidates = new ArrayList<>();
    for (int k = 2; k <= most; k++) {
      progress.checkCancelled();
      progress.fraction((k - 2.0) / (most - 1));
      candidates.add(candidate(sample, index.length, rotated, few.length, k));
    }
    return decide(candidates, index.length);
  }

  private SuggestedK.Candidate candidate(
      double[][] sample, int rows, double[][] rotated, int gapRows, int k) {
    Found found = fit.fit(sample, rows, k, seed);
    double silhouette =
        Silhouette.of(sample, found.labels(), k, seed, workers, kernel, Progress.NONE).mean();
    double spread = DaviesBouldin.of(sample, found.labels(), found.centres(), workers);
    double[] gap = found.bic() == null ? gap(rotated, gapRows, k) : new double[0];
    Stability stability =
        Stability.measure(
            sample,
            found.labels(),
            k,
            STABILITY_RUNS,
            Math.min(rows, 1_000),
            true,
            seed + k,
            (columns, n, other) -> fit.fit(columns, n, k, other).labels(),
            Progress.NONE);
    return new SuggestedK.Candidate(
        k,
        inertia(sample, rows, found),
        silhouette,
        spread,
        gap.length == 0 ? null : gap[0],
        gap.length == 0 ? null : gap[1],
        found.bic(),
        stability.adjustedRand());
  }

  private static double inertia(double[][] columns, int rows, Found found) {
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows; i++) {
        double away = columns[j][i] - found.centres()[found.labels()[i]][j];
        sum += away * away;
      }
    }
    return sum;
  }

  /// Gap and its simulation error.
  private double[] gap(double[][] rotated, int rows, int k) {
    double own = Math.log(inertia(rotated, rows, fit.fit(rotated, rows, k, seed)));
    SplittableRandom random = new SplittableRandom(seed ^ 0x5eedL);
    double[] logs = new double[REFERENCES];
    double mean = 0;
    for (int b = 0; b < REFERENCES; b++) {
      double[][] uniform = new double[rotated.length][rows];
      for (int j = 0; j < rotated.length; j++) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : rotated[j]) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        for (int i = 0; i < rows; i++) {
          uniform[j][i] = low + random.nextDouble() * (high - low);
        }
      }
      logs[b] = Math.log(inertia(uniform, rows, fit.fit(uniform, rows, k, seed + b)));
      mean += logs[b] / REFERENCES;
    }
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean);
    }
    return new double[] {
      mean - own, Math.sqrt(squares / REFERENCES) * Math.sqrt(1 + 1.0 / REFERENCES)
    };
  }

  private static SuggestedK decide(List<SuggestedK.Candidate> candidates, int rows) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    votes.put(
        "highest silhouette",
        best(candidates, Comparator.comparingDouble(SuggestedK.Candidate::silhouette)));
    votes.put(
        "lowest Davies-Bouldin",
        best(candidates, Comparator.comparingDouble(c -> -c.daviesBouldin())));
    Integer gap = byGap(candidates);
    if (gap != null) {
      votes.put("gap statistic", gap);
    }
    votes.put(
        "most stable under bootstrap",
        best(candidates, Comparator.comparingDouble(SuggestedK.Candidate::stability)));
    Integer bic = byBic(candidates);
    int chosen;
    if (bic != null) {
      votes.put("lowest BIC", bic);
      chosen = bic;
    } else {
      chosen = 0;
      double most = -1;
      for (SuggestedK.Candidate candidate : candidates) {
        long count = votes.values().stream().filter(vote -> vote == candidate.k()).count();
        // A silhouette is at most 1, so it only breaks ties.
        double standing = count + candidate.silhouette() / 4;
        if (count > 0 && standing > most) {
          most = standing;
          chosen = candidate.k();
        }
      }
    }
    StringBuilder reason = new StringBuilder("k = " + chosen + ": ");
    List<String> against = new ArrayList<>();
    List<String> agreeing = new ArrayList<>();
    int winner = chosen;
    votes.forEach(
        (measure, k) -> {
          if (k == winner) {
            agreeing.add(measure);
          } else {
            against.add(measure + " says " + k);
          }
        });
    reason.append(String.join(", ", agreeing));
    if (!against.isEmpty()) {
      reason.append("; ").append(String.join(", ", against));
    }
    if (bic != null) {
      reason.append("; for a mixture the BIC decides");
    }
    return new SuggestedK(chosen, reason.toString(), candidates, rows);
  }

  private static int best(
      List<SuggestedK.Candidate> candidates, Comparator<SuggestedK.Candidate> order) {
    // Of equals the fewest clusters: max() would take the last.
    SuggestedK.Candidate best = candidates.getFirst();
    for (SuggestedK.Candidate candidate : candidates) {
      if (order.compare(candidate, best) > 0) {
        best = candidate;
      }
    }
    return best.k();
  }

  /// The least k whose gap is within one error of the next one's.
  private static @Nullable Integer byGap(List<SuggestedK.Candidate> candidates) {
    for (int i = 0; i + 1 < candidates.size(); i++) {
      Double own = candidates.get(i).gap();
      Double next = candidates.get(i + 1).gap();
      Double error = candidates.get(i + 1).gapError();
      if (own != null && next != null && error != null && own >= next - error) {
        return candidates.get(i).k();
      }
    }
    return null;
  }

  private static @Nullable Integer byBic(List<SuggestedK.Candidate> candidates) {
    Integer best = null;
    double least = Double.POSITIVE_INFINITY;
    for (SuggestedK.Candidate candidate : candidates) {
      Double bic = candidate.bic();
      if (bic != null && bic < least) {
        least = bic;
        best = candidate.k();
      }
    }
    return best;
  }
}
