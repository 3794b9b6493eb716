package io.customer360.profile;

import java.util.List;

/// What was decided about a customer and what came of it, as far as the lake's timeline tells.
final class DecisionNotes {
  private DecisionNotes() {}

  static List<DecisionNote> of(List<TimelineEntry> entries) {
    return entries.reversed().stream()
        .filter(entry -> entry.domain() == TimelineDomain.DECISION)
        .limit(20)
        .map(
            entry ->
                new DecisionNote(
                    entry.ref() == null ? "" : entry.ref(),
                    entry.at(),
                    entry.title(),
                    entry.channel(),
                    entry.kind(),
                    entry.amount()))
        .toList();
  }
}
