package io.customer360.identity.household;

import java.util.List;
import java.util.Optional;

/// Who lives or pays with whom. Safe to call from any thread; empty before the first refresh.
public interface Households {
  /// The household of a customer; empty for somebody on his own.
  Optional<Household> of(String customerId);

  /// How two people hang together, tie by tie, the shortest way; empty when they do not.
  List<Tie> path(String fromCustomer, String toCustomer);

  /// The largest households, by members and then by id.
  List<Household> largest(int limit);

  /// `Ngozi Okafor and Chidi Okafor live at 14 Beckett Row, LS6 3QN.` A sentence a tie.
  List<String> inWords(List<Tie> path);
}
