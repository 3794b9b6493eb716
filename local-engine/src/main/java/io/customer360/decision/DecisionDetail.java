package io.customer360.decision;

import io.customer360.decision.agent.TraceStep;
import io.customer360.decision.arbitration.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All of one proposal.
///
/// @param chosenOption rank of the option that is, or would be, carried out
/// @param messageSubject as edited, else as rendered
/// @param members customer ids when grouped, else the one
/// @param replayIdentical whether the stored input gives the stored output, recomputed now
public record DecisionDetail(
    ProposalSummary summary,
    Decision decision,
    int chosenOption,
    String messageSubject,
    String messageBody,
    List<Vote> votes,
    List<TraceStep> trace,
    List<String> members,
    List<DeliveryRow> deliveries,
    boolean replayIdentical) {

  /// An approval or a rejection.
  ///
  /// @param content what was approved, a hash of texts and amounts; blank for a rejection
  public record Vote(
      String personId,
      String personName,
      boolean approved,
      @Nullable RejectReason reason,
      String note,
      Instant at,
      String content) {}
}
