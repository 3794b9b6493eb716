package io.customer360.decision.agent;

import io.customer360.decision.action.ActionKind;
import io.customer360.decision.arbitration.Autonomy;
import java.util.Map;

/// What an agent is for and what it may do.
///
/// @param id `churn-prevention`
/// @param goal in words: `Keep customers whose risk of leaving is high`
/// @param audienceSql gives `customer_id` and `trigger`
/// @param autonomy by class of action; a class that is missing is not allowed at all
public record AgentDefinition(
    String id,
    String name,
    String goal,
    String audienceSql,
    Map<ActionKind, Autonomy.Level> autonomy) {
  public AgentDefinition {
    autonomy = Map.copyOf(autonomy);
  }
}
