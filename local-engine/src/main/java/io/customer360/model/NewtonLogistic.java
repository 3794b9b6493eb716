package io.customer360.model;

import java.util.Arrays;

/// L2-regularised logistic regression by Newton's method over plain arrays: the same objective that
/// LibLinear's `L2R_LR` minimises, `|w|^2 / 2 + cost * sum(log(1 + exp(-y w.x)))` with the bias as
/// one more weight, and so the same weights up to its tolerance. For the many fits that only hold
/// customers out and whose model nobody keeps: with some dozens of inputs it takes a fifth of the
/// time, because nothing is boxed. The curvature is the dear part, so it is used again for as long
/// as it still leads down steeply (the chord method); the optimum is the same, the objective is
/// convex.
///
/// @param weights of the inputs, in their order
/// @param bias log-odds of a customer who is average in all of them
public record NewtonLogistic(double[] weights, double bias) {
  private static final int MAX_STEPS = 60;
  private static final int MAX_HALVINGS = 20;

  /// The fit ends when the gradient is this small a part of what it was at the start.
  private static final double TOLERANCE = 1e-6;

  /// A step that leaves more than this of the gradient was led by an outdated curvature.
  private static final double STEEP = 0.2;

  /// Fits prepared inputs, column by column. Takes `inputs^2` memory and `rows * inputs^2` time for
  /// each of the two to four curvatures, `rows * inputs` for each of some ten steps.
  public static NewtonLogistic fit(double[][] prepared, boolean[] labels, double cost) {
    return new Fit(prepared, labels, cost).run();
  }

  /// The log-odds of each row of prepared inputs, column by column.
  public double[] logOdds(double[][] prepared, int rows) {
    double[] out = new double[rows];
    Arrays.fill(out, bias);
    for (int j = 0; j < weights.length; j++) {
      double[] column = prepared[j];
      for (int i = 0; i < rows; i++) {
        out[i] += weights[j] * column[i];
      }
    }
    return out;
  }

  /// One fit under way: the weights, and the log-odds of every row by them.
  private static final class Fit {
    private final double[][] rows;
    private final boolean[] labels;
    private final double cost;
    private final int d;
    private final double[] w;
    private final double[] z;

    Fit(double[][] prepared, boolean[] labels, double cost) {
      this.rows = rows(prepared, labels.length);
      this.labels = labels;
      this.cost = cost;
      this.d = prepared.length + 1;
      this.w = new double[d];
      this.z = new double[labels.length];
    }

    NewtonLogistic run() {
      double[][] factor = new double[0][];
      double[] gradient = gradient();
      double first = norm(gradient);
      double size = first;
      double loss = loss(z, w);
      boolean outdated = true;
      for (int turn = 0; turn < MAX_STEPS && size > TOLERANCE * first; turn++) {
        boolean fresh = outdated;
        if (fresh) {
          factor = Cholesky.factor(curvature());
        }
        double next = descend(Cholesky.solveFactored(factor, gradient), loss);
        if (next > loss) {
          if (fresh) {
            break;
          }
          outdated = true;
          continue;
        }
        loss = next;
        gradient = gradient();
        double left = norm(gradient);
        outdated = left > STEEP * size;
        size = left;
      }
      return new NewtonLogistic(Arrays.copyOf(w, d - 1), w[d - 1]);
    }

    /// Goes down along `direction` by the largest of the halved steps that lowers the objective;
    /// returns what it is then, or more than `loss` where no step lowers it.
    private double descend(double[] direction, double loss) {
      double[] along = new double[z.length];
      for (int i = 0; i < along.length; i++) {
        along[i] = dot(rows[i], direction);
      }
      double[] weights = new double[d];
      double[] odds = new double[z.length];
      double scale = 1;
      for (int half = 0; half < MAX_HALVINGS; half++, scale /= 2) {
        for (int j = 0; j < d; j++) {
          weights[j] = w[j] - scale * direction[j];
        }
        for (int i = 0; i < odds.length; i++) {
          odds[i] = z[i] - scale * along[i];
        }
        double next = loss(odds, weights);
        if (next <= loss) {
          System.arraycopy(weights, 0, w, 0, d);
          System.arraycopy(odds, 0, z, 0, z.length);
          return next;
        }
      }
      return Double.POSITIVE_INFINITY;
    }

    /// The gradient of the objective divided by `cost`.
    private double[] gradient() {
      double[] gradient = new double[d];
      for (int j = 0; j < d; j++) {
        gradient[j] = w[j] / cost;
      }
      for (int i = 0; i < z.length; i++) {
        double[] row = rows[i];
        double error = Calibration.sigmoid(z[i]) - (labels[i] ? 1 : 0);
        for (int j = 0; j < d; j++) {
          gradient[j] += error * row[j];
        }
      }
      return gradient;
    }

    /// The lower triangle of the curvature of the objective divided by `cost`; four rows at a time,
    /// so that each sum is read and written a quarter as often.
    private double[][] curvature() {
      double[][] curvature = new double[d][d];
      for (int j = 0; j < d; j++) {
        curvature[j][j] = 1 / cost;
      }
      double[] none = new double[d];
      for (int i = 0; i < z.length; i += 4) {
        double[] a = rows[i];
        double[] b = i + 1 < z.length ? rows[i + 1] : none;
        double[] c = i + 2 < z.length ? rows[i + 2] : none;
        double[] e = i + 3 < z.length ? rows[i + 3] : none;
        double pa = weight(i);
        double pb = weight(i + 1);
        double pc = weight(i + 2);
        double pe = weight(i + 3);
        for (int j = 0; j < d; j++) {
          double qa = pa * a[j];
          double qb = pb * b[j];
          double qc = pc * c[j];
          double qe = pe * e[j];
          double[] target = curvature[j];
          for (int k = 0; k <= j; k++) {
            target[k] += qa * a[k] + qb * b[k] + qc * c[k] + qe * e[k];
          }
        }
      }
      return curvature;
    }

    private double weight(int i) {
      if (i >= z.length) {
        return 0;
      }
      double p = Calibration.sigmoid(z[i]);
      return p * (1 - p);
    }

    private double loss(double[] odds, double[] weights) {
      double sum = 0;
      for (double weight : weights) {
        sum += weight * weight / (2 * cost);
      }
      for (int i = 0; i < odds.length; i++) {
        double x = labels[i] ? odds[i] : -odds[i];
        sum += x > 0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
      }
      return sum;
    }
  }

  /// Row by row, with a 1 for the bias at the end: the inner loops then run along one array.
  private static double[][] rows(double[][] prepared, int n) {
    int d = prepared.length + 1;
    double[][] rows = new double[n][d];
    for (int j = 0; j < d - 1; j++) {
      double[] column = prepared[j];
      for (int i = 0; i < n; i++) {
        rows[i][j] = column[i];
      }
    }
    for (double[] row : rows) {
      row[d - 1] = 1;
    }
    return rows;
  }

  private static double dot(double[] row, double[] w) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += row[j] * w[j];
    }
    return sum;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
