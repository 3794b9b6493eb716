package io.customer360.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The measures of a probability model on rows it has not seen.
final class Judgement {
  private static final int BINS = 10;
  private static final double Z95 = 1.959963984540054;

  private Judgement() {}

  /// `baseline` is any score that a plain rule would rank by.
  static ModelMetrics judge(double[] probability, boolean[] labels, double[] baseline) {
    Ranking ranking = Ranking.of(probability, labels);
    int n = labels.length;
    int positives = 0;
    for (boolean label : labels) {
      positives += label ? 1 : 0;
    }
    double rate = n == 0 ? Double.NaN : (double) positives / n;
    List<ReliabilityBin> bins = reliability(probability, labels);
    return new ModelMetrics(
        n,
        positives,
        ranking.auc(),
        ranking.low(),
        ranking.high(),
        Ranking.of(baseline, labels).auc(),
        brier(probability, labels),
        rate * (1 - rate),
        logLoss(probability, labels),
        calibrationError(bins),
        bins);
  }

  static double brier(double[] probability, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double error = probability[i] - (labels[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / labels.length;
  }

  static double logLoss(double[] probability, boolean[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double p = Math.clamp(probability[i], 1e-15, 1 - 1e-15);
      sum -= labels[i] ? Math.log(p) : Math.log1p(-p);
    }
    return sum / labels.length;
  }

  /// Expected calibration error: the mean distance of predicted and observed, weighted by size.
  static double calibrationError(List<ReliabilityBin> bins) {
    double sum = 0;
    int n = 0;
    for (ReliabilityBin bin : bins) {
      sum += bin.n() * Math.abs(bin.predicted() - bin.observed());
      n += bin.n();
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /// Ten bins of equal size by score. Equal scores stay in one bin.
  static List<ReliabilityBin> reliability(double[] probability, boolean[] labels) {
    int n = labels.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probability[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<ReliabilityBin> bins = new ArrayList<>();
    int from = 0;
    for (int b = 1; b <= BINS && from < n; b++) {
      int to = (int) ((long) n * b / BINS);
      while (to > from && to < n && probability[order[to]] == probability[order[to - 1]]) {
        to++;
      }
      if (to > from) {
        bins.add(bin(probability, labels, order, from, to));
        from = to;
      }
    }
    return List.copyOf(bins);
  }

  private static ReliabilityBin bin(
      double[] probability, boolean[] labels, int[] order, int from, int to) {
    int n = to - from;
    double predicted = 0;
    int positives = 0;
    for (int i = from; i < to; i++) {
      predicted += probability[order[i]];
      positives += labels[order[i]] ? 1 : 0;
    }
    double observed = (double) positives / n;
    double z2 = Z95 * Z95;
    double centre = (observed + z2 / (2 * n)) / (1 + z2 / n);
    double half =
        Z95 * Math.sqrt(observed * (1 - observed) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    return new ReliabilityBin(
        n,
        probability[order[to - 1]],
        predicted / n,
        observed,
        Math.max(0, centre - half),
        Math.min(1, centre + half));
  }
}
