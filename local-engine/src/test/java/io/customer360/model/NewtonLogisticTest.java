package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NewtonLogisticTest {
  private static final int ROWS = 3_000;
  private static final int INPUTS = 12;

  @Test
  void findsTheWeightsThatTribuoFinds() {
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
      TribuoLogistic tribuo =
          TribuoLogistic.fit(
              IntStream.range(0, INPUTS).mapToObj(j -> "input" + j).toArray(String[]::new),
              inputs,
              labels,
              cost,
              7,
              Instant.EPOCH,
              Map.of());
      // LibLinear stops at a hundredth of the first gradient, which leaves a little of a weight.
      assertThat(newton.weights()).containsExactly(tribuo.weights(), within(0.01));
      assertThat(newton.bias()).isCloseTo(tribuo.bias(), within(0.01));
    }
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
