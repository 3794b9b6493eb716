package io.customer360.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundingTest {
  @Test
  void thirdsAddUpToOne() {
    long[] units = Rounding.adding(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, 2);
    assertThat(Arrays.stream(units).sum()).isEqualTo(100);
    assertThat(units).contains(33, 34);
  }

  @Test
  void whatIsPrintedAlwaysAddsUpAndNoPartMovesByAUnit() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 500; round++) {
      double[] parts = random.doubles(1 + random.nextInt(9), -1, 1).toArray();
      long[] units = Rounding.adding(parts, 2);
      assertThat(Arrays.stream(units).sum())
          .isEqualTo(Math.round(Arrays.stream(parts).sum() * 100));
      for (int i = 0; i < parts.length; i++) {
        assertThat(Math.abs(units[i] - parts[i] * 100)).isLessThan(1.0001);
      }
    }
  }

  @Test
  void towardsAGivenTotal() {
    assertThat(Arrays.stream(Rounding.adding(new double[] {0.004, 0.004}, 0, 2)).sum()).isZero();
    assertThat(Arrays.stream(Rounding.adding(new double[] {0.004, 0.004}, 1, 2)).sum())
        .isEqualTo(1);
  }
}
