package io.customer360.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.decision.agent.AgentDefinition;
import io.customer360.decision.agent.Agents;
import io.customer360.decision.agent.TraceStep;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditLog;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.governance.StopSwitch;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Outbox;
import io.customer360.workspace.Workspace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The decisions of a workspace. Hands on to the parts and puts together what a screen shows.
final class LocalDecisions implements Decisions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lakehouse lake;
  private final Workspace workspace;
  private final Texts texts;
  private final StopSwitch stop;
  private final Outbox outbox;
  private final Clock clock;
  private final DecisionStore store;
  private final ProposalStore proposals;
  private final Approvals approvals;
  private final Withdrawals withdrawals;
  private final AgentRunner runner;
  private final DecisionReader reader = new DecisionReader();

  LocalDecisions(
      Lakehouse lake,
      Workspace workspace,
      Texts texts,
      StopSwitch stop,
      AuditLog audit,
      Outbox outbox,
      PolicySendGuard guard,
      Clock clock) {
    this.lake = lake;
    this.workspace = workspace;
    this.texts = texts;
    this.stop = stop;
    this.outbox = outbox;
    this.clock = clock;
    this.store = new DecisionStore(lake);
    this.proposals = new ProposalStore(lake);
    this.approvals =
        new Approvals(lake, workspace, texts, stop, audit, outbox, guard, store, proposals);
    this.withdrawals = new Withdrawals(lake, audit, outbox, store, proposals);
    this.runner =
        new AgentRunner(
            lake, workspace, texts, stop, store, new AgentActs(lake, audit, outbox, store));
  }

  @Override
  public Decision preview(String customerId) {
    return runner.preview(customerId, clock.instant());
  }

  @Override
  public AgentRunReport runAgents(AgentRunRequest request, Progress progress) {
    expire();
    return runner.run(request, clock.instant(), progress);
  }

  @Override
  public List<ProposalSummary> queue(QueueFilter filter) {
    return proposals.queue(filter, workspace.settings().currency(), clock.instant());
  }

  @Override
  public Optional<DecisionDetail> detail(String decisionId) {
    return lake.read(c -> detail(c, decisionId));
  }

  private Optional<DecisionDetail> detail(Connection c, String decisionId) throws SQLException {
    List<ProposalRow> group = proposals.group(c, decisionId);
    String head = group.isEmpty() ? decisionId : group.getFirst().groupId();
    Optional<Decision> found = store.find(c, head);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Decision decision = found.get();
    List<DecisionDetail.Vote> votes = proposals.votes(c, head);
    List<DeliveryRow> deliveries =
        deliveries(
            c,
            group.isEmpty() ? List.of(head) : group.stream().map(ProposalRow::decisionId).toList());
    ProposalSummary summary = summary(decision, group, votes, deliveries);
    int chosen = group.isEmpty() ? 0 : group.getFirst().chosen();
    Optional<RankedOption> option =
        decision.options().stream().filter(o -> o.rank() == chosen).findFirst();
    return Optional.of(
        new DecisionDetail(
            summary,
            decision,
            chosen,
            edited(group, true).orElse(option.map(o -> o.message().subject()).orElse("")),
            edited(group, false).orElse(option.map(o -> o.message().body()).orElse("")),
            votes,
            trace(c, decision, summary),
            group.isEmpty()
                ? List.of(decision.customerId())
                : group.stream().map(ProposalRow::customerId).toList(),
            deliveries,
            store.replay(Optional.of(head), Progress.NONE).different().isEmpty()));
  }

  private static Optional<String> edited(List<ProposalRow> group, boolean subject) {
    return group.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(subject ? group.getFirst().subject() : group.getFirst().body());
  }

  private ProposalSummary summary(
      Decision decision,
      List<ProposalRow> group,
      List<DecisionDetail.Vote> votes,
      List<DeliveryRow> deliveries) {
    String currency = workspace.settings().currency();
    if (group.isEmpty()) {
      return new ProposalSummary(
          decision.id(),
          decision.customerId(),
          decision.customerName(),
          decision.best().map(RankedOption::name).orElse("No action passes"),
          1,
          decision.best().map(RankedOption::actionId).orElse(""),
          decision.best().map(RankedOption::kind).orElse(""),
          decision.best().map(RankedOption::channel).orElse(""),
          decision.agent(),
          decision.valueAtRisk(),
          decision.valueAtRiskText(),
          decision.confidence().value(),
          false,
          0,
          0,
          decision.decidedAt(),
          decision.expiresAt(),
          ActionState.BLOCKED);
    }
    int given = (int) votes.stream().filter(DecisionDetail.Vote::approved).count();
    ActionState state = group.getFirst().state();
    if (state == ActionState.QUEUED) {
      // What was taken back and approved again has a row of each; the one in force counts.
      state =
          deliveries.stream()
              .map(DeliveryRow::state)
              .filter(row -> row != ActionState.UNDONE)
              .findFirst()
              .orElse(state);
    }
    return proposals.summary(group, given, state, currency);
  }

  /// The steps of the run, with what each was for this decision.
  private static List<TraceStep> trace(Connection c, Decision decision, ProposalSummary summary)
      throws SQLException {
    List<TraceStep> run =
        Rows.list(
                c,
                """
                select r.trace, r.created from ops.agent_run r
                join ops.decision d on d.run_id = r.run_id where d.decision_id = ?
                """,
                row -> steps(row.getString(1), Math.max(1, row.getInt(2))),
                decision.id())
            .stream()
            .findFirst()
            .orElse(List.of());
    List<TraceStep> own = new ArrayList<>();
    for (TraceStep step : run) {
      List<String> lines =
          switch (step.step()) {
            case "Observe" ->
                List.of(
                    decision.evidence().size() + " facts kept as evidence.",
                    "Trigger: " + decision.trigger() + ".");
            case "Reason" -> List.of(decision.why(), step.lines().getLast());
            case "Decide" ->
                List.of(
                    decision.funnel().all()
                        + " actions, "
                        + decision.blocked().size()
                        + " blocked, "
                        + decision.options().size()
                        + " ranked.",
                    "Policies "
                        + decision.versions().get("policies")
                        + ", seed "
                        + step.inputs().getOrDefault("seed", "")
                        + ".");
            default ->
                List.of(
                    decision.best().map(o -> o.autonomy().why() + ".").orElse("Nothing to do."),
                    state(summary));
          };
      own.add(new TraceStep(step.step(), step.millis(), lines, step.sql(), step.inputs()));
    }
    return own;
  }

  private static String state(ProposalSummary summary) {
    return switch (summary.state()) {
      case PROPOSED -> "Waiting for a person.";
      case APPROVED ->
          summary.approvals() + " of " + summary.approvalsNeeded() + " approvals given.";
      case QUEUED -> "In the outbox.";
      case IN_FLIGHT -> "On its way.";
      default -> {
        String word = summary.state().name().toLowerCase(java.util.Locale.ROOT);
        yield Character.toUpperCase(word.charAt(0)) + word.substring(1) + ".";
      }
    };
  }

  /// @param share how many decisions the run's time is divided by
  private static List<TraceStep> steps(String json, int share) {
    try {
      List<TraceStep> steps = new ArrayList<>();
      for (TraceStep step : JSON.readValue(json, new TypeReference<List<TraceStep>>() {})) {
        steps.add(
            new TraceStep(
                step.step(), step.millis() / share, step.lines(), step.sql(), step.inputs()));
      }
      return steps;
    } catch (JsonProcessingException broken) {
      throw WorkbenchException.internal("C360-DEC-090", "A stored trace is broken.", broken);
    }
  }

  @Override
  public Optional<Decision> latestFor(String customerId) {
    return store.latestFor(customerId);
  }

  @Override
  public BatchApproval approveAll(List<String> decisionIds, Person by) {
    return approvals.approveAll(decisionIds, by, clock.instant());
  }

  @Override
  public ApprovalResult approve(String decisionId, Person by, ApprovalEdit edit) {
    return approvals.approve(decisionId, by, edit, clock.instant());
  }

  @Override
  public Optional<String> approvalObstacle(String decisionId, Person by) {
    return approvals.obstacle(decisionId, by, clock.instant());
  }

  @Override
  public void reject(String decisionId, Person by, RejectReason reason, String note) {
    withdrawals.reject(decisionId, by, reason, note, clock.instant());
  }

  @Override
  public boolean undo(String decisionId, Person by) {
    return withdrawals.undo(decisionId, by, clock.instant());
  }

  @Override
  public ReplayReport replay(Optional<String> decisionId, Progress progress) {
    return store.replay(decisionId, progress);
  }

  @Override
  public ReplayReport replayUnderCurrentTexts(Progress progress) {
    return store.under(texts.decider(), progress);
  }

  @Override
  public List<AgentStatus> agents() {
    Policies policies = texts.policies();
    Instant now = clock.instant();
    return lake.read(
        c -> {
          Map<String, BigDecimal> spent =
              reader.spent(c, policies, now, workspace.settings().zoneId());
          Map<String, Integer> open = new HashMap<>();
          Rows.list(
              c,
              """
              select agent, count(distinct group_id) from ops.proposal
              where state in ('PROPOSED', 'APPROVED') and expires_at > ? group by agent
              """,
              row -> open.put(row.getString(1), row.getInt(2)),
              now);
          List<AgentStatus> found = new ArrayList<>();
          for (AgentDefinition agent : Agents.under(policies)) {
            found.add(status(c, agent, policies, spent, open.getOrDefault(agent.id(), 0)));
          }
          return found;
        });
  }

  private record LastRun(Instant at, int customers) {}

  private AgentStatus status(
      Connection c,
      AgentDefinition agent,
      Policies policies,
      Map<String, BigDecimal> spent,
      int open)
      throws SQLException {
    BigDecimal limit = BigDecimal.ZERO;
    BigDecimal used = BigDecimal.ZERO;
    for (PolicyRule.BudgetRule budget : policies.budgets()) {
      if (budget.scope().agents().contains(agent.id())) {
        limit = limit.add(budget.limit());
        used = used.add(spent.getOrDefault(budget.id(), BigDecimal.ZERO));
      }
    }
    @Nullable LastRun last =
        Rows.list(
                c,
                """
                select r.started_at, (select count(*) from ops.decision d
                  where d.run_id = r.run_id and d.agent = ?) as customers
                from ops.agent_run r where list_contains(string_split(r.agents, ','), ?)
                order by r.started_at desc, r.run_id desc limit 1
                """,
                row ->
                    new LastRun(
                        Objects.requireNonNull(Rows.instant(row, "started_at")), row.getInt(2)),
                agent.id(),
                agent.id())
            .stream()
            .findFirst()
            .orElse(null);
    Map<String, String> autonomy = new TreeMap<>();
    agent
        .autonomy()
        .forEach(
            (kind, level) ->
                autonomy.put(kind.key(), level.name().toLowerCase(java.util.Locale.ROOT)));
    boolean spentAll = limit.signum() > 0 && used.compareTo(limit) >= 0;
    String health =
        stop.stopped()
            ? "stopped"
            : last == null ? "never run" : spentAll ? "budget used up" : "ready";
    return new AgentStatus(
        agent.id(),
        agent.name(),
        agent.goal(),
        autonomy,
        health,
        last == null ? null : last.at(),
        last == null ? 0 : last.customers(),
        open,
        used,
        limit);
  }

  @Override
  public void stopAgents(Person by) {
    stop.stop(by, clock.instant());
  }

  @Override
  public void resumeAgents(Person by) {
    if (by.isAgent() || by.role() == Role.ANALYST) {
      throw WorkbenchException.user(
          "C360-DEC-091", by.name() + " may stop agents and not resume them.");
    }
    stop.resume(by, clock.instant());
  }

  @Override
  public boolean stopped() {
    return stop.stopped();
  }

  @Override
  public List<DeliveryRow> deliveries(int limit) {
    List<Intent> intents = outbox.list(List.of(), limit);
    return lake.read(c -> rows(c, intents));
  }

  private static List<DeliveryRow> deliveries(Connection c, List<String> decisionIds)
      throws SQLException {
    return Rows.list(
        c,
        DELIVERIES + " where o.decision_id in (select unnest(?)) order by o.id",
        LocalDecisions::delivery,
        c.createArrayOf("VARCHAR", decisionIds.toArray()));
  }

  private static List<DeliveryRow> rows(Connection c, List<Intent> intents) throws SQLException {
    Map<Long, DeliveryRow> byId = new HashMap<>();
    Rows.list(
        c,
        DELIVERIES + " where o.id in (select unnest(?))",
        row -> byId.put(row.getLong("id"), delivery(row)),
        c.createArrayOf("BIGINT", intents.stream().map(Intent::id).toArray()));
    return intents.stream().map(i -> byId.get(i.id())).filter(Objects::nonNull).toList();
  }

  private static final String DELIVERIES =
      """
      select o.id, o.idempotency_key, o.decision_id, o.customer_id,
        coalesce(json_extract_string(o.payload, '$.data.customer_name'), '') as customer_name,
        o.action_id,
        coalesce(json_extract_string(o.payload, '$.data.action_name'), o.action_id) as action_name,
        o.channel, o.target, o.state, o.attempts, o.reply_status, o.reply, o.created_at, o.sent_at,
        o.next_attempt_at
      from ops.outbox o
      """;

  private static DeliveryRow delivery(java.sql.ResultSet row) throws SQLException {
    int status = row.getInt("reply_status");
    boolean none = row.wasNull();
    return new DeliveryRow(
        row.getLong("id"),
        row.getString("idempotency_key"),
        row.getString("decision_id"),
        row.getString("customer_id"),
        row.getString("customer_name"),
        row.getString("action_id"),
        row.getString("action_name"),
        row.getString("channel"),
        row.getString("target"),
        ActionState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        none ? null : status,
        row.getString("reply"),
        Objects.requireNonNull(Rows.instant(row, "created_at")),
        Rows.instant(row, "sent_at"),
        Objects.requireNonNull(Rows.instant(row, "next_attempt_at")));
  }

  @Override
  public ActionCounts counts() {
    return proposals.counts(clock.instant());
  }

  @Override
  public int expire() {
    Instant now = clock.instant();
    return withdrawals.expire(now) + outbox.expire(now);
  }
}
