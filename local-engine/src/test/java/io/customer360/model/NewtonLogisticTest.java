package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NewtonLogisticTest {
  private static final int ROWS = 3_000;
  private static final int INPUTS = 12;

  @Test
  void findsTheWeightsThatLibLinearFinds() {
    Random random = new Random(11);
    double[][] inputs = new double[INPUTS][ROWS];
    boolean[] labels = new boolean[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double common = random.nextGaussian();
      double logOdds = -1;
      for (int j = 0; j < INPUTS; j++) {
        inputs[j][i] = 0.6 * common + random.nextGaussian();
        logOdds += (j % 3 - 1) * 0.4 * inputs[j][i];
      }
      labels[i] = random.nextDouble() < Calibration.sigmoid(logOdds);
    }
    for (double cost : new double[] {0.02, 1}) {
      NewtonLogistic newton = NewtonLogistic.fit(inputs, labels, cost);
      double[] reference = libLinear(inputs, labels, cost);
      assertThat(newton.weights()).containsExactly(Arrays.copyOf(reference, INPUTS), within(1e-4));
      assertThat(newton.bias()).isCloseTo(reference[INPUTS], within(1e-4));
      TribuoLogistic kept =
          TribuoLogistic.fit(
              IntStream.range(0, INPUTS).mapToObj(j -> "input" + j).toArray(String[]::new),
              inputs,
              labels,
              cost,
              7,
              Instant.EPOCH,
              Map.of());
      assertThat(kept.weights()).containsExactly(Arrays.copyOf(reference, INPUTS), within(1e-4));
      assertThat(kept.bias()).isCloseTo(reference[INPUTS], within(1e-4));
    }
  }

  /// The weights, bias last, as LibLinear finds them from nothing.
  private static double[] libLinear(double[][] inputs, boolean[] labels, double cost) {
    Problem problem = new Problem();
    problem.l = labels.length;
    problem.n = inputs.length + 1;
    problem.x = new Feature[labels.length][inputs.length + 1];
    problem.y = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < inputs.length; j++) {
        problem.x[i][j] = new FeatureNode(j + 1, inputs[j][i]);
      }
      problem.x[i][inputs.length] = new FeatureNode(inputs.length + 1, 1);
      problem.y[i] = labels[i] ? 1 : 0;
    }
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, 1e-8));
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    return Arrays.stream(model.getFeatureWeights()).map(weight -> sign * weight).toArray();
  }

  @Test
  void staysFiniteWhereClassesAreApartAndColumnsRepeat() {
    double[] column = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? -1 : 1).toArray();
    boolean[] labels = new boolean[100];
    for (int i = 50; i < 100; i++) {
      labels[i] = true;
    }
    NewtonLogistic fitted = NewtonLogistic.fit(new double[][] {column, column}, labels, 1);
    assertThat(fitted.weights()[0]).isFinite().isPositive();
    assertThat(fitted.weights()[0]).isCloseTo(fitted.weights()[1], within(1e-6));
    assertThat(fitted.bias()).isCloseTo(0, within(1e-6));
  }
}
