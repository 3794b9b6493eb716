package io.customer360.decision.arbitration;

/// Which factors count; one that is off is 1.00. Context and lever off leave margin x acceptance x
/// risk.
public record FactorSwitches(
    boolean propensity, boolean context, boolean value, boolean lever, boolean risk) {
  public static final FactorSwitches ALL = new FactorSwitches(true, true, true, true, true);
}
