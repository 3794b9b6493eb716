package io.customer360.identity;

import java.util.List;

/// What is known about who is who. Safe to call from any thread.
public interface Identities {
  IdentitySummary summary();

  /// The identifiers matching refused to use, those with most records first.
  List<BlockedIdentifier> blocked(int limit);

  /// Why these records are one person: the first record, then each other with its rule.
  List<RecordLink> links(String customerId);

  /// The customers that now have the record an id was given for: itself, or the one it was joined
  /// into. Empty for an id that was never given and where the record is gone.
  List<String> nowCalled(String customerId);
}
