package io.customer360.decision;

/// Which proposals to show.
///
/// @param kind `service`, `marketing`, `loyalty`, `regulatory`, or blank for all
/// @param novelOnly only actions introduced lately
/// @param expiringWithinHours only what ends soon; 0 = all
/// @param agent agent id, or blank
public record QueueFilter(
    String kind, boolean novelOnly, int expiringWithinHours, String agent, int limit) {
  public static final QueueFilter ALL = new QueueFilter("", false, 0, "", 10_000);
}
