package io.customer360.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How a model is made from rows: inputs prepared, weights fitted by Tribuo, and the probability
/// calibrated on predictions for customers each held out in turn. Judged models and the model in
/// use are made by this same procedure, so the judgement speaks for both.
///
/// @param cost LibLinear's weight of errors against large weights
/// @param folds customers are held out in this many parts
/// @param seed recorded with the model; the fit itself takes no random choice
record Learner(List<Preparation.Column> columns, double cost, int folds, long seed) {

  /// What was learnt.
  record Learnt(TribuoLogistic logistic, Scorer scorer) {}

  /// Learns from all rows; calibrates on the held-out predictions of the rows `calibrateOn`.
  Learnt learn(Table table, int[] calibrateOn, Instant moment, Map<String, String> run) {
    Calibration calibration = calibrate(table, calibrateOn, moment);
    Fitted fitted = fit(table, moment, run);
    double[][] prepared = fitted.preparation().apply(table);
    double[] logOdds = fitted.logOdds(prepared, table.rows());
    Uncertainty uncertainty =
        Uncertainty.of(prepared, table.labels(), table.groups(), logOdds, cost);
    return new Learnt(
        fitted.logistic(),
        new Scorer(
            fitted.preparation(),
            fitted.logistic().weights(),
            fitted.logistic().bias(),
            calibration,
            uncertainty,
            List.of()));
  }

  /// Weights without calibration.
  Fitted fit(Table table, Instant moment, Map<String, String> run) {
    Preparation preparation = Preparation.fit(table, columns);
    String[] inputs =
        preparation.inputs().stream().map(Preparation.Input::name).toArray(String[]::new);
    TribuoLogistic logistic =
        TribuoLogistic.fit(
            inputs, preparation.apply(table), table.labels(), cost, seed, moment, run);
    return new Fitted(preparation, logistic);
  }

  record Fitted(Preparation preparation, TribuoLogistic logistic) {
    double[] logOdds(double[][] prepared, int rows) {
      return TribuoLogistic.logOdds(logistic.weights(), logistic.bias(), prepared, rows);
    }

    double[] logOdds(Table table) {
      return logOdds(preparation.apply(table), table.rows());
    }
  }

  private Calibration calibrate(Table table, int[] calibrateOn, Instant moment) {
    boolean[] wanted = new boolean[table.rows()];
    for (int row : calibrateOn) {
      wanted[row] = true;
    }
    double[] heldOut = new double[table.rows()];
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      int[] rest =
          IntStream.range(0, table.rows()).filter(i -> table.groups()[i] % folds != held).toArray();
      int[] part =
          IntStream.range(0, table.rows())
              .filter(i -> wanted[i] && table.groups()[i] % folds == held)
              .toArray();
      Table learnFrom = table.select(rest);
      if (part.length == 0 || learnFrom.positives() == 0 || learnFrom.positives() == rest.length) {
        continue;
      }
      double[] logOdds = fit(learnFrom, moment, Map.of()).logOdds(table.select(part));
      for (int i = 0; i < part.length; i++) {
        heldOut[part[i]] = logOdds[i];
      }
    }
    double[] scores = Arrays.stream(calibrateOn).mapToDouble(i -> heldOut[i]).toArray();
    boolean[] labels = new boolean[calibrateOn.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = table.labels()[calibrateOn[i]];
    }
    return Calibration.fit(scores, labels);
  }
}
