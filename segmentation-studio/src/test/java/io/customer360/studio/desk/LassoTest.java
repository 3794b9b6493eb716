package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LassoTest {
  /// A C: the middle of its opening is outside.
  private static final double[] X = {0, 4, 4, 1, 1, 4, 4, 0};

  private static final double[] Y = {0, 0, 1, 1, 3, 3, 4, 4};

  @Test
  void aLineMayBendInwards() {
    assertThat(Lasso.holds(X, Y, 0.5, 2)).isTrue();
    assertThat(Lasso.holds(X, Y, 3, 0.5)).isTrue();
    assertThat(Lasso.holds(X, Y, 3, 2)).isFalse();
    assertThat(Lasso.holds(X, Y, 5, 2)).isFalse();
    assertThat(Lasso.holds(X, Y, 0.5, -1)).isFalse();
  }
}
