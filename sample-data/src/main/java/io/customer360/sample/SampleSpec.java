package io.customer360.sample;

import java.time.Instant;

/// What to generate. The same spec gives the same bytes.
///
/// @param customers how many people there really are, at least 50
/// @param seed the origin of every random draw
/// @param today the moment of the export: nothing in the sources happened later (but for planted
///     errors), and the truth looks at the 90 days after it
/// @param density share of the app, web and message traffic to write, above 0 and up to 1; orders,
///     tickets and people do not depend on it
public record SampleSpec(int customers, long seed, Instant today, double density) {
  /// The size of the default workspace.
  public static final int DEFAULT_CUSTOMERS = 10_482;

  /// The seed of the default workspace.
  public static final long DEFAULT_SEED = 7;

  /// The day on which the stories of the sample are told: 20 November 2026, 09:40 UTC.
  public static final Instant DEFAULT_TODAY = Instant.parse("2026-11-20T09:40:00Z");

  /// Up to this many customers have all their traffic written; above, the traffic per customer is
  /// thinned so that 1 M customers give about 20 M purchases, visits, messages and tickets.
  private static final double FULL_TRAFFIC_CUSTOMERS = 120_000;

  public SampleSpec {
    if (customers < 50) {
      throw new IllegalArgumentException(
          "A sample needs at least 50 customers, not " + customers + ".");
    }
    if (!(density > 0 && density <= 1)) {
      throw new IllegalArgumentException("The density must be above 0 and at most 1.");
    }
  }

  /// A sample of this size and seed on the default day, with the traffic that fits the size.
  public static SampleSpec of(int customers, long seed) {
    return new SampleSpec(customers, seed, DEFAULT_TODAY, densityFor(customers));
  }

  /// The sample of the default workspace.
  public static SampleSpec standard() {
    return of(DEFAULT_CUSTOMERS, DEFAULT_SEED);
  }

  /// The share of traffic that keeps a sample of this size handy.
  public static double densityFor(int customers) {
    return Math.min(1, FULL_TRAFFIC_CUSTOMERS / customers);
  }
}
