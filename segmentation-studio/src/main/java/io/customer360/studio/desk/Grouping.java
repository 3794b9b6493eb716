package io.customer360.studio.desk;

import io.customer360.studio.rule.Rule;
import java.util.List;

/// Customers parted by something they have in common.
///
/// @param title what it is: `Loyalty tier`, `Offer of the first order`
/// @param parts the largest first; a customer may be in several, or in none
public record Grouping(String title, List<Part> parts) {
  public Grouping {
    parts = List.copyOf(parts);
  }

  /// Those with one value.
  public record Part(String value, Rule rule) {}

  /// A grouping that can be asked for.
  ///
  /// @param key a field's name, or [Groupings#OFFER] or [Groupings#CAMPAIGN]
  public record Choice(String key, String title) {}
}
