package io.customer360.decision.arbitration;

/// What people said to an action for like customers (same lifecycle and value tier) so far. Only
/// rejections that speak against the action count.
public record Feedback(int approved, int rejected) {
  public static final Feedback NONE = new Feedback(0, 0);

  /// Weight of the opinion before anybody said anything.
  private static final double PRIOR = 4;

  /// What the propensity is multiplied with: 1 without rejections, 0.5 after four of four.
  public double weight() {
    return (approved + PRIOR) / (approved + rejected + PRIOR);
  }
}
