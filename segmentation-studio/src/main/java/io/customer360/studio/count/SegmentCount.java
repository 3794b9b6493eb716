package io.customer360.studio.count;

import java.util.List;
import java.util.Optional;

/// What a rule tree comes to.
///
/// @param customers for whom it holds
/// @param everyone all customers
/// @param margin12m margin of 12 months of those customers, in the workspace's currency
/// @param revenue12m the same of revenue
/// @param steps what each condition leaves, in the order of the tree, parents first
/// @param emptiedBy the place of the condition after which nobody is left; empty otherwise
/// @param reach how many of them may be addressed for marketing on each channel
/// @param millis it took
/// @param readMillis how many of them it waited for columns that were not in memory yet, whoever
///     read them
/// @param snapshot of the data
public record SegmentCount(
    int customers,
    int everyone,
    double margin12m,
    double revenue12m,
    List<Step> steps,
    Optional<String> emptiedBy,
    List<Reach> reach,
    double millis,
    double readMillis,
    String snapshot) {
  public SegmentCount {
    steps = List.copyOf(steps);
    reach = List.copyOf(reach);
  }

  /// 0 to 1.
  public double share() {
    return everyone == 0 ? 0 : (double) customers / everyone;
  }

  /// One condition.
  ///
  /// @param place in the tree: `2.1`; blank for the root
  /// @param alone for how many of everyone it holds
  /// @param left how many are left after it and all before it; inside `any`, how many of those
  ///     left before the group it holds for
  public record Step(String place, int alone, int left) {}

  /// @param channel of `gold.consent`: `email`, `sms`, `post`
  public record Reach(String channel, int customers) {}
}
