package io.customer360.model;

/// Platt's calibration: `probability = 1 / (1 + exp(-(slope * logOdds + shift)))`. Smooth and
/// strictly rising, so a ranking survives it and contributions can be carried through it.
///
/// @param slope above 0
record Calibration(double slope, double shift) {
  static final Calibration NONE = new Calibration(1, 0);

  private static final int MAX_STEPS = 50;
  private static final double LEAST_SLOPE = 0.05;

  /// Fits by Newton's method on held-out log-odds, with Platt's smoothed targets so that a perfect
  /// separation does not run away.
  static Calibration fit(double[] logOdds, boolean[] labels) {
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    int negatives = labels.length - positives;
    if (positives == 0 || negatives == 0) {
      return NONE;
    }
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (negatives + 2.0);
    double slope = 1;
    double shift = 0;
    double loss = loss(logOdds, labels, slope, shift, high, low);
    for (int step = 0; step < MAX_STEPS; step++) {
      double gradientSlope = 0;
      double gradientShift = 0;
      double ss = 1e-9;
      double st = 0;
      double tt = 1e-9;
      for (int i = 0; i < labels.length; i++) {
        double f = logOdds[i];
        double p = sigmoid(slope * f + shift);
        double error = p - (labels[i] ? high : low);
        double weight = p * (1 - p);
        gradientSlope += error * f;
        gradientShift += error;
        ss += weight * f * f;
        st += weight * f;
        tt += weight;
      }
      double determinant = ss * tt - st * st;
      if (determinant <= 0) {
        break;
      }
      double stepSlope = (tt * gradientSlope - st * gradientShift) / determinant;
      double stepShift = (ss * gradientShift - st * gradientSlope) / determinant;
      double scale = 1;
      double next = loss;
      while (scale > 1e-6) {
        next =
            loss(logOdds, labels, slope - scale * stepSlope, shift - scale * stepShift, high, low);
        if (next <= loss) {
          break;
        }
        scale /= 2;
      }
      slope -= scale * stepSlope;
      shift -= scale * stepShift;
      boolean done = loss - next < 1e-10 * (1 + Math.abs(loss));
      loss = next;
      if (done) {
        break;
      }
    }
    return new Calibration(Math.max(LEAST_SLOPE, slope), shift);
  }

  double apply(double logOdds) {
    return sigmoid(slope * logOdds + shift);
  }

  double[] apply(double[] logOdds) {
    double[] probability = new double[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      probability[i] = apply(logOdds[i]);
    }
    return probability;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double loss(
      double[] logOdds, boolean[] labels, double slope, double shift, double high, double low) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double x = slope * logOdds[i] + shift;
      double target = labels[i] ? high : low;
      double softplus = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
      sum += softplus - target * x;
    }
    return sum;
  }
}
