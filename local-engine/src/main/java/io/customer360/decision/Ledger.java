package io.customer360.decision;

import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.outbox.Intent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was let go of each budget, while rows are let go or stopped one after the other. An amount
/// counts in the period in which it was approved (`ops.outbox.created_at`), whenever it is sent.
/// Used inside one transaction, so nobody else spends meanwhile.
final class Ledger {
  /// A budget in one of its periods.
  private record Purse(String rule, Instant begins) {}

  private final Policies policies;
  private final ZoneId zone;
  private final Map<Purse, BigDecimal> spent = new HashMap<>();

  private Ledger(Policies policies, ZoneId zone) {
    this.policies = policies;
    this.zone = zone;
  }

  /// The periods in which these rows count.
  static Ledger read(
      Connection c, DecisionReader reader, Policies policies, List<Intent> intents, ZoneId zone)
      throws SQLException {
    Ledger ledger = new Ledger(policies, zone);
    for (Instant at : intents.stream().map(Intent::createdAt).distinct().toList()) {
      if (ledger.misses(at)) {
        Map<String, BigDecimal> sums = reader.letGo(c, policies, at, zone);
        policies
            .budgets()
            .forEach(rule -> ledger.spent.put(ledger.purse(rule, at), sums.get(rule.id())));
      }
    }
    return ledger;
  }

  private boolean misses(Instant at) {
    return policies.budgets().stream().anyMatch(rule -> !spent.containsKey(purse(rule, at)));
  }

  private Purse purse(PolicyRule.BudgetRule rule, Instant at) {
    return new Purse(rule.id(), rule.begins(at, zone));
  }

  /// By id of the budget rule, what was let go in the period that holds `at`.
  Map<String, BigDecimal> at(Instant at) {
    Map<String, BigDecimal> sums = new HashMap<>();
    policies
        .budgets()
        .forEach(rule -> sums.put(rule.id(), spent.getOrDefault(purse(rule, at), BigDecimal.ZERO)));
    return sums;
  }

  void spend(Intent intent) {
    add(intent, intent.cost());
  }

  void giveBack(Intent intent) {
    add(intent, intent.cost().negate());
  }

  private void add(Intent intent, BigDecimal amount) {
    policies.budgets().stream()
        .filter(rule -> DecisionReader.covers(rule.scope(), intent.agent(), intent.kind()))
        .forEach(rule -> spent.merge(purse(rule, intent.createdAt()), amount, BigDecimal::add));
  }
}
