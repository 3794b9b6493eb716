package io.customer360.insight;

import io.customer360.job.Progress;
import java.util.List;

/// The insight cards of this workspace. Safe to call from any thread.
public interface Insights {
  /// Cards not dismissed, by money at stake, largest first.
  List<InsightCard> cards();

  /// Cards a person dismissed, newest first.
  List<InsightCard> dismissed();

  InsightSummary summary();

  /// Looks again over the current gold tables. Seen and dismissed states survive: a dismissed
  /// finding stays away until it is restored.
  void refresh(Progress progress);

  void markSeen(String id);

  void dismiss(String id, String reason);

  void restore(String id);
}
