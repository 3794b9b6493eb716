package io.customer360.model;

/// L2-regularised logistic regression by Newton's method over plain arrays: the same objective that
/// LibLinear's `L2R_LR` minimises, `|w|^2 / 2 + cost * sum(log(1 + exp(-y w.x)))` with the bias as
/// one more weight, and so the same weights up to its tolerance. For the many fits that only hold
/// customers out and whose model nobody keeps: with some dozens of inputs it takes a fifth of the
/// time, because nothing is boxed.
///
/// @param weights of the inputs, in their order
/// @param bias log-odds of a customer who is average in all of them
public record NewtonLogistic(double[] weights, double bias) {
  private static final int MAX_STEPS = 30;
  private static final int MAX_HALVINGS = 20;

  /// The fit ends when the gradient is this small a part of what it was at the start.
  private static final double TOLERANCE = 1e-6;

  /// Fits prepared inputs, column by column. Takes `inputs^2` memory and `rows * inputs^2` time a
  /// step, usually 5 to 8 steps.
  public static NewtonLogistic fit(double[][] prepared, boolean[] labels, double cost) {
    int d = prepared.length + 1;
    double[][] rows = rows(prepared, labels.length);
    double[] w = new double[d];
    double[] step = new double[d];
    double[][] curvature = new double[d][d];
    double[] gradient = new double[d];
    double loss = loss(rows, labels, w, cost);
    double first = 0;
    for (int turn = 0; turn < MAX_STEPS; turn++) {
      slopes(rows, labels, w, cost, gradient, curvature);
      double size = norm(gradient);
      first = turn == 0 ? size : first;
      if (size <= TOLERANCE * first) {
        break;
      }
      double[] direction = Cholesky.solve(curvature, gradient);
      double scale = 1;
      double next = loss;
      for (int half = 0; half < MAX_HALVINGS; half++, scale /= 2) {
        for (int j = 0; j < d; j++) {
          step[j] = w[j] - scale * direction[j];
        }
        next = loss(rows, labels, step, cost);
        if (next <= loss) {
          break;
        }
      }
      if (next > loss) {
        break;
      }
      System.arraycopy(step, 0, w, 0, d);
      loss = next;
    }
    double[] weights = new double[d - 1];
    System.arraycopy(w, 0, weights, 0, d - 1);
    return new NewtonLogistic(weights, w[d - 1]);
  }

  /// The log-odds of each row of prepared inputs, column by column.
  public double[] logOdds(double[][] prepared, int rows) {
    double[] out = new double[rows];
    java.util.Arrays.fill(out, bias);
    for (int j = 0; j < weights.length; j++) {
      double[] column = prepared[j];
      for (int i = 0; i < rows; i++) {
        out[i] += weights[j] * column[i];
      }
    }
    return out;
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

  /// Gradient, and the lower triangle of the curvature, of the objective divided by `cost`.
  private static void slopes(
      double[][] rows,
      boolean[] labels,
      double[] w,
      double cost,
      double[] gradient,
      double[][] curvature) {
    int d = w.length;
    for (int j = 0; j < d; j++) {
      gradient[j] = w[j] / cost;
      java.util.Arrays.fill(curvature[j], 0);
      curvature[j][j] = 1 / cost;
    }
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      double p = Calibration.sigmoid(dot(row, w));
      double error = p - (labels[i] ? 1 : 0);
      double weight = p * (1 - p);
      for (int j = 0; j < d; j++) {
        gradient[j] += error * row[j];
      }
      for (int j = 0; j < d; j++) {
        double pull = weight * row[j];
        double[] target = curvature[j];
        for (int k = 0; k <= j; k++) {
          target[k] += pull * row[k];
        }
      }
    }
  }

  private static double loss(double[][] rows, boolean[] labels, double[] w, double cost) {
    double sum = 0;
    for (double weight : w) {
      sum += weight * weight / (2 * cost);
    }
    for (int i = 0; i < rows.length; i++) {
      double x = labels[i] ? dot(rows[i], w) : -dot(rows[i], w);
      sum += x > 0 ? Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)) - x;
    }
    return sum;
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
