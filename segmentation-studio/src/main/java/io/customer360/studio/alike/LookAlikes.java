package io.customer360.studio.alike;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.model.NewtonLogistic;
import io.customer360.model.Ranking;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Preparation;
import io.customer360.studio.matrix.PreparationOptions;
import io.customer360.studio.matrix.Prepared;
import io.customer360.studio.matrix.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Ranks everybody else by likeness to the people of a segment, the seeds.
///
/// A regularised logistic regression tells seeds from the rest by standardised features and their
/// squares (so that the middle of a range can be what is typical). It is fitted five times, each
/// time without a fifth of the seeds and of the rest, and ranks those it has not seen: that is the
/// check. Similarity is the share of such left-out seeds that rank lower: 0.5 is as typical as the
/// median seed. The last fit takes everybody and ranks the rest.
///
/// A feature that alone tells seeds from the rest almost without error is what the segment is made
/// of, by whatever name its rule has it. By it everybody else would be equally unlike, so it is
/// left out.
public final class LookAlikes {
  /// Fewer seeds say too little.
  public static final int LEAST_SEEDS = 20;

  static final int FOLDS = 5;

  /// The area under the curve from which a single feature counts as what the segment is made of.
  static final double DEFINING = 0.97;

  private static final int MOST_SEEDS = 20_000;
  private static final int MOST_REST = 40_000;

  /// Weight of an error against the size of the weights.
  private static final double COST = 0.1;

  private final Prepared prepared;
  private final boolean[] seed;
  private final long random;
  private final Progress progress;

  private LookAlikes(Prepared prepared, boolean[] seed, long random, Progress progress) {
    this.prepared = prepared;
    this.seed = seed;
    this.random = random;
    this.progress = progress;
  }

  /// @param everybody their features
  /// @param seeds which of the loaded rows are the segment's
  /// @param options how features are prepared
  /// @param random seed of the folds and samples
  /// @throws WorkbenchException `C360-CLU-050` with fewer than [#LEAST_SEEDS] seeds or no rest
  public static Alike find(
      LoadedMatrix everybody,
      boolean[] seeds,
      PreparationOptions options,
      long random,
      Progress progress) {
    int count = 0;
    for (boolean one : seeds) {
      count += one ? 1 : 0;
    }
    if (count < LEAST_SEEDS) {
      throw WorkbenchException.user(
          "C360-CLU-050",
          "Only "
              + count
              + " people of the segment have features; it takes "
              + LEAST_SEEDS
              + " to say what they are like. Choose a larger segment.");
    }
    if (count == seeds.length) {
      throw WorkbenchException.user(
          "C360-CLU-050", "Everybody is in the segment; there is nobody left to be like them.");
    }
    progress.stage("Prepare the features");
    Prepared prepared = Preparation.prepare(everybody, options, progress);
    boolean[] of = new boolean[prepared.matrix().rows()];
    for (int i = 0; i < of.length; i++) {
      of[i] = seeds[prepared.sourceRow(i)];
    }
    return new LookAlikes(prepared, of, random, progress).run();
  }

  private Alike run() {
    int[] seeds = rows(true);
    int[] rest = rows(false);
    SplittableRandom draw = new SplittableRandom(random);
    int[] someSeeds = pick(seeds, MOST_SEEDS, draw);
    int[] someRest = pick(rest, MOST_REST, draw);
    int[] sample = joined(someSeeds, someRest);
    List<String> defining = new ArrayList<>();
    double[][] inputs = inputs(undefining(sample, defining));
    int[] fold = new int[sample.length];
    shuffleFolds(fold, 0, someSeeds.length, draw);
    shuffleFolds(fold, someSeeds.length, sample.length, draw);
    double[] unseen = new double[sample.length];
    double[] auc = new double[FOLDS];
    for (int f = 0; f < FOLDS; f++) {
      progress.checkCancelled();
      progress.stage("Leave out a fifth, " + (f + 1) + " of " + FOLDS);
      auc[f] = fold(inputs, sample, fold, f, unseen);
    }
    progress.stage("Rank everybody else");
    double[] last = fit(inputs, sample).logOdds(inputs, seed.length);
    double[] left = Arrays.copyOf(unseen, someSeeds.length);
    Arrays.sort(left);
    double[] restUnseen = Arrays.copyOfRange(unseen, someSeeds.length, unseen.length);
    Arrays.sort(restUnseen);
    boolean[] labels = new boolean[sample.length];
    Arrays.fill(labels, 0, someSeeds.length, true);
    Ranking pooled = Ranking.of(unseen, labels);
    return Alike.of(prepared, seed, rest, last, left, restUnseen, pooled, auc, defining);
  }

  private double fold(double[][] inputs, int[] sample, int[] fold, int f, double[] unseen) {
    int[] learn = new int[sample.length];
    int[] judge = new int[sample.length];
    int learned = 0;
    int judged = 0;
    for (int i = 0; i < sample.length; i++) {
      if (fold[i] == f) {
        judge[judged++] = i;
      } else {
        learn[learned++] = sample[i];
      }
    }
    NewtonLogistic model = fit(inputs, Arrays.copyOf(learn, learned));
    int[] rows = new int[judged];
    boolean[] labels = new boolean[judged];
    for (int i = 0; i < judged; i++) {
      rows[i] = sample[judge[i]];
      labels[i] = seed[rows[i]];
    }
    double[] scores = model.logOdds(Matrix.select(inputs, rows), judged);
    for (int i = 0; i < judged; i++) {
      unseen[judge[i]] = scores[i];
    }
    return Ranking.of(scores, labels).auc();
  }

  private NewtonLogistic fit(double[][] inputs, int[] rows) {
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = seed[rows[i]];
    }
    return NewtonLogistic.fit(Matrix.select(inputs, rows), labels, COST);
  }

  /// The prepared columns but those that define the segment; all when no other is left.
  ///
  /// @param defining takes the names of those left out
  private double[][] undefining(int[] sample, List<String> defining) {
    boolean[] labels = new boolean[sample.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = seed[sample[i]];
    }
    double[][] columns = prepared.matrix().columns();
    double[][] picked = Matrix.select(columns, sample);
    List<double[]> kept = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      double auc = Ranking.of(picked[j], labels).auc();
      if (Math.max(auc, 1 - auc) >= DEFINING) {
        defining.add(prepared.matrix().names().get(j));
      } else {
        kept.add(columns[j]);
      }
    }
    if (kept.isEmpty()) {
      defining.clear();
      return columns;
    }
    return kept.toArray(double[][]::new);
  }

  /// The columns and their squares, each square centred and scaled to the same size.
  private double[][] inputs(double[][] columns) {
    int rows = seed.length;
    double[][] inputs = new double[2 * columns.length][];
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      // A single far value would rule a square.
      double[] held = new double[rows];
      double[] square = new double[rows];
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < rows; i++) {
        held[i] = Math.clamp(column[i], -4, 4);
        square[i] = held[i] * held[i];
        sum += square[i];
        squares += square[i] * square[i];
      }
      double mean = sum / rows;
      double deviation = Math.sqrt(Math.max(0, squares / rows - mean * mean));
      for (int i = 0; i < rows; i++) {
        square[i] = deviation > 1e-9 ? (square[i] - mean) / deviation : 0;
      }
      inputs[j] = held;
      inputs[columns.length + j] = square;
    }
    return inputs;
  }

  private int[] rows(boolean seeds) {
    int[] rows = new int[seed.length];
    int count = 0;
    for (int i = 0; i < seed.length; i++) {
      if (seed[i] == seeds) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private static int[] pick(int[] rows, int most, SplittableRandom draw) {
    int[] places = Sampling.rows(rows.length, most, draw);
    int[] picked = new int[places.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = rows[places[i]];
    }
    return picked;
  }

  private static int[] joined(int[] a, int[] b) {
    int[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /// Folds of equal size in random order.
  private static void shuffleFolds(int[] fold, int from, int to, SplittableRandom draw) {
    for (int i = from; i < to; i++) {
      fold[i] = (i - from) % FOLDS;
    }
    for (int i = to - 1; i > from; i--) {
      int other = from + draw.nextInt(i - from + 1);
      int swap = fold[i];
      fold[i] = fold[other];
      fold[other] = swap;
    }
  }
}
