package io.customer360.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer, or a refusal that says why.
///
/// @param headline null when refused, or when the answer is a list or an explanation in words
/// @param sentence the answer in one or two plain sentences; for a refusal, the reason
/// @param stake the money behind it, null when money is not the matter
/// @param charts at most two
/// @param lines further facts, each with its own number, in order of weight: reasons of an
///     explanation, the parts of a comparison
/// @param next null when nothing follows
/// @param millis from question to answer
public record Answer(
    Understanding understanding,
    @Nullable Headline headline,
    String sentence,
    @Nullable Stake stake,
    Confidence confidence,
    List<Chart> charts,
    List<String> lines,
    AnswerTable table,
    Evidence evidence,
    @Nullable NextAction next,
    PlannerUsed planner,
    long millis) {
  public Answer {
    charts = List.copyOf(charts);
    lines = List.copyOf(lines);
    if (charts.size() > 2) {
      throw new IllegalArgumentException("at most two charts, got " + charts.size());
    }
  }

  public String question() {
    return understanding.question();
  }

  public boolean understood() {
    return understanding.understood();
  }
}
