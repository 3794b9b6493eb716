package io.customer360.decision.policy;

import io.customer360.decision.action.ActionKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a person, or two, must look.
///
/// @param autonomy the first rule that fits counts; none = a person approves
/// @param trustFloor below it no action goes without a person
/// @param twoPersonsAbove value at risk from which two persons approve
/// @param twoPersonsFor classes that always need two
/// @param noveltyDays how long an action counts as new
public record Oversight(
    List<AutonomyRule> autonomy,
    double trustFloor,
    BigDecimal twoPersonsAbove,
    Set<ActionKind> twoPersonsFor,
    int noveltyDays) {
  public Oversight {
    autonomy = List.copyOf(autonomy);
    twoPersonsFor = Set.copyOf(twoPersonsFor);
  }

  public Optional<AutonomyRule> rule(String agent, ActionKind kind) {
    return autonomy.stream()
        .filter(r -> r.kind() == kind && (r.agent().isBlank() || r.agent().equals(agent)))
        .findFirst();
  }
}
