package io.customer360.decision;

import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditLog;
import io.customer360.governance.Person;
import io.customer360.governance.StopSwitch;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Outbox;
import io.customer360.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The decisions of a workspace. Hands on to the parts and puts together what a screen shows.
final class LocalDecisions implements Decisions {
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
  private final DecisionDetails details;
  private final AgentReports reports;

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
        new Approvals(
            lake,
            workspace,
            texts,
            audit,
            outbox,
            guard,
            new ApprovalRules(stop),
            store,
            proposals);
    this.withdrawals = new Withdrawals(lake, audit, outbox, store, proposals);
    this.runner =
        new AgentRunner(
            lake, workspace, texts, stop, store, new AgentActs(lake, audit, outbox, store));
    this.details = new DecisionDetails(store, proposals, workspace.settings().currency());
    this.reports = new AgentReports(lake, workspace.settings().zoneId(), texts, stop);
  }

  @Override
  public Decision preview(String customerId) {
    Decider decider = texts.decider();
    return decider.decide(runner.inputs().one(decider, customerId, clock.instant(), false));
  }

  @Override
  public DecisionInput input(String customerId) {
    return runner.inputs().one(texts.decider(), customerId, clock.instant(), true);
  }

  @Override
  public Decision decide(DecisionInput kept) {
    Decider decider = texts.decider();
    return decider.decide(
        kept.withTexts(decider.catalogue().version(), decider.policies().version()));
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public AgentRunReport runAgents(AgentRunRequest request, Progress progress) {
    if (stop.stopped()) {
      throw WorkbenchException.user("C360-DEC-092", stop.words());
    }
    expire();
    return runner.run(request, clock.instant(), progress);
  }

  @Override
  public List<ProposalSummary> queue(QueueFilter filter) {
    return proposals.queue(filter, workspace.settings().currency(), clock.instant());
  }

  @Override
  public Optional<DecisionDetail> detail(String decisionId) {
    return lake.read(c -> details.of(c, decisionId));
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
    return reports.agents(clock.instant());
  }

  @Override
  public void stopAgents(Person by) {
    stop.stop(by, clock.instant());
  }

  @Override
  public void resumeAgents(Person by) {
    by.barredFromResuming()
        .ifPresent(
            why -> {
              throw WorkbenchException.user("C360-DEC-091", why);
            });
    stop.resume(by, clock.instant());
  }

  @Override
  public boolean stopped() {
    return stop.stopped();
  }

  @Override
  public List<DeliveryRow> deliveries(int limit) {
    List<Intent> intents = outbox.list(List.of(), limit);
    return lake.read(c -> DeliveryRows.ofIntents(c, intents));
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
