package io.customer360.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
  /// fits are independent of each other and run beside each other. What is kept is fitted by
  /// Tribuo; the fits that only hold customers out minimise the same objective over plain arrays.
  Learnt learn(Table table, int[] calibrateOn, Instant moment, Map<String, String> run) {
    Preparation.Bent bent = Preparation.Bent.of(table, columns);
    Parallel<Fitted> made = beside(bent, calibrateOn, () -> fit(bent, moment, run));
    Fitted fitted = made.whole();
    TribuoLogistic logistic = fitted.logistic();
    return new Learnt(
        logistic,
        scorer(
            bent,
            fitted.preparation(),
            logistic.weights(),
            logistic.bias(),
            calibrate(table, calibrateOn, made.heldOut())));
  }

  /// As [#learn] for a model that is judged and then forgotten: no fit of it goes through Tribuo.
  Scorer candidate(Table table, int[] calibrateOn) {
    Preparation.Bent bent = Preparation.Bent.of(table, columns);
    Preparation preparation = Preparation.fit(bent, columns);
    Parallel<NewtonLogistic> made =
        beside(
            bent,
            calibrateOn,
            () -> NewtonLogistic.fit(preparation.apply(bent), table.labels(), cost));
    return scorer(
        bent,
        preparation,
        made.whole().weights(),
        made.whole().bias(),
        calibrate(table, calibrateOn, made.heldOut()));
  }

  /// The fit of all rows, and log-odds of `calibrateOn` from fits that did not see them.
  private record Parallel<T>(T whole, double[] heldOut) {}

  private <T> Parallel<T> beside(Preparation.Bent bent, int[] calibrateOn, Supplier<T> whole) {
    double[] heldOut = new double[bent.table().rows()];
    List<Optional<T>> fits =
        IntStream.rangeClosed(0, folds)
            .parallel()
            .mapToObj(
                fold -> {
                  if (fold == 0) {
                    return Optional.of(whole.get());
                  }
                  holdOut(bent, calibrateOn, fold - 1, heldOut);
                  return Optional.<T>empty();
                })
            .toList();
    return new Parallel<>(fits.getFirst().orElseThrow(), heldOut);
  }

  private Scorer scorer(
      Preparation.Bent bent,
      Preparation preparation,
      double[] weights,
      double bias,
      Calibration calibration) {
    Table table = bent.table();
    double[][] prepared = preparation.apply(bent);
    double[] logOdds = TribuoLogistic.logOdds(weights, bias, prepared, table.rows());
    Uncertainty uncertainty =
        Uncertainty.of(prepared, table.labels(), table.groups(), logOdds, cost);
    return new Scorer(preparation, weights, bias, calibration, uncertainty, List.of());
  }

  /// Weights without calibration.
  Fitted fit(Table table, Instant moment, Map<String, String> run) {
    return fit(Preparation.Bent.of(table, columns), moment, run);
  }

  private Fitted fit(Preparation.Bent bent, Instant moment, Map<String, String> run) {
    Preparation preparation = Preparation.fit(bent, columns);
    String[] inputs =
        preparation.inputs().stream().map(Preparation.Input::name).toArray(String[]::new);
    TribuoLogistic logistic =
        TribuoLogistic.fit(
            inputs, preparation.apply(bent), bent.table().labels(), cost, seed, moment, run);
    return new Fitted(preparation, logistic);
  }

  record Fitted(Preparation preparation, TribuoLogistic logistic) {
    double[] logOdds(double[][] prepared, int rows) {
      return TribuoLogistic.logOdds(logistic.weights(), logistic.bias(), prepared, rows);
    }

    double[] logOdds(Table table) {
      double[][] prepared = preparation.apply(table.names(), table.values(), table.rows());
      return logOdds(prepared, table.rows());
    }
  }

  /// Learns from the customers outside a fold and writes the log-odds of those in it to `heldOut`.
  private void holdOut(Preparation.Bent bent, int[] calibrateOn, int fold, double[] heldOut) {
    Table table = bent.table();
    int[] rest =
        IntStream.range(0, table.rows()).filter(i -> table.groups()[i] % folds != fold).toArray();
    int[] part =
        Arrays.stream(calibrateOn).filter(i -> table.groups()[i] % folds == fold).toArray();
    Preparation.Bent learnFrom = bent.select(rest);
    Preparation preparation = Preparation.fit(learnFrom, columns);
    NewtonLogistic fitted =
        NewtonLogistic.fit(preparation.apply(learnFrom), learnFrom.table().labels(), cost);
    double[] logOdds =
        TribuoLogistic.logOdds(
            fitted.weights(), fitted.bias(), preparation.apply(bent.select(part)), part.length);
    for (int i = 0; i < part.length; i++) {
      heldOut[part[i]] = logOdds[i];
    }
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
