package io.customer360.decision.arbitration;

import io.customer360.decision.action.ActionDefinition;
import io.customer360.decision.action.ActionKind;
import io.customer360.decision.policy.AutonomyRule;
import io.customer360.decision.policy.Oversight;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.text.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says who lets an action go, with the number that decided it.
final class Oversee {
  private final Oversight oversight;

  Oversee(Oversight oversight) {
    this.oversight = oversight;
  }

  /// Introduced lately, so that nobody knows yet how it is received.
  boolean novel(ActionDefinition action, DecisionInput input) {
    LocalDate today = input.now().atZone(ZoneId.of(input.zone())).toLocalDate();
    LocalDate introduced = action.introduced();
    return introduced != null && introduced.plusDays(oversight.noveltyDays()).isAfter(today);
  }

  Autonomy look(
      ActionDefinition action,
      String agent,
      BigDecimal atRisk,
      Confidence confidence,
      Facts facts,
      DecisionInput input) {
    int persons = 1;
    String two = "";
    if (oversight.twoPersonsFor().contains(action.kind())) {
      persons = 2;
      two = action.kind().words() + " needs two persons";
    } else if (atRisk.compareTo(oversight.twoPersonsAbove()) > 0) {
      persons = 2;
      two = over(atRisk, oversight.twoPersonsAbove(), input) + ", two persons approve";
    }
    Optional<AutonomyRule> rule = oversight.rule(agent, action.kind());
    Autonomy.Level level =
        rule.map(r -> Autonomy.Level.valueOf(r.level().name())).orElse(Autonomy.Level.APPROVE);
    if (level == Autonomy.Level.SUGGEST) {
      return new Autonomy(level, false, persons, "Shown as a recommendation only");
    }
    String asks = persons == 2 ? two : obstacle(action, atRisk, confidence, facts, input, rule);
    return asks == null
        ? new Autonomy(level, true, 0, "Within what the agent may do by itself")
        : new Autonomy(level, false, persons, asks);
  }

  private @Nullable String obstacle(
      ActionDefinition action,
      BigDecimal atRisk,
      Confidence confidence,
      Facts facts,
      DecisionInput input,
      Optional<AutonomyRule> found) {
    if (found.isEmpty() || found.get().level() != AutonomyRule.Level.ACT) {
      return action.kind().words() + " actions are approved by a person";
    }
    AutonomyRule rule = found.get();
    BigDecimal cost = BigDecimal.valueOf(action.cost());
    if (action.kind() == ActionKind.REGULATORY || !action.regulatoryClass().equals("none")) {
      return "Regulatory class " + action.regulatoryClass();
    }
    if (atRisk.compareTo(rule.upToValue()) > 0) {
      return over(atRisk, rule.upToValue(), input);
    }
    if (cost.compareTo(rule.upToCost()) > 0) {
      return "It costs "
          + Money.exact(cost, input.currency())
          + ", more than "
          + Money.exact(rule.upToCost(), input.currency());
    }
    if (novel(action, input)) {
      return "New since " + action.introduced();
    }
    double trust = facts.number("trust", 0);
    if (trust < oversight.trustFloor()) {
      return "Trust " + facts.plain("trust") + " is under " + oversight.trustFloor();
    }
    if (confidence.value() < rule.leastConfidence()) {
      return "Confidence " + confidence.value() + " is under " + rule.leastConfidence();
    }
    return null;
  }

  private static String over(BigDecimal atRisk, BigDecimal limit, DecisionInput input) {
    return Money.whole(atRisk, input.currency())
        + " is above "
        + Money.whole(limit, input.currency());
  }
}
