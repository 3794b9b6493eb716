package io.customer360.decision.arbitration;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The parts of a priority. Each is rounded first (value to 2 decimals, the others to 4), then they
/// are multiplied exactly, so that what is shown multiplies to the priority.
///
/// @param propensity probability of acceptance
/// @param context `1 + sum of percentages / 100`
/// @param value margin effect if accepted, in the workspace currency
/// @param lever `1 + percent / 100`
/// @param risk discount, `1 - risk`
public record Factors(
    BigDecimal propensity,
    BigDecimal context,
    BigDecimal value,
    BigDecimal lever,
    BigDecimal risk) {
  public Factors {
    propensity = propensity.setScale(4, RoundingMode.HALF_EVEN);
    context = context.setScale(4, RoundingMode.HALF_EVEN);
    value = value.setScale(2, RoundingMode.HALF_EVEN);
    lever = lever.setScale(4, RoundingMode.HALF_EVEN);
    risk = risk.setScale(4, RoundingMode.HALF_EVEN);
  }

  public static Factors of(
      double propensity, double context, double value, double lever, double risk) {
    return new Factors(
        BigDecimal.valueOf(propensity),
        BigDecimal.valueOf(context),
        BigDecimal.valueOf(value),
        BigDecimal.valueOf(lever),
        BigDecimal.valueOf(risk));
  }

  /// `propensity x context x value x lever x risk`, exact.
  public BigDecimal priority() {
    BigDecimal product =
        propensity.multiply(context).multiply(value).multiply(lever).multiply(risk);
    BigDecimal stripped = product.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// The same with the factors that are switched off at 1.
  public Factors with(FactorSwitches on) {
    return new Factors(
        on.propensity() ? propensity : BigDecimal.ONE,
        on.context() ? context : BigDecimal.ONE,
        on.value() ? value : BigDecimal.ONE,
        on.lever() ? lever : BigDecimal.ONE,
        on.risk() ? risk : BigDecimal.ONE);
  }
}
