package io.customer360.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.policy.PolicyRule;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import io.customer360.outbox.SendGuard;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No period of a budget sees more approved than the budget holds.
class BudgetsTest {
  @TempDir Path folder;
  private DecisionWorld world;

  @BeforeEach
  void open() {
    world = new DecisionWorld(folder, 90);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void budget(BigDecimal limit, String period) throws IOException {
    Files.writeString(
        world.policies().resolve("budget.yaml"),
        """
        policy: budget
        says: So much for calls.
        rules:
          - id: calls
            says: So much for calls
            budget: {limit: %s, period: %s}
            kinds: [service]
        examples:
          - name: Nothing costs nothing
            rule: calls
            expect: pass
            action: {kind: service, channel: call, agent: churn-prevention, cost: 0}
          - name: Far too much
            rule: calls
            expect: fail
            action: {kind: service, channel: call, agent: churn-prevention, cost: 1000000}
        """
            .formatted(limit.toPlainString(), period));
  }

  private BigDecimal approved(Instant from, Instant to) {
    return world.lake.read(
        c ->
            Rows.list(
                    c,
                    """
                    select coalesce(sum(cost), 0) from ops.outbox
                    where kind = 'service' and created_at >= ? and created_at < ?
                    """,
                    row -> row.getBigDecimal(1),
                    from,
                    to)
                .getFirst());
  }

  @Test
  void aBatchOnALaterDaySpendsTheMoneyOfThatDayAsItGoes() throws Exception {
    Decisions decisions = world.decisions();
    decisions.runAgents(AgentRunRequest.ALL, Progress.NONE);
    budget(new BigDecimal("30"), "day");
    world.clock.forward(Duration.ofDays(1));
    Instant before = world.clock.instant();
    List<String> calls =
        decisions.queue(new QueueFilter("service", false, 0, "", 1_000)).stream()
            .map(ProposalSummary::decisionId)
            .toList();
    BatchApproval batch = decisions.approveAll(calls, DecisionWorld.MAYA);
    assertThat(batch.approved()).isNotEmpty();
    assertThat(approved(before, before.plusSeconds(1)))
        .isPositive()
        .isLessThanOrEqualTo(new BigDecimal("30"));
    assertThat(batch.refused().values()).isNotEmpty().allMatch(why -> why.contains("left today"));
    assertThat(
            decisions.approvalObstacle(
                batch.refused().keySet().iterator().next(), DecisionWorld.MAYA))
        .isPresent();
    // What was approved is paid for: it goes on a later day whatever is left of that one.
    world.clock.forward(Duration.ofDays(1));
    assertThat(world.desk.outbox().claim("file", 1_000, world.clock.instant()))
        .extracting(Intent::decisionId)
        .containsAll(batch.approved().stream().map(ApprovalResult::decisionId).toList());
    // The next day has money again.
    assertThat(
            decisions
                .approveAll(List.copyOf(batch.refused().keySet()), DecisionWorld.MAYA)
                .approved())
        .isNotEmpty();
  }

  @Test
  void whateverIsAskedWheneverNoPeriodIsOverspent() throws Exception {
    Texts texts = new Texts(world.workspace.offers(), world.workspace.policies());
    PolicySendGuard guard = new PolicySendGuard(world.workspace, texts);
    ZoneId zone = world.workspace.settings().zoneId();
    Random random = new Random(7);
    Instant now = Instant.parse("2026-10-24T20:00:00Z");
    for (String period : List.of("day", "week", "month")) {
      BigDecimal limit = BigDecimal.valueOf(random.nextInt(500, 6_000), 2);
      budget(limit, period);
      PolicyRule.BudgetRule rule = texts.policies().budgets().getFirst();
      for (int batch = 0; batch < 12; batch++) {
        Instant at = now;
        List<PolicySendGuard.Asked> asked = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
          asked.add(asked(random, at));
        }
        BigDecimal before = approved(rule.begins(at, zone), rule.ends(at, zone));
        BigDecimal after = world.lake.write(c -> let(c, guard, asked, limit, before, at));
        assertThat(approved(rule.begins(at, zone), rule.ends(at, zone)))
            .isEqualByComparingTo(after)
            .isLessThanOrEqualTo(limit);
        now = now.plus(Duration.ofMinutes(random.nextInt(1, 60 * 40)));
      }
      // The next budget begins where no earlier row counts.
      now = now.plus(Duration.ofDays(62));
    }
  }

  /// Lets go what may and holds each verdict against a sum of its own.
  private static BigDecimal let(
      Connection c,
      PolicySendGuard guard,
      List<PolicySendGuard.Asked> asked,
      BigDecimal limit,
      BigDecimal before,
      Instant at)
      throws SQLException {
    List<SendGuard.Verdict> verdicts = guard.checkNew(c, asked, at);
    BigDecimal sum = before;
    for (int i = 0; i < asked.size(); i++) {
      BigDecimal cost =
          asked.get(i).intents().stream()
              .map(Intent::cost)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean fits = cost.signum() == 0 || sum.add(cost).compareTo(limit) <= 0;
      assertThat(verdicts.get(i) instanceof SendGuard.Verdict.Block)
          .as("%s more after %s of %s", cost, sum, limit)
          .isEqualTo(!fits);
      if (fits && asked.get(i).spends()) {
        sum = sum.add(cost);
        for (Intent intent : asked.get(i).intents()) {
          insert(c, intent);
        }
      }
    }
    return sum;
  }

  private static void insert(Connection c, Intent intent) throws SQLException {
    Rows.update(
        c,
        """
        insert into ops.outbox (id, decision_id, customer_id, action_id, kind, channel, agent, cost,
          state, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?)
        """,
        intent.id(),
        intent.decisionId(),
        intent.customerId(),
        intent.actionId(),
        intent.kind(),
        intent.channel(),
        intent.agent(),
        intent.cost(),
        intent.createdAt());
  }

  private static PolicySendGuard.Asked asked(Random random, Instant at) {
    List<Intent> intents = new ArrayList<>();
    int size = random.nextInt(4) == 0 ? 3 : 1;
    for (int i = 0; i < size; i++) {
      intents.add(intent(random, at));
    }
    return new PolicySendGuard.Asked(intents, random.nextInt(5) > 0);
  }

  private static Intent intent(Random random, Instant at) {
    return new Intent(
        random.nextLong(1L << 40),
        "",
        "D-" + random.nextInt(),
        "C-00000" + random.nextInt(1, 10),
        "call",
        "service",
        "call",
        "service",
        "churn-prevention",
        "file",
        "",
        BigDecimal.valueOf(random.nextInt(0, 2_500), 2),
        ActionState.QUEUED,
        0,
        at,
        at,
        at.plus(Duration.ofDays(7)),
        "",
        null,
        null,
        null,
        null);
  }
}
