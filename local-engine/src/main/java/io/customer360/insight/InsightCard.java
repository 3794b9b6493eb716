package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.MoneyFigure;
import java.time.Instant;

/// A finding.
///
/// @param id stable: the same finding has the same id at the next refresh
/// @param finding at most two lines on the card
/// @param why why it matters, at most two lines
/// @param button verb and object: `Open 96 customers`
/// @param query the statement behind it
/// @param evidence the rows behind it, at most 200 carried
/// @param reason why it was dismissed; empty unless dismissed
public record InsightCard(
    String id,
    Topic topic,
    String finding,
    MoneyFigure money,
    Confidence confidence,
    String why,
    String button,
    ActionTarget target,
    String query,
    AnswerTable evidence,
    State state,
    String reason,
    Instant foundAt) {
  /// What the card is about; the screen chooses the icon.
  public enum Topic {
    RECALL,
    DELIVERY,
    LOYALTY,
    MESSAGE,
    STORE,
    SERVICE,
    SALES,
    SHIFT
  }

  public enum State {
    UNSEEN,
    SEEN,
    DISMISSED
  }

  InsightCard with(State next, String nextReason) {
    return new InsightCard(
        id,
        topic,
        finding,
        money,
        confidence,
        why,
        button,
        target,
        query,
        evidence,
        next,
        nextReason,
        foundAt);
  }
}
