package io.customer360.model;

import io.customer360.feature.FeatureMatrix;
import java.util.List;

/// A model ready to score: everything as arrays, no object for each customer.
///
/// @param bins the reliability found when the procedure was judged; widens the interval where the
///     model was off
record Scorer(
    Preparation preparation,
    double[] weights,
    double bias,
    Calibration calibration,
    Uncertainty uncertainty,
    List<ReliabilityBin> bins) {
  static final String CONFIDENCE_MEANING =
      "Share of the model's evidence that is known of this customer, times how narrow the 95 %"
          + " interval is, times how close predicted and observed were for scores like this.";
  private static final double Z95 = 1.959963984540054;

  Scorer judged(List<ReliabilityBin> found) {
    return new Scorer(preparation, weights, bias, calibration, uncertainty, found);
  }

  /// The scores of many customers.
  ///
  /// @param logOdds before calibration
  record Scores(
      double[][] prepared,
      double[] logOdds,
      double[] score,
      double[] low,
      double[] high,
      double[] confidence) {}

  Scores score(FeatureMatrix matrix) {
    int rows = matrix.rows();
    double[][] raw = matrix.values();
    double[][] prepared = preparation.apply(matrix.columns().toArray(String[]::new), raw, rows);
    double[] logOdds = TribuoLogistic.logOdds(weights, bias, prepared, rows);
    double[] score = calibration.apply(logOdds);
    double[] errors = uncertainty.standardErrors(prepared, rows);
    double[] known = known(matrix);
    double[] low = new double[rows];
    double[] high = new double[rows];
    double[] confidence = new double[rows];
    for (int i = 0; i < rows; i++) {
      double p = score[i];
      double byWeights = Z95 * errors[i] * calibration.slope() * p * (1 - p);
      Bin bin = bin(p);
      double half = Math.sqrt(byWeights * byWeights + bin.half() * bin.half());
      low[i] = Math.max(0, p - half);
      high[i] = Math.min(1, p + half);
      confidence[i] =
          Math.clamp(known[i] * (1 - (high[i] - low[i])) * (1 - bin.distance()), 0.0, 1.0);
    }
    return new Scores(prepared, logOdds, score, low, high, confidence);
  }

  /// The scores alone, without how sure they are: a fraction of the work of [#score].
  double[] probabilities(FeatureMatrix matrix) {
    double[][] prepared =
        preparation.apply(matrix.columns().toArray(String[]::new), matrix.values(), matrix.rows());
    return calibration.apply(TribuoLogistic.logOdds(weights, bias, prepared, matrix.rows()));
  }

  /// The score of a customer who is average in every feature.
  double base() {
    return calibration.apply(bias);
  }

  /// Carries log-odds contributions over to probability so that they add up to `score - base`: each
  /// takes the share it has of the log-odds. For a model that is linear before its link this is the
  /// Aumann-Shapley value: the path from the average customer to this one is straight, so every
  /// input earns the same share at each step of it.
  double perLogOdds(double logOdds, double score) {
    double distance = logOdds - bias;
    if (Math.abs(distance) < 1e-9) {
      double base = base();
      return calibration.slope() * base * (1 - base);
    }
    return (score - base()) / distance;
  }

  private record Bin(double half, double distance) {}

  /// How far off scores like this were when judged. With no judgement, nothing is added.
  private Bin bin(double score) {
    for (int b = 0; b < bins.size(); b++) {
      ReliabilityBin bin = bins.get(b);
      if (score <= bin.upTo() || b == bins.size() - 1) {
        double distance = Math.abs(bin.predicted() - bin.observed());
        return new Bin(Math.max(distance, (bin.high() - bin.low()) / 2), distance);
      }
    }
    return new Bin(0, 0);
  }

  /// Share of the weights that rests on known values.
  private double[] known(FeatureMatrix matrix) {
    double[] known = new double[matrix.rows()];
    double all = 0;
    for (int j = 0; j < weights.length; j++) {
      Preparation.Input input = preparation.inputs().get(j);
      if (input.gap()) {
        continue;
      }
      double weight = Math.abs(weights[j]);
      all += weight;
      double[] raw = matrix.column(input.column());
      for (int i = 0; i < known.length; i++) {
        known[i] += Double.isNaN(raw[i]) ? 0 : weight;
      }
    }
    for (int i = 0; i < known.length; i++) {
      known[i] = all == 0 ? 1 : known[i] / all;
    }
    return known;
  }
}
