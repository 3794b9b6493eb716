package io.customer360.decision.arbitration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// An action that passed every check.
///
/// @param rank 1 = the best
/// @param priority the exact product of `factors`
/// @param notes what each factor is made of
/// @param novel introduced lately; never goes by itself
/// @param sendNotBefore later than the decision when it falls into quiet hours
public record RankedOption(
    int rank,
    String actionId,
    int actionVersion,
    String name,
    String detail,
    String kind,
    String channel,
    String purpose,
    String agent,
    BigDecimal cost,
    Factors factors,
    BigDecimal priority,
    List<FactorNote> notes,
    List<PolicyCheck> checks,
    RenderedMessage message,
    Instant sendNotBefore,
    Instant expiresAt,
    boolean novel,
    Autonomy autonomy) {
  public RankedOption {
    notes = List.copyOf(notes);
    checks = List.copyOf(checks);
  }
}
