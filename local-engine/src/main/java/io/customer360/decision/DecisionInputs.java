package io.customer360.decision;

import io.customer360.decision.agent.Agents;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.arbitration.FactorSwitches;
import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.lake.Observation;
import io.customer360.decision.rule.Facts;
import io.customer360.fault.WorkbenchException;
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
    return lake.read(
        c -> {
          reader.text().requireGold(c);
          Observation seen = reader.observe(c, List.of(customerId), now);
          if (!seen.facts().containsKey(customerId)) {
            throw WorkbenchException.user(
                "C360-DEC-062",
                "There is no customer " + customerId + ". Find one with: profile --search NAME.");
          }
          if (alone) {
            seen = withoutWaiting(c, seen, customerId, now);
          }
          List<String> agents = new ArrayList<>();
          String trigger = "Asked for";
          for (String agent : Agents.ids()) {
            List<Agents.Member> found = Agents.audience(c, reader.text(), agent, now, customerId);
            if (!found.isEmpty()) {
              agents.add(agent);
              trigger = agents.size() == 1 ? found.getFirst().trigger() : trigger;
            }
          }
          Subject subject = new Subject(customerId, agents, trigger, false);
          return of(subject, seen, base(decider, seen, now)).withId("preview");
        });
  }

  private Observation withoutWaiting(Connection c, Observation seen, String customer, Instant now)
      throws SQLException {
    List<String> waiting =
        Rows.list(
            c,
            "select decision_id from ops.proposal where customer_id = ? and state = 'PROPOSED'",
            row -> row.getString(1),
            customer);
    return new Observation(
        seen.facts(),
        seen.consents(),
        reader.contacts(c, List.of(customer), now, waiting),
        seen.feedback(),
        seen.models());
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
