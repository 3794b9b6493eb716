package io.customer360.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditLog;
import io.customer360.governance.GovernanceSchema;
import io.customer360.governance.LocalAuditLog;
import io.customer360.governance.LocalStopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");

  @TempDir Path folder;
  private Workspace workspace;
  private Lakehouse lake;
  private AuditLog audit;
  private Outbox outbox;
  private final Map<String, SendGuard.Verdict> verdicts = new HashMap<>();

  @BeforeEach
  void open() {
    workspace =
        Workspace.create(
            folder.resolve("w.c360"), WorkspaceSettings.of("W", "GBP", "Europe/London", "system"));
    lake =
        Lakehouse.open(
            workspace,
            LakehouseParts.of(List.of(), List.of(new GovernanceSchema(), new OutboxSchema())));
    audit = new LocalAuditLog(lake);
    outbox = outbox();
  }

  private Outbox outbox() {
    return new LocalOutbox(
        lake,
        audit,
        new LocalStopSwitch(lake, audit),
        (c, intents, now) ->
            intents.stream()
                .map(
                    i ->
                        verdicts.getOrDefault(
                            i.idempotencyKey(), (SendGuard.Verdict) new SendGuard.Verdict.Go()))
                .toList());
  }

  @AfterEach
  void close() {
    lake.close();
    workspace.close();
  }

  private long add(String key, String target) {
    return lake.write(c -> outbox.enqueue(c, intent(key, target)));
  }

  private static NewIntent intent(String key, String target) {
    return new NewIntent(
        key,
        "D-" + key,
        "C-1",
        "a",
        "service",
        "email",
        "service",
        "churn-prevention",
        target,
        "{\"n\":1}",
        new BigDecimal("1.50"),
        NOW,
        NOW,
        NOW.plus(Duration.ofHours(4)));
  }

  private ActionState state(String key) {
    return outbox.byKey(key).orElseThrow().state();
  }

  @Test
  void walksTheWholeLife() {
    long id = add("k1", "webhook");
    assertThat(outbox.nextDue("webhook")).contains(NOW);
    assertThat(outbox.claim("file", 5, NOW)).isEmpty();
    List<Intent> claimed = outbox.claim("webhook", 5, NOW);
    assertThat(claimed).hasSize(1);
    assertThat(outbox.claim("webhook", 5, NOW)).as("leased").isEmpty();
    assertThat(outbox.inFlight(id, NOW)).isTrue();
    outbox.retry(id, "503", NOW.plusSeconds(60), NOW);
    assertThat(outbox.claim("webhook", 5, NOW)).isEmpty();
    Intent again = outbox.claim("webhook", 5, NOW.plusSeconds(60)).getFirst();
    assertThat(again.idempotencyKey()).isEqualTo("k1");
    assertThat(again.requestHash()).isEqualTo(claimed.getFirst().requestHash());
    assertThat(outbox.inFlight(id, NOW)).isTrue();
    outbox.sent(id, new Reply(200, "ok", "x1"), NOW);
    assertThat(state("k1")).isEqualTo(ActionState.SENT);
    outbox.retry(id, "late", NOW, NOW);
    assertThat(state("k1")).as("a late failure changes nothing").isEqualTo(ActionState.SENT);
    outbox.confirmed("k1", NOW);
    outbox.measured("k1", NOW);
    assertThat(state("k1")).isEqualTo(ActionState.MEASURED);
    assertThat(outbox.byKey("k1").orElseThrow().attempts()).isEqualTo(2);
    assertThat(audit.verify().verified()).isTrue();
  }

  @Test
  void recoversWhatWasCutOff() {
    long a = add("a", "webhook");
    long b = add("b", "sms");
    add("c", "webhook");
    outbox.claim("webhook", 5, NOW);
    outbox.claim("sms", 5, NOW);
    outbox.inFlight(List.of(a, b), NOW);
    // The program is killed here: leases are gone, states are not.
    outbox = outbox();
    Outbox.RecoveryReport report = outbox.recover(List.of("webhook"), NOW);
    assertThat(report).isEqualTo(new Outbox.RecoveryReport(1, 1));
    assertThat(state("a")).isEqualTo(ActionState.QUEUED);
    assertThat(state("b")).isEqualTo(ActionState.UNKNOWN);
    assertThat(outbox.claim("webhook", 5, NOW))
        .extracting(Intent::idempotencyKey)
        .containsExactlyInAnyOrder("a", "c");
    assertThat(outbox.claim("sms", 5, NOW)).isEmpty();
    outbox.reconcile(b, false, "not in the list of the provider", "mh", NOW);
    assertThat(outbox.claim("sms", 5, NOW)).hasSize(1);
  }

  @Test
  void checksAgainAtSend() {
    add("go", "webhook");
    add("no", "webhook");
    add("later", "webhook");
    verdicts.put("no", new SendGuard.Verdict.Block("opted out"));
    verdicts.put("later", new SendGuard.Verdict.Hold(NOW.plusSeconds(3_600), "quiet hours"));
    assertThat(outbox.claim("webhook", 9, NOW))
        .extracting(Intent::idempotencyKey)
        .containsExactly("go");
    assertThat(state("no")).isEqualTo(ActionState.BLOCKED);
    assertThat(state("later")).isEqualTo(ActionState.QUEUED);
    assertThat(outbox.claim("webhook", 9, NOW.plus(Duration.ofHours(9)))).isEmpty();
    assertThat(state("later")).isEqualTo(ActionState.EXPIRED);
  }

  @Test
  void aKeyIsTakenOnce() {
    add("k", "webhook");
    assertThatThrownBy(() -> add("k", "webhook"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("stands in the outbox already");
    long rows = lake.read(c -> Rows.number(c, "select count(*) from ops.outbox"));
    assertThat(rows).isEqualTo(1);
  }

  @Test
  void aDisabledTargetIsLeftAlone() {
    add("k", "webhook");
    outbox.disable("webhook", "410 Gone", NOW);
    assertThat(outbox.claim("webhook", 5, NOW)).isEmpty();
    assertThat(outbox.disabled()).containsEntry("webhook", "410 Gone");
    outbox.enable("webhook", NOW);
    assertThat(outbox.claim("webhook", 5, NOW)).hasSize(1);
  }

  @Test
  void anInterruptedTransactionLeavesNothing() {
    assertThatThrownBy(
            () ->
                lake.write(
                    c -> {
                      outbox.enqueue(c, intent("x", "webhook"));
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessageContaining("power cut");
    assertThat(outbox.byKey("x")).isEmpty();
    assertThat(outbox.counts()).isEmpty();
  }

  @Test
  void aBatchIsSettledWhollyOrNotAtAll() {
    long a = add("a", "webhook");
    long b = add("b", "webhook");
    outbox.claim("webhook", 5, NOW);
    outbox.inFlight(List.of(a, b), NOW);
    Map<Long, Reply> taken = Map.of(a, new Reply(200, "ok", ""), b, new Reply(422, "no", ""));
    // Half a character has no place in the audit chain: the bounce cannot be written.
    assertThatThrownBy(() -> outbox.settle(bounceOfB(taken, "\uD83D"), NOW))
        .isInstanceOf(WorkbenchException.class);
    assertThat(state("a")).isEqualTo(ActionState.IN_FLIGHT);
    assertThat(state("b")).isEqualTo(ActionState.IN_FLIGHT);
    outbox.settle(bounceOfB(taken, "no such address"), NOW);
    assertThat(state("a")).isEqualTo(ActionState.SENT);
    assertThat(state("b")).isEqualTo(ActionState.BOUNCED);
    assertThat(audit.verify().verified()).isTrue();
  }

  private static Outbox.Settled bounceOfB(Map<Long, Reply> taken, String why) {
    return new Outbox.Settled(taken, Map.of("b", why), List.of(), Map.of(), Map.of());
  }

  @Test
  void behindRowsThatMayNotGoStandOthers() {
    add("no", "webhook");
    add("later", "webhook");
    add("go", "webhook");
    verdicts.put("no", new SendGuard.Verdict.Block("opted out"));
    verdicts.put("later", new SendGuard.Verdict.Hold(NOW, "quiet hours"));
    assertThat(outbox.claim("webhook", 1, NOW))
        .extracting(Intent::idempotencyKey)
        .containsExactly("go");
    assertThat(outbox.queued()).containsExactlyEntriesOf(Map.of("webhook", 2L));
  }

  @Test
  void takesBackOnlyWhatHasNotLeft() {
    add("a", "webhook");
    long b = add("b", "webhook");
    outbox.claim("webhook", 1, NOW);
    boolean both = lake.write(c -> outbox.undo(c, List.of("D-a", "D-b"), NOW));
    boolean one = lake.write(c -> outbox.undo(c, List.of("D-b"), NOW));
    assertThat(both).isFalse();
    assertThat(one).isTrue();
    assertThat(outbox.inFlight(b, NOW)).isFalse();
  }
}
