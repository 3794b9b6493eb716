package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.review.Teaching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Lets judged pairs teach a model that was learned unsupervised. How much each comparison says
/// when it speaks for one person, how much when it speaks against, and where the sum begins, is
/// fitted by logistic regression on the judged pairs, drawn towards what was learned: the
/// unsupervised estimate is the prior, with a normal distribution around it. *Anchors*, pairs
/// nobody judged, keep their probability as a soft label of less weight, so that a few verdicts on
/// doubtful pairs do not move what was certain.
///
/// What is gained is measured on pairs that were not learned from, by cross-validation, and kept
/// only when it is a gain.
public final class Teacher {
  private static final int FOLDS = 5;
  private static final int FEWEST = 20;
  private static final int FEWEST_OF_EACH = 5;
  private static final int ROUNDS = 25;

  /// Precision of a factor around 1: a standard deviation of one half.
  private static final double FACTOR_PRECISION = 4;

  /// Precision of the shift around 0, in nats: a standard deviation of some three bits.
  private static final double SHIFT_PRECISION = 0.2;

  private static final double ANCHOR_WEIGHT = 0.1;
  private static final double MOST_FACTOR = 3;
  private static final double LN2 = LinkModel.LN2;

  private final PairScorer scorer;
  private final RecordComparator.Scratch scratch;
  private final int n;

  /// @param scorer untaught
  public Teacher(PairScorer scorer) {
    this.scorer = scorer.with(Calibration.none(scorer.model().comparisons().size()));
    this.scratch = scorer.comparator().scratch();
    this.n = scorer.model().comparisons().size();
  }

  /// Two rows and what they are: 1 for one person, 0 for two, between for an anchor.
  public record Label(int a, int b, double one) {}

  /// @param calibration what was taught, none when it is no gain
  public record Result(Teaching teaching, Calibration calibration) {}

  /// One pair as the fit sees it.
  ///
  /// @param x in nats: 1 for the shift, then what speaks for by comparison, then what speaks
  ///     against
  /// @param offset what nothing can be taught of
  @SuppressWarnings("ArrayRecordComponent")
  private record Example(double[] x, double offset, double one, double weight) {
    double logit(double[] parameters) {
      double sum = offset;
      for (int i = 0; i < x.length; i++) {
        sum += parameters[i] * x[i];
      }
      return sum;
    }
  }

  /// @param judged pairs with a verdict, 0 or 1
  /// @param anchors rows of pairs nobody judged
  public Result teach(List<Label> judged, List<Label> anchors, long seed) {
    int matches = (int) judged.stream().filter(label -> label.one() > 0.5).count();
    List<Example> examples = new ArrayList<>();
    judged.forEach(label -> examples.add(example(label, label.one(), 1)));
    List<Example> held = new ArrayList<>();
    for (Label anchor : anchors) {
      double p = LinkModel.probability(scorer.weight(anchor.a(), anchor.b(), scratch));
      held.add(example(anchor, p, ANCHOR_WEIGHT));
    }
    double[] untaught = start();
    Score before = score(examples, Collections.nCopies(examples.size(), untaught));
    int fewer = Math.min(matches, judged.size() - matches);
    if (judged.size() < FEWEST || fewer < FEWEST_OF_EACH) {
      return result(judged.size(), matches, before, before, untaught, false);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    double[][] parameters = new double[examples.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> training = new ArrayList<>(held);
      for (int i = 0; i < order.size(); i++) {
        if (i % FOLDS != fold) {
          training.add(examples.get(order.get(i)));
        }
      }
      double[] fitted = fit(training);
      for (int i = fold; i < order.size(); i += FOLDS) {
        parameters[order.get(i)] = fitted;
      }
    }
    Score after = score(examples, Arrays.asList(parameters));
    boolean better =
        after.f1() > before.f1() || (after.f1() == before.f1() && after.loss() < before.loss());
    held.addAll(examples);
    return result(judged.size(), matches, before, after, better ? fit(held) : untaught, better);
  }

  private Result result(
      int labels, int matches, Score before, Score after, double[] parameters, boolean kept) {
    List<Double> agree = new ArrayList<>();
    List<Double> differ = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      agree.add(parameters[1 + i]);
      differ.add(parameters[1 + n + i]);
    }
    return new Result(
        new Teaching(labels, matches, before.f1(), after.f1(), kept),
        new Calibration(parameters[0] / LN2, agree, differ));
  }

  private double[] start() {
    double[] start = new double[1 + 2 * n];
    Arrays.fill(start, 1, start.length, 1);
    return start;
  }

  private Example example(Label label, double one, double weight) {
    long pattern = scorer.comparator().pattern(label.a(), label.b(), scratch);
    double[] x = new double[1 + 2 * n];
    x[0] = 1;
    for (int i = 0; i < n; i++) {
      double bits = scorer.weight(pattern, i, label.a(), label.b());
      x[(bits >= 0 ? 1 : 1 + n) + i] = bits * LN2;
    }
    double offset = (scorer.startBits() - scorer.kinPenalty(pattern, label.a(), label.b())) * LN2;
    return new Example(x, offset, one, weight);
  }

  private record Score(double f1, double loss) {}

  private static Score score(List<Example> examples, List<double[]> parameters) {
    int found = 0;
    int right = 0;
    int all = 0;
    double loss = 0;
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      double logit = example.logit(parameters.get(i));
      boolean one = example.one() > 0.5;
      found += logit >= 0 ? 1 : 0;
      all += one ? 1 : 0;
      right += one && logit >= 0 ? 1 : 0;
      loss += softplus(one ? -logit : logit);
    }
    return new Score(found + all == 0 ? 1 : 2.0 * right / (found + all), loss);
  }

  private static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  /// Newton's method on the penalised likelihood, which is convex; steps are halved while they do
  /// not help. Factors below 0 or above [#MOST_FACTOR] are put on the bound in the end.
  private double[] fit(List<Example> examples) {
    double[] at = start();
    double value = objective(examples, at);
    for (int round = 0; round < ROUNDS; round++) {
      int d = at.length;
      double[][] hessian = new double[d][d];
      double[] gradient = new double[d];
      for (int i = 0; i < d; i++) {
        double precision = i == 0 ? SHIFT_PRECISION : FACTOR_PRECISION;
        hessian[i][i] = precision;
        gradient[i] = precision * (at[i] - (i == 0 ? 0 : 1));
      }
      for (Example example : examples) {
        double p = 1 / (1 + Math.exp(-example.logit(at)));
        double curve = example.weight() * p * (1 - p);
        double slope = example.weight() * (p - example.one());
        for (int i = 0; i < d; i++) {
          double xi = example.x()[i];
          if (xi == 0) {
            continue;
          }
          gradient[i] += slope * xi;
          for (int j = 0; j < d; j++) {
            hessian[i][j] += curve * xi * example.x()[j];
          }
        }
      }
      double[] step = solve(hessian, gradient);
      double size = 1;
      double[] next = at;
      double then = value;
      for (int halving = 0; halving < 20; halving++, size /= 2) {
        double[] tried = new double[d];
        for (int i = 0; i < d; i++) {
          tried[i] = at[i] - size * step[i];
        }
        double there = objective(examples, tried);
        if (there < value) {
          next = tried;
          then = there;
          break;
        }
      }
      double gain = value - then;
      at = next;
      value = then;
      if (gain < 1e-9) {
        break;
      }
    }
    for (int i = 1; i < at.length; i++) {
      at[i] = Math.clamp(at[i], 0, MOST_FACTOR);
    }
    return at;
  }

  private static double objective(List<Example> examples, double[] at) {
    double sum = SHIFT_PRECISION * at[0] * at[0] / 2;
    for (int i = 1; i < at.length; i++) {
      sum += FACTOR_PRECISION * (at[i] - 1) * (at[i] - 1) / 2;
    }
    for (Example example : examples) {
      double logit = example.logit(at);
      sum +=
          example.weight()
              * (example.one() * softplus(-logit) + (1 - example.one()) * softplus(logit));
    }
    return sum;
  }

  /// Gaussian elimination; the matrix is positive definite by its ridge.
  private static double[] solve(double[][] a, double[] b) {
    int d = b.length;
    double[] x = b.clone();
    for (int c = 0; c < d; c++) {
      for (int r = c + 1; r < d; r++) {
        double factor = a[r][c] / a[c][c];
        for (int k = c; k < d; k++) {
          a[r][k] -= factor * a[c][k];
        }
        x[r] -= factor * x[c];
      }
    }
    for (int c = d - 1; c >= 0; c--) {
      for (int k = c + 1; k < d; k++) {
        x[c] -= a[c][k] * x[k];
      }
      x[c] /= a[c][c];
    }
    return x;
  }
}
