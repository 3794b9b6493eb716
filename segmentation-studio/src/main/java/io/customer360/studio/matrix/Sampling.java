package io.customer360.studio.matrix;

import java.util.SplittableRandom;

/// Draws rows.
public final class Sampling {
  private Sampling() {}

  /// `wanted` different rows of `rows` in ascending order, each set equally likely (Knuth's
  /// selection sampling); all rows when there are no more than wanted.
  public static int[] rows(int rows, int wanted, SplittableRandom random) {
    int take = Math.min(rows, wanted);
    int[] out = new int[take];
    int taken = 0;
    for (int i = 0; taken < take; i++) {
      if (rows - i == take - taken || random.nextDouble() * (rows - i) < take - taken) {
        out[taken++] = i;
      }
    }
    return out;
  }
}
