package io.customer360.decision;

import io.customer360.outbox.ActionState;
import java.math.BigDecimal;
import java.util.Map;

/// How many actions stand in each state, and the value at risk behind the open ones.
public record ActionCounts(Map<ActionState, Long> states, BigDecimal openValueAtRisk) {
  public ActionCounts {
    states = Map.copyOf(states);
  }

  public long of(ActionState state) {
    return states.getOrDefault(state, 0L);
  }
}
