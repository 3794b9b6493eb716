package io.customer360.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.decision.agent.Agents;
import io.customer360.decision.arbitration.Autonomy;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.decision.lake.Observation;
import io.customer360.decision.rule.Facts;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.BulkInsert;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.NewIntent;
import io.customer360.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Act step: decisions, proposals, outbox rows of what goes by itself, and the audit entries, a
/// thousand decisions to a transaction.
final class AgentActs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lakehouse lake;
  private final AuditLog audit;
  private final Outbox outbox;
  private final DecisionStore store;

  AgentActs(Lakehouse lake, AuditLog audit, Outbox outbox, DecisionStore store) {
    this.lake = lake;
    this.audit = audit;
    this.outbox = outbox;
    this.store = store;
  }

  /// What a run has done so far.
  static final class Tally {
    private final String runId;
    private final Decider decider;
    private final Observation seen;
    private final IntentMaker maker;
    private final Instant now;
    private final Map<String, String> groups = new HashMap<>();
    private int created;
    private int auto;
    private int pending;
    private int blocked;
    private int suggested;

    private Tally(String runId, Decider decider, Observation seen, IntentMaker maker, Instant now) {
      this.runId = runId;
      this.decider = decider;
      this.seen = seen;
      this.maker = maker;
      this.now = now;
    }

    int created() {
      return created;
    }

    int auto() {
      return auto;
    }

    int pending() {
      return pending;
    }

    int blocked() {
      return blocked;
    }

    int suggested() {
      return suggested;
    }
  }

  Tally begin(String runId, Decider decider, Observation seen, String currency, Instant now) {
    return new Tally(
        runId, decider, seen, new IntentMaker(decider.policies().targets(), currency), now);
  }

  void write(Tally tally, List<DecisionStore.Made> made) {
    List<@Nullable Object[]> proposals = new ArrayList<>();
    List<NewIntent> intents = new ArrayList<>();
    List<AuditEvent> events = new ArrayList<>();
    for (DecisionStore.Made each : made) {
      Decision decision = each.decision();
      tally.created++;
      events.add(created(decision, tally));
      RankedOption option = decision.best().orElse(null);
      if (option == null) {
        tally.blocked++;
      } else if (option.autonomy().level() == Autonomy.Level.SUGGEST || nothingToDo(option)) {
        tally.suggested++;
      } else {
        ProposalRow row = proposal(decision, option, tally);
        proposals.add(row.values());
        if (row.automatic()) {
          tally.auto++;
          String by = "agent:" + option.agent();
          intents.add(tally.maker.intent(decision, option, null, null, 0, by, tally.now));
          events.add(
              new AuditEvent(
                  AuditTypes.AGENT_APPROVED,
                  tally.now,
                  by,
                  decision.id(),
                  Map.of("action", option.actionId(), "why", option.autonomy().why())));
        } else if (row.groupId().equals(row.decisionId())) {
          tally.pending++;
        }
      }
    }
    lake.write(
        c -> {
          store.keepTexts(c, tally.decider);
          store.insert(c, tally.runId, made);
          BulkInsert.into(c, "proposal", proposals);
          outbox.enqueueAll(c, intents);
          audit.appendAll(c, events);
          return made.size();
        });
  }

  /// The best is to leave the customer in peace: there is nothing to approve and nothing to send.
  private static boolean nothingToDo(RankedOption option) {
    return option.channel().equals("none") && option.cost().signum() == 0;
  }

  private static AuditEvent created(Decision decision, Tally tally) {
    return new AuditEvent(
        AuditTypes.DECISION_CREATED,
        tally.now,
        decision.agent().isBlank() ? "agent:coordinator" : "agent:" + decision.agent(),
        decision.id(),
        Map.of(
            "customer", decision.customerId(),
            "action", decision.best().map(RankedOption::actionId).orElse("none"),
            "output", decision.outputHash(),
            "run", tally.runId));
  }

  private static ProposalRow proposal(Decision decision, RankedOption option, Tally tally) {
    Facts facts = java.util.Objects.requireNonNull(tally.seen.facts().get(decision.customerId()));
    boolean grouped = option.kind().equals("regulatory");
    String group = decision.id();
    String title = decision.customerName();
    if (grouped) {
      String what = facts.text("recalled_name");
      title = (what.isBlank() ? option.name() : what) + (what.isBlank() ? "" : " recall");
      group =
          tally.groups.computeIfAbsent(
              option.actionId()
                  + "/"
                  + facts.text("recalled_sku")
                  + "/"
                  + facts.text("recalled_batch"),
              key -> decision.id());
    }
    // Too long a message is never cut: a person shortens it.
    boolean automatic =
        option.autonomy().automatic()
            && MessageLimit.why(option.message().subject(), option.message().body()).isEmpty();
    return new ProposalRow(
        decision.id(),
        group,
        decision.customerId(),
        title,
        option.actionId(),
        option.name(),
        1,
        option.kind(),
        option.channel(),
        option.agent(),
        option.cost(),
        decision.valueAtRisk(),
        decision.confidence().value(),
        option.novel(),
        automatic ? 0 : Math.max(1, option.autonomy().approvals()),
        automatic ? ActionState.QUEUED : ActionState.PROPOSED,
        automatic,
        tally.now,
        option.expiresAt(),
        tally.now,
        Observation.likeKey(facts),
        null,
        null);
  }

  void finish(AgentRunReport report, List<String> agents, Instant now) {
    lake.write(
        c -> {
          Rows.update(
              c,
              "insert into ops.agent_run values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              report.runId(),
              now,
              report.seconds(),
              String.join(",", agents),
              report.customers(),
              report.created(),
              report.auto(),
              report.pending(),
              report.blocked(),
              report.suggested(),
              report.conflicts(),
              json(report));
          audit.append(
              c,
              new AuditEvent(
                  AuditTypes.AGENT_RUN,
                  now,
                  "agent:coordinator",
                  report.runId(),
                  Map.of(
                      "agents", agents.stream().map(Agents::name).toList(),
                      "created", report.created(),
                      "auto", report.auto(),
                      "pending", report.pending(),
                      "blocked", report.blocked())));
          return report.runId();
        });
  }

  private static String json(AgentRunReport report) {
    try {
      return JSON.writeValueAsString(report.trace());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A trace is plain data", impossible);
    }
  }
}
