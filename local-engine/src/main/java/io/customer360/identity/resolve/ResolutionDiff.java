package io.customer360.identity.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new resolution would change, before it is made. The lists hold the largest changes first,
/// up to a limit; the totals count all.
///
/// @param records source records that were resolved
/// @param customersBefore customers of the resolution in force
/// @param customersAfter customers of the new one
/// @param unchanged customers whose records stay exactly the same
/// @param freshTotal customers none of whose records were known
/// @param grownTotal customers that stay who they are and have more records
/// @param joined customers that would become one
/// @param split customers that would become several
/// @param consents answers that would differ for somebody, stricter or freer
/// @param loosened all of those that would allow more than before, without a limit
public record ResolutionDiff(
    long records,
    long customersBefore,
    long customersAfter,
    long unchanged,
    long freshTotal,
    long grownTotal,
    long joinedTotal,
    long splitTotal,
    long consentTotal,
    List<Regrouped> joined,
    List<Regrouped> split,
    List<Regrouped> grown,
    List<ConsentChange> consents,
    List<ConsentChange> loosened) {
  public ResolutionDiff {
    joined = List.copyOf(joined);
    split = List.copyOf(split);
    grown = List.copyOf(grown);
    consents = List.copyOf(consents);
    loosened = List.copyOf(loosened);
  }

  /// Customer ids before and after, and how many records are concerned.
  public record Regrouped(List<String> before, List<String> after, long records) {
    public Regrouped {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /// What `customer` allowed for a purpose on a channel, and what its successor would. Null is
  /// "not asked". A merge only ever makes it stricter: the no of any record stands.
  public record ConsentChange(
      String customer,
      String successor,
      String purpose,
      String channel,
      @Nullable String before,
      @Nullable String after) {
    public boolean stricter() {
      return "no".equals(after);
    }
  }

  public boolean isEmpty() {
    return joinedTotal == 0 && splitTotal == 0;
  }
}
