package io.customer360.assistant.semantic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A number the field counts.
///
/// @param on table key to aggregate, in order of preference
/// @param timed the table to count on instead when a period is asked for; null to keep the first
/// @param event whether its rows are events of their table's time column even on the customer table
/// @param estimatedBy the model it rests on; null when it is counted
/// @param bad whether more of it is worse
public record Measure(
    String key,
    String title,
    String meaning,
    Map<String, String> on,
    @Nullable String timed,
    boolean event,
    @Nullable String estimatedBy,
    Unit unit,
    boolean bad,
    String owner,
    List<String> synonyms) {
  public Measure {
    on = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(on));
    synonyms = List.copyOf(synonyms);
    if (on.isEmpty()) {
      throw new IllegalArgumentException("measure " + key + " has no formula");
    }
  }

  public String firstTable() {
    return on.keySet().iterator().next();
  }

  /// Whether a period can narrow it: balances and scores are of today only.
  public boolean hasTime() {
    return event || timed != null || !firstTable().equals("customer");
  }

  /// Whether shares of a whole make sense: sums and counts add up, averages and rates do not.
  public boolean additive() {
    return unit == Unit.COUNT || unit == Unit.MONEY;
  }
}
