package io.customer360.identity.household;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People who live or pay together.
///
/// @param id `H-` and the number of its first customer
/// @param name the most frequent last name, or null where none is known
/// @param members by margin of the last twelve months, the highest first
/// @param ties what holds them together
public record Household(String id, @Nullable String name, List<Member> members, List<Tie> ties) {
  public Household {
    members = List.copyOf(members);
    ties = List.copyOf(ties);
  }

  /// One of them.
  ///
  /// @param margin12m in the workspace's currency
  public record Member(
      String customerId, @Nullable String name, @Nullable String lifecycle, BigDecimal margin12m) {}
}
