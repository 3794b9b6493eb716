package io.customer360.decision.arbitration;

import io.customer360.decision.action.ActionDefinition;
import io.customer360.decision.action.Condition;
import io.customer360.decision.policy.Finding;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.decision.policy.PolicyStage;
import io.customer360.decision.policy.Situation;
import io.customer360.decision.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Takes one action for one customer through the stages and stops at the first that fails.
final class Screening {
  /// Either `blocked`, or passed with the checks made and the earliest moment to send.
  sealed interface Result {
    record Blocked(BlockedOption option) implements Result {}

    record Passed(List<PolicyCheck> checks, Instant sendNotBefore) implements Result {}
  }

  private final Map<PolicyStage, List<PolicyRule>> rules = new EnumMap<>(PolicyStage.class);

  Screening(Policies policies) {
    for (PolicyStage stage : PolicyStage.values()) {
      rules.put(stage, policies.at(stage));
    }
  }

  /// @param agentAllowed whether one of the action's agents is at work for this customer
  /// @param messageGaps facts the message needs and that are empty
  Result screen(
      ActionDefinition action,
      Situation s,
      boolean agentAllowed,
      Supplier<List<String>> messageGaps) {
    if (!agentAllowed) {
      return blocked(
          action,
          Stage.ELIGIBILITY,
          "Only for customers " + agents(action) + " looks after",
          "Not in the agent's audience",
          "the customer enters the agent's audience");
    }
    Instant notBefore = s.now();
    List<PolicyCheck> checks = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      List<Condition> own =
          switch (stage) {
            case ELIGIBILITY -> action.eligibility();
            case APPLICABILITY -> action.applicability();
            case SUITABILITY -> action.suitability();
            case CONSENT, CONTACT, BUDGET -> List.of();
          };
      for (Condition condition : own) {
        if (!condition.when().holds(s.facts())) {
          Rule.Verdict verdict = condition.when().explain(s.facts());
          String says = condition.says();
          String passWhen = condition.passWhen();
          return blocked(
              action,
              stage,
              says == null ? capital(condition.when().words()) : says,
              capital(verdict.fact()),
              passWhen == null ? verdict.passWhen() : passWhen);
        }
      }
      List<String> missing = stage == Stage.SUITABILITY ? messageGaps.get() : List.<String>of();
      if (!missing.isEmpty()) {
        return blocked(
            action,
            stage,
            "Every token of the message must be filled",
            "Empty: " + String.join(", ", missing),
            String.join(", ", missing) + " is known");
      }
      for (PolicyRule rule : rules.getOrDefault(PolicyStage.valueOf(stage.name()), List.of())) {
        switch (rule.check(s)) {
          case Finding.Fail fail -> {
            return blocked(action, stage, rule.says(), fail.fact(), fail.passWhen());
          }
          case Finding.Hold hold -> {
            notBefore = hold.until().isAfter(notBefore) ? hold.until() : notBefore;
            checks.add(
                new PolicyCheck(name(rule), true, rule.says(), hold.fact() + ", held until then"));
          }
          case Finding.Pass pass -> {
            if (speaks(rule, s)) {
              checks.add(new PolicyCheck(name(rule), true, rule.says(), pass.fact()));
            }
          }
        }
      }
    }
    return new Result.Passed(checks, notBefore);
  }

  /// Whether the rule has anything to say about this action; the others would only be noise.
  private static boolean speaks(PolicyRule rule, Situation s) {
    boolean covers =
        rule.scope().except().contains(s.kind())
            ? false
            : (rule.scope().kinds().isEmpty() || rule.scope().kinds().contains(s.kind()))
                && (rule.scope().channels().isEmpty()
                    || rule.scope().channels().contains(s.channel()))
                && (rule.scope().agents().isEmpty() || rule.scope().agents().contains(s.agent()));
    return covers
        && switch (rule) {
          case PolicyRule.CapRule cap -> cap.channel() == s.channel();
          case PolicyRule.GapRule gap -> gap.channel() == s.channel();
          case PolicyRule.ConsentRule consent -> consent.purpose().equals(s.purpose());
          case PolicyRule.OneOpenRule open -> true;
          case PolicyRule.RepeatRule repeat -> true;
          case PolicyRule.QuietHoursRule quiet -> true;
          case PolicyRule.BudgetRule budget -> true;
          case PolicyRule.FactRule fact -> true;
        };
  }

  private static String name(PolicyRule rule) {
    return switch (rule) {
      case PolicyRule.ConsentRule r -> "Consent";
      case PolicyRule.CapRule r -> "Contact policy";
      case PolicyRule.GapRule r -> "Contact policy";
      case PolicyRule.OneOpenRule r -> "One at a time";
      case PolicyRule.RepeatRule r -> "Repetition";
      case PolicyRule.QuietHoursRule r -> "Quiet hours";
      case PolicyRule.BudgetRule r -> "Budget";
      case PolicyRule.FactRule r -> "Product rules";
    };
  }

  private static Result blocked(
      ActionDefinition action, Stage stage, String rule, String fact, String passWhen) {
    return new Result.Blocked(
        new BlockedOption(
            action.id(),
            action.name(),
            action.kind().key(),
            action.channel().key(),
            stage,
            rule,
            fact,
            passWhen));
  }

  private static String agents(ActionDefinition action) {
    return String.join(" or ", action.agents()).replace('-', ' ');
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
