package io.customer360.assistant.query;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Headline;
import io.customer360.assistant.NextAction;
import io.customer360.assistant.Stake;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer without its question: what an executed plan has to say.
///
/// @param method how it was counted, in plain words
public record Draft(
    @Nullable Headline headline,
    String sentence,
    @Nullable Stake stake,
    Confidence confidence,
    List<Chart> charts,
    List<String> lines,
    AnswerTable table,
    String method,
    @Nullable NextAction next) {

  static Draft of(@Nullable Headline headline, String sentence, AnswerTable table, String method) {
    return new Draft(
        headline,
        sentence,
        null,
        Confidence.counted("Rows counted, nothing estimated."),
        List.of(),
        List.of(),
        table,
        method,
        null);
  }

  Draft stake(@Nullable Stake money) {
    return new Draft(headline, sentence, money, confidence, charts, lines, table, method, next);
  }

  Draft confidence(Confidence sure) {
    return new Draft(headline, sentence, stake, sure, charts, lines, table, method, next);
  }

  Draft chart(Chart chart) {
    List<Chart> more = new ArrayList<>(charts);
    more.add(chart);
    return new Draft(headline, sentence, stake, confidence, more, lines, table, method, next);
  }

  Draft lines(List<String> facts) {
    return new Draft(headline, sentence, stake, confidence, charts, facts, table, method, next);
  }

  Draft next(@Nullable NextAction action) {
    return new Draft(headline, sentence, stake, confidence, charts, lines, table, method, action);
  }
}
