package io.customer360.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.Stage;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Reply;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
  @TempDir Path folder;
  private DecisionWorld world;
  private Decisions decisions;

  @BeforeEach
  void open() {
    world = new DecisionWorld(folder, 150);
    decisions = world.decisions();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private AgentRunReport run() {
    return decisions.runAgents(AgentRunRequest.ALL, Progress.NONE);
  }

  private ProposalSummary first(String kind) {
    return decisions.queue(new QueueFilter(kind, false, 0, "", 1_000)).getFirst();
  }

  @Test
  void agentsDecideStoreAndLetGoWhatTheyMay() {
    AgentRunReport report = run();
    assertThat(report.created()).isEqualTo((int) world.count("select count(*) from ops.decision"));
    assertThat(report.auto()).isPositive();
    assertThat(report.pending()).isEqualTo(decisions.queue(QueueFilter.ALL).size()).isPositive();
    assertThat(world.count("select count(*) from ops.outbox")).isEqualTo(report.auto());
    assertThat(report.conflicts()).isPositive();
    assertThat(report.trace())
        .extracting(s -> s.step())
        .containsExactly("Observe", "Reason", "Decide", "Act");
    assertThat(
            world.count(
                "select count(*) from (select customer_id from ops.proposal"
                    + " where kind <> 'regulatory' group by 1 having count(*) > 1)"))
        .as("one customer, one action")
        .isZero();
    assertThat(world.desk.audit().verify().verified()).isTrue();
    assertThat(world.count("select count(*) from ops.audit where type = 'decision.created'"))
        .isEqualTo(report.created());
    ReplayReport replay = decisions.replay(Optional.empty(), Progress.NONE);
    assertThat(replay.different()).isEmpty();
    assertThat(replay.identical()).isEqualTo(report.created());

    AgentRunReport again = run();
    assertThat(again.auto() + again.pending()).as("nobody is asked twice").isZero();
    assertThat(decisions.agents()).allMatch(a -> a.health().equals("ready"));
    assertThat(decisions.counts().of(ActionState.PROPOSED)).isEqualTo(report.pending());
    assertThat(decisions.counts().of(ActionState.QUEUED)).isEqualTo(report.auto());
  }

  @Test
  void replayNamesWhatWasChanged() {
    run();
    ProposalSummary item = first("service");
    world.run(
        "update ops.decision set input = replace(input, '\"orders_12m\":6', '\"orders_12m\":2') where decision_id = '"
            + item.decisionId()
            + "'");
    ReplayReport replay = decisions.replay(Optional.of(item.decisionId()), Progress.NONE);
    assertThat(replay.identical()).isZero();
    assertThat(replay.different().getFirst().field()).startsWith("/");
    assertThat(decisions.detail(item.decisionId()).orElseThrow().replayIdentical()).isFalse();
  }

  @Test
  void approvalWritesOutboxAndAuditTogether() {
    run();
    ProposalSummary item = first("service");
    assertThat(decisions.approvalObstacle(item.decisionId(), DecisionWorld.MAYA)).isEmpty();
    ApprovalResult result =
        decisions.approve(
            item.decisionId(), DecisionWorld.MAYA, new ApprovalEdit(0, null, "Another text"));
    assertThat(result.state()).isEqualTo(ActionState.QUEUED);
    DecisionDetail detail = decisions.detail(item.decisionId()).orElseThrow();
    assertThat(detail.messageBody()).isEqualTo("Another text");
    assertThat(detail.deliveries()).hasSize(1);
    assertThat(detail.votes()).hasSize(1);
    assertThat(detail.trace()).hasSize(4);
    assertThat(detail.replayIdentical()).isTrue();
    assertThat(
            world
                .desk
                .outbox()
                .byKey(detail.deliveries().getFirst().idempotencyKey())
                .orElseThrow()
                .payload())
        .contains("\"body\":\"Another text\"");
    assertThat(world.desk.audit().latest(item.decisionId(), 5).getFirst().json())
        .contains("human.approved");
    assertThatThrownBy(
            () -> decisions.approve(item.decisionId(), DecisionWorld.MAYA, ApprovalEdit.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("already");
    assertThat(decisions.undo(item.decisionId(), DecisionWorld.MAYA)).isTrue();
    assertThat(decisions.detail(item.decisionId()).orElseThrow().summary().state())
        .isEqualTo(ActionState.PROPOSED);
    // Approved again after an undo it goes under another key.
    decisions.approve(item.decisionId(), DecisionWorld.MAYA, ApprovalEdit.NONE);
    assertThat(
            world.count(
                "select count(distinct idempotency_key) from ops.outbox where"
                    + " decision_id = '"
                    + item.decisionId()
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void manyAreApprovedInOneTransactionAndWhatMayNotGoKeepsNoOtherFromGoing() {
    run();
    List<ProposalSummary> open = decisions.queue(QueueFilter.ALL);
    ProposalSummary recall = first("regulatory");
    ProposalSummary approved = first("service");
    decisions.approve(approved.decisionId(), DecisionWorld.MAYA, ApprovalEdit.NONE);
    long queued = world.count("select count(*) from ops.outbox");
    List<String> wanted = new ArrayList<>(open.stream().map(p -> p.decisionId()).toList());
    wanted.add("D-unknown");
    BatchApproval batch = decisions.approveAll(wanted, DecisionWorld.MAYA);
    assertThat(batch.refused()).containsOnlyKeys(approved.decisionId(), "D-unknown");
    assertThat(batch.refused().get(approved.decisionId())).contains("already");
    assertThat(batch.approved()).hasSize(open.size() - 1);
    for (ApprovalResult result : batch.approved()) {
      boolean first = result.decisionId().equals(recall.decisionId());
      assertThat(result.state()).isEqualTo(first ? ActionState.APPROVED : ActionState.QUEUED);
      assertThat(result.queued()).isEqualTo(first ? 0 : 1);
    }
    assertThat(world.count("select count(*) from ops.outbox"))
        .isEqualTo(queued + batch.approved().size() - 1);
    assertThat(world.count("select count(*) from ops.audit where type = 'human.approved'"))
        .isEqualTo(open.size());
    assertThat(world.count("select count(*) from ops.vote where approved and not withdrawn"))
        .isEqualTo(open.size());
    assertThat(world.desk.audit().verify().verified()).isTrue();
    // Of two members of one group the group goes once; nobody approves twice.
    assertThat(decisions.approveAll(wanted, DecisionWorld.MAYA).approved()).isEmpty();
    List<String> twice = List.of(recall.decisionId(), recall.decisionId());
    assertThat(decisions.approveAll(twice, DecisionWorld.OLU).approved())
        .singleElement()
        .satisfies(result -> assertThat(result.queued()).isEqualTo(recall.members()));
  }

  @Test
  void aSentActionCannotBeUndone() {
    run();
    ProposalSummary item = first("service");
    decisions.approve(item.decisionId(), DecisionWorld.MAYA, ApprovalEdit.NONE);
    deliver(100);
    assertThat(decisions.undo(item.decisionId(), DecisionWorld.MAYA)).isFalse();
    assertThat(decisions.detail(item.decisionId()).orElseThrow().summary().state())
        .isEqualTo(ActionState.SENT);
    assertThat(world.count("select count(*) from ops.audit where type = 'action.executed'"))
        .isPositive();
  }

  private int deliver(int n) {
    int sent = 0;
    for (String target : List.of("webhook", "file")) {
      List<Long> ids =
          world.desk.outbox().claim(target, n, world.clock.instant()).stream()
              .map(Intent::id)
              .toList();
      assertThat(world.desk.outbox().inFlight(ids, world.clock.instant()))
          .containsExactlyInAnyOrderElementsOf(ids);
      world
          .desk
          .outbox()
          .sentAll(
              ids.stream()
                  .collect(
                      java.util.stream.Collectors.toMap(id -> id, id -> new Reply(200, "ok", ""))),
              world.clock.instant());
      sent += ids.size();
    }
    return sent;
  }

  @Test
  void aRecallIsOneItemAndNeedsTwoPersons() {
    run();
    ProposalSummary recall = first("regulatory");
    assertThat(recall.title()).isEqualTo("Ridgeline Anorak recall");
    assertThat(recall.subtitle()).isEqualTo("Notice to 3 buyers");
    assertThat(recall.valueAtRisk()).isEqualByComparingTo("297");
    assertThat(recall.approvalsNeeded()).isEqualTo(2);
    ApprovalResult one =
        decisions.approve(recall.decisionId(), DecisionWorld.MAYA, ApprovalEdit.NONE);
    assertThat(one.state()).isEqualTo(ActionState.APPROVED);
    assertThat(one.queued()).isZero();
    assertThat(decisions.approvalObstacle(recall.decisionId(), DecisionWorld.MAYA))
        .hasValueSatisfying(why -> assertThat(why).contains("second person"));
    assertThat(first("regulatory").approvals()).isEqualTo(1);
    ApprovalResult two =
        decisions.approve(recall.decisionId(), DecisionWorld.OLU, ApprovalEdit.NONE);
    assertThat(two.queued()).isEqualTo(3);
    assertThat(decisions.detail(recall.decisionId()).orElseThrow().members()).hasSize(3);
  }

  @Test
  void agentsAndAnalystsNeverApprove() {
    run();
    ProposalSummary item = first("service");
    assertThat(
            decisions.approvalObstacle(
                item.decisionId(), Person.agent("churn-prevention", "Churn Prevention")))
        .isPresent();
    assertThat(decisions.approvalObstacle(item.decisionId(), new Person("an", "Ana", Role.ANALYST)))
        .hasValueSatisfying(why -> assertThat(why).contains("analyst"));
  }

  @Test
  void rejectionsShiftTheNextRankingForLikeCustomersAndReplayStaysExact() {
    BigDecimal before = propensity("C-000012");
    run();
    List<ProposalSummary> calls =
        decisions.queue(QueueFilter.ALL).stream()
            .filter(p -> p.actionId().equals("feedback-call"))
            .filter(p -> !p.customerId().endsWith("0") && !p.customerId().equals("C-000012"))
            .limit(4)
            .toList();
    assertThat(calls).hasSize(4);
    calls.forEach(
        p ->
            decisions.reject(
                p.decisionId(), DecisionWorld.MAYA, RejectReason.WRONG_ACTION, "no calls"));
    world.clock.forward(Duration.ofDays(40));
    decisions.expire();
    assertThat(propensity("C-000012")).isLessThan(before);
    assertThat(decisions.replay(Optional.empty(), Progress.NONE).different()).isEmpty();
    assertThat(decisions.undo(calls.getFirst().decisionId(), DecisionWorld.MAYA)).isTrue();
  }

  private BigDecimal propensity(String customer) {
    return decisions.preview(customer).options().stream()
        .filter(o -> o.actionId().equals("feedback-call"))
        .findFirst()
        .orElseThrow()
        .factors()
        .propensity();
  }

  @Test
  void aNoAfterTheApprovalIsNeverSent() {
    run();
    int queued = (int) world.count("select count(*) from ops.outbox");
    Intent one =
        world.desk.outbox().list(List.of(ActionState.QUEUED), 1_000).stream()
            .filter(intent -> intent.purpose().equals("service"))
            .findFirst()
            .orElseThrow();
    world.desk.outcomes().withdrawConsent(one.customerId(), "service", "all", "phone call");
    assertThat(deliver(1_000)).isEqualTo(queued - 1);
    Intent after = world.desk.outbox().byKey(one.idempotencyKey()).orElseThrow();
    assertThat(after.state()).isEqualTo(ActionState.BLOCKED);
    assertThat(after.reply()).contains("Service messages stop at an objection");
    Decision next = decisions.preview(one.customerId());
    assertThat(next.blocked())
        .anyMatch(b -> b.stage() == Stage.CONSENT && b.fact().contains("No service by phone"));
  }

  @Test
  void outcomesFeedBackAtOnce() {
    run();
    deliver(1_000);
    List<Intent> sent = world.desk.outbox().list(List.of(ActionState.SENT), 3);
    Outcome no =
        new Outcome(
            sent.get(0).idempotencyKey(),
            OutcomeKind.OPTED_OUT,
            world.clock.instant(),
            "STOP",
            BigDecimal.ZERO);
    world.desk.outcomes().record(no);
    world.desk.outcomes().record(no);
    assertThat(world.count("select count(*) from ops.outcome")).isEqualTo(1);
    assertThat(world.count("select count(*) from ops.consent_override")).isEqualTo(1);
    world
        .desk
        .outcomes()
        .record(
            new Outcome(
                sent.get(1).idempotencyKey(),
                OutcomeKind.BOUNCED,
                world.clock.instant(),
                "mailbox full",
                BigDecimal.ZERO));
    assertThat(world.desk.outbox().byKey(sent.get(1).idempotencyKey()).orElseThrow().state())
        .isEqualTo(ActionState.BOUNCED);
    assertThat(world.desk.audit().verify().verified()).isTrue();
  }

  @Test
  void theStopKeyHaltsAgentsAndOutboxAndHoldsAfterARestart() {
    run();
    decisions.stopAgents(DecisionWorld.MAYA);
    assertThatThrownBy(this::run).hasMessageContaining("Resume them first");
    assertThat(world.desk.outbox().claim("webhook", 10, world.clock.instant())).isEmpty();
    String any = first("service").decisionId();
    assertThat(decisions.approvalObstacle(any, DecisionWorld.OLU)).isPresent();
    DecisionDesk reopened = DecisionDesk.open(world.lake, world.workspace, world.clock);
    assertThat(reopened.decisions().stopped()).isTrue();
    decisions.resumeAgents(DecisionWorld.MAYA);
    assertThat(decisions.stopped()).isFalse();
    assertThat(decisions.agents()).noneMatch(a -> a.health().equals("stopped"));
  }

  @Test
  void proposalsExpire() {
    run();
    long waiting = decisions.queue(QueueFilter.ALL).size();
    world.clock.forward(Duration.ofDays(9));
    assertThat(decisions.queue(QueueFilter.ALL)).isEmpty();
    assertThat(decisions.expire()).isGreaterThanOrEqualTo((int) waiting);
    assertThat(decisions.counts().of(ActionState.PROPOSED)).isZero();
  }

  @Test
  void previewStoresNothingAndFollowsTheWordsOfThePerson() throws Exception {
    Decision before = decisions.preview("C-000003");
    assertThat(before.id()).isEqualTo("preview");
    assertThat(world.count("select count(*) from ops.decision")).isZero();
    java.nio.file.Files.writeString(
        world.workspace.offers().resolve("mine.yaml"),
        "id: only\nname: The only one\nkind: service\nchannel: none\nvalue: 5\n");
    assertThat(decisions.preview("C-000003").funnel().all()).isEqualTo(1);
    assertThatThrownBy(() -> decisions.preview("C-999999"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("C-999999");
  }

  @Test
  void aNewPolicyIsTriedOnStoredDecisions() throws Exception {
    run();
    assertThat(decisions.replayUnderCurrentTexts(Progress.NONE).different()).isEmpty();
    String contact =
        io.customer360.decision.policy.Policies.defaultTexts().files().get("product.yaml");
    java.nio.file.Files.writeString(
        world.workspace.policies().resolve("product.yaml"),
        contact.replace(
            "rules:\n",
            "rules:\n  - {id: no-calls, says: No calls, channels: [call], fact: {stage: suitability,"
                + " when: \"customer_days < 0\"}}\n"));
    ReplayReport report = decisions.replayUnderCurrentTexts(Progress.NONE);
    assertThat(report.different())
        .isNotEmpty()
        .allMatch(d -> d.stored().equals("feedback-call") && !d.recomputed().equals(d.stored()));
    assertThat(decisions.replay(Optional.empty(), Progress.NONE).different()).isEmpty();
  }

  @Test
  void parallelRunsNeverOverspend() throws Exception {
    String budget =
        io.customer360.decision.policy.Policies.defaultTexts()
            .files()
            .get("budget.yaml")
            .replace(
                "limit: 3000, period: month}\n    agents: [churn-prevention]",
                "limit: 100, period: month}\n    agents: [churn-prevention]")
            .replace("spent: 2988\n", "spent: 88\n");
    java.nio.file.Files.writeString(world.workspace.policies().resolve("budget.yaml"), budget);
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Callable<AgentRunReport>> runs =
          java.util.Collections.nCopies(8, DecisionsTest.this::run);
      for (var done : pool.invokeAll(runs)) {
        done.get();
      }
    }
    assertThat(
            world.count(
                "select coalesce(sum(cost), 0) from ops.proposal where kind = 'service' and agent ="
                    + " 'churn-prevention'"))
        .isLessThanOrEqualTo(100);
    assertThat(
            world.count(
                "select count(*) from (select customer_id from ops.proposal"
                    + " where kind <> 'regulatory' group by 1 having count(*) > 1)"))
        .isZero();
    assertThat(world.desk.audit().verify().verified()).isTrue();
    assertThat(decisions.agents())
        .extracting(AgentStatus::budgetLimit)
        .contains(new BigDecimal("2600.0"));
  }
}
