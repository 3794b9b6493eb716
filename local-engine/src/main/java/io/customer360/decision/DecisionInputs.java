package io.customer360.decision;

import io.customer360.decision.agent.Agents;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.arbitration.FactorSwitches;
import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.lake.Observation;
import io.customer360.decision.rule.Facts;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Beside;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts together what a decision is made from. Safe from any thread.
final class DecisionInputs {
  private final Lakehouse lake;
  private final Workspace workspace;
  private final DecisionReader reader;

  DecisionInputs(Lakehouse lake, Workspace workspace, DecisionReader reader) {
    this.lake = lake;
    this.workspace = workspace;
    this.reader = reader;
  }

  /// A customer to decide on.
  ///
  /// @param safety the recall is decided by itself, beside any other action
  record Subject(String customerId, List<String> agents, String trigger, boolean safety) {}

  /// One customer as he is, for a look that stores nothing.
  ///
  /// @param alone as if none of his proposals waited for a person: with one that waits, the rule of
  ///     one open action would stop all others
  DecisionInput one(Decider decider, String customerId, Instant now, boolean alone) {
    lake.read(
        c -> {
          reader.text().requireGold(c);
          return true;
        });
    List<String> one = List.of(customerId);
    return Beside.both(
        () -> lake.read(c -> reader.facts(c, one, now)),
        () ->
            lake.read(
                c -> {
                  List<String> without = alone ? waiting(c, customerId) : List.of();
                  Observation seen = reader.around(c, one, now, without);
                  return new Around(seen, subject(c, customerId, now), base(decider, seen, now));
                }),
        (facts, around) -> {
          if (!facts.containsKey(customerId)) {
            throw WorkbenchException.user(
                "C360-DEC-062",
                "There is no customer " + customerId + ". Find one with: profile --search NAME.");
          }
          return of(around.subject(), around.seen().with(facts), around.base()).withId("preview");
        });
  }

  /// What a decision is made from, but for the customer's facts.
  private record Around(Observation seen, Subject subject, DecisionInput base) {}

  private Subject subject(Connection c, String customerId, Instant now) throws SQLException {
    List<String> agents = new ArrayList<>();
    String trigger = "Asked for";
    for (String agent : Agents.ids()) {
      List<Agents.Member> found = Agents.audience(c, reader.text(), agent, now, customerId);
      if (!found.isEmpty()) {
        agents.add(agent);
        trigger = agents.size() == 1 ? found.getFirst().trigger() : trigger;
      }
    }
    return new Subject(customerId, agents, trigger, false);
  }

  private static List<String> waiting(Connection c, String customer) throws SQLException {
    return Rows.list(
        c,
        "select decision_id from ops.proposal where customer_id = ? and state = 'PROPOSED'",
        row -> row.getString(1),
        customer);
  }

  /// What the decisions of one moment have in common.
  DecisionInput base(Decider decider, Observation seen, Instant now) {
    WorkspaceSettings settings = workspace.settings();
    Map<String, BigDecimal> spent =
        lake.read(c -> reader.spent(c, decider.policies(), now, settings.zoneId()));
    return new DecisionInput(
        "",
        "",
        now,
        Long.parseLong(settings.more().getOrDefault("decision.seed", "7")),
        "",
        List.of(),
        new Facts(Map.of()),
        List.of(),
        List.of(),
        spent,
        Map.of(),
        seen.models(),
        decider.catalogue().version(),
        decider.policies().version(),
        settings.currency(),
        settings.zone(),
        settings.name(),
        FactorSwitches.ALL);
  }

  static DecisionInput of(Subject subject, Observation seen, DecisionInput base) {
    Facts facts = Optional.ofNullable(seen.facts().get(subject.customerId())).orElseThrow();
    return new DecisionInput(
        base.decisionId(),
        subject.customerId(),
        base.now(),
        base.seed(),
        subject.trigger(),
        subject.agents(),
        facts,
        seen.consents().getOrDefault(subject.customerId(), List.of()),
        seen.contacts().getOrDefault(subject.customerId(), List.of()),
        base.spent(),
        seen.feedbackFor(facts),
        base.models(),
        base.catalogueVersion(),
        base.policyVersion(),
        base.currency(),
        base.zone(),
        base.company(),
        base.switches());
  }
}
