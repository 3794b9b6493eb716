package io.customer360.assistant.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers in plan texts and queries: no trailing zeros, no exponent.
public final class Numbers {
  private Numbers() {}

  public static String plain(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
