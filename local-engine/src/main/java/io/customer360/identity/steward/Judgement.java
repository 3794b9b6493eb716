package io.customer360.identity.steward;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a person decided about identities: a pair judged, customers merged, records split off.
/// It is never changed; taking it back is a mark on it, and an entry of its own in the audit log.
///
/// @param number counts from 1 in the order of deciding
/// @param kind what was done
/// @param pairs what follows for pairs of records
/// @param person the `Person.id` of who decided
/// @param undoneAt null while it is in force
public record Judgement(
    long number,
    Kind kind,
    List<Pair> pairs,
    String person,
    Instant decidedAt,
    String reason,
    @Nullable Instant undoneAt) {
  public Judgement {
    pairs = List.copyOf(pairs);
  }

  /// How the judgement came about.
  public enum Kind {
    /// A pair from the review queue, or one picked by hand.
    REVIEW,
    /// Customers joined by hand.
    MERGE,
    /// Records of one customer split off by hand.
    SPLIT
  }

  /// Two records and what is said of them. The smaller id stands left, so that a pair is found
  /// however it is asked for.
  public record Pair(String left, String right, Verdict verdict) {
    public Pair {
      if (left.compareTo(right) > 0) {
        String smaller = right;
        right = left;
        left = smaller;
      }
    }
  }

  public boolean inForce() {
    return undoneAt == null;
  }
}
