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

  /// Learns from all rows; calibrates on the held-out predictions of the rows `calibrateOn`. The
  /// fits are independent of each other and run beside each other.
  Learnt learn(Table table, int[] calibrateOn, Instant moment, Map<String, String> run) {
    double[] heldOut = new double[table.rows()];
    List<Fitted> fits =
        IntStream.rangeClosed(0, folds)
            .parallel()
            .mapToObj(
                fold ->
                    fold == folds
                        ? fit(table, moment, run)
                        : holdOut(table, calibrateOn, fold, moment, heldOut))
            .toList();
    Fitted fitted = fits.getLast();
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
            calibrate(table, calibrateOn, heldOut),
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

  /// Learns from the customers outside a fold and writes the log-odds of those in it to `heldOut`.
  private Fitted holdOut(
      Table table, int[] calibrateOn, int fold, Instant moment, double[] heldOut) {
    int[] rest =
        IntStream.range(0, table.rows()).filter(i -> table.groups()[i] % folds != fold).toArray();
    int[] part =
        Arrays.stream(calibrateOn).filter(i -> table.groups()[i] % folds == fold).toArray();
    Fitted fitted = fit(table.select(rest), moment, Map.of());
    double[] logOdds = fitted.logOdds(table.select(part));
    for (int i = 0; i < part.length; i++) {
      heldOut[part[i]] = logOdds[i];
    }
    return fitted;
  }

  private static Calibration calibrate(Table table, int[] calibrateOn, double[] heldOut) {
    double[] logOdds = Arrays.stream(calibrateOn).mapToDouble(i -> heldOut[i]).toArray();
    boolean[] labels = new boolean[calibrateOn.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = table.labels()[calibrateOn[i]];
    }
    return Calibration.fit(logOdds, labels);
  }
}
