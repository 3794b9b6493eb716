package io.customer360.feature;

import java.time.Instant;

/// A group of features that a person reads as one fact: `37 days since order, usually 19`.
///
/// @param name stable name: `order_timing`
/// @param label the fact without its value: `Time since the last order`
/// @param main the column whose value stands for the group
/// @param words the fact with the customer's own numbers in it
public record FeatureReason(String name, String label, String main, Words words) {
  /// Says the fact of one customer.
  @FunctionalInterface
  public interface Words {
    /// @param asOf the moment the features are of
    String of(FeatureRow row, Instant asOf);
  }
}
