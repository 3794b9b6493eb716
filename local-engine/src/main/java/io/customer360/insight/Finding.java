package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.MoneyFigure;
import java.time.Instant;

/// What a detector found, before it is a card with a state.
///
/// @param key stable within the detector: `recall:26-08`
record Finding(
    String key,
    InsightCard.Topic topic,
    String words,
    MoneyFigure money,
    Confidence confidence,
    String why,
    String button,
    ActionTarget target,
    String query,
    AnswerTable evidence) {
  InsightCard card(Instant at) {
    return new InsightCard(
        key,
        topic,
        words,
        money,
        confidence,
        why,
        button,
        target,
        query,
        evidence,
        InsightCard.State.UNSEEN,
        "",
        at);
  }
}
