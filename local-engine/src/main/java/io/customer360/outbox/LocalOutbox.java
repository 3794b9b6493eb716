package io.customer360.outbox;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.BulkInsert;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The outbox in `ops.outbox`. Each transition is one transaction with its audit entry, and takes
/// place only from the states that allow it: a late reply cannot undo a newer fact.
public final class LocalOutbox implements Outbox {
  private final Lakehouse lake;
  private final StopSwitch stop;
  private final Targets targets;
  private final Claims claims;
  private final Settlement settlement;

  public LocalOutbox(Lakehouse lake, AuditLog audit, StopSwitch stop, SendGuard guard) {
    this.lake = lake;
    this.stop = stop;
    this.targets = new Targets(lake, audit);
    this.claims = new Claims(lake, audit, stop, guard, targets);
    this.settlement = new Settlement(lake, audit, claims);
  }

  @Override
  public long enqueue(Connection write, NewIntent intent) throws SQLException {
    return enqueueAll(write, List.of(intent)).getFirst();
  }

  @Override
  public List<Long> enqueueAll(Connection write, List<NewIntent> intents) throws SQLException {
    if (intents.isEmpty()) {
      return List.of();
    }
    if (stop.lasting()) {
      throw WorkbenchException.user("C360-OUT-003", stop.words());
    }
    Object keys =
        write.createArrayOf("VARCHAR", intents.stream().map(NewIntent::idempotencyKey).toArray());
    List<String> known =
        Rows.list(
            write,
            "select idempotency_key from ops.outbox where idempotency_key in (select unnest(?))",
            row -> row.getString(1),
            keys);
    long distinct = intents.stream().map(NewIntent::idempotencyKey).distinct().count();
    if (!known.isEmpty() || distinct < intents.size()) {
      throw WorkbenchException.internal(
          "C360-OUT-001",
          "The action "
              + (known.isEmpty() ? intents.getFirst().idempotencyKey() : known.getFirst())
              + " stands in the outbox already. Nothing was added.",
          null);
    }
    long id = Rows.number(write, "select coalesce(max(id), 0) from ops.outbox");
    List<Long> ids = new ArrayList<>();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (NewIntent intent : intents) {
      rows.add(IntentRows.fresh(++id, intent));
      ids.add(id);
    }
    BulkInsert.into(write, "outbox", rows);
    return ids;
  }

  @Override
  public boolean undo(Connection write, Collection<String> decisionIds, Instant now)
      throws SQLException {
    Object ids = write.createArrayOf("VARCHAR", decisionIds.toArray());
    List<Intent> rows =
        Rows.list(
            write,
            IntentRows.SELECT + " where decision_id in (select unnest(?)) and state <> 'UNDONE'",
            IntentRows::intent,
            ids);
    boolean free =
        rows.stream()
            .allMatch(
                intent -> intent.state() == ActionState.QUEUED && !claims.held(intent.id(), now));
    if (free) {
      Rows.update(
          write,
          """
          update ops.outbox set state = 'UNDONE', updated_at = ?
          where decision_id in (select unnest(?)) and state = 'QUEUED'
          """,
          now,
          ids);
    }
    return free;
  }

  @Override
  public List<Intent> claim(String target, int n, Instant now) {
    return claims.claim(target, n, now);
  }

  @Override
  public boolean inFlight(long id, Instant now) {
    return !inFlight(List.of(id), now).isEmpty();
  }

  @Override
  public List<Long> inFlight(Collection<Long> ids, Instant now) {
    return claims.inFlight(ids, now);
  }

  @Override
  public void release(long id) {
    claims.release(List.of(id));
  }

  @Override
  public RecoveryReport recover(Collection<String> idempotentTargets, Instant now) {
    return claims.recover(idempotentTargets, now);
  }

  @Override
  public int expire(Instant now) {
    return claims.expire(now);
  }

  @Override
  public void sent(long id, Reply reply, Instant now) {
    sentAll(Map.of(id, reply), now);
  }

  @Override
  public void sentAll(Map<Long, Reply> replies, Instant now) {
    settlement.settle(new Settled(replies, Map.of(), List.of(), Map.of(), Map.of()), now);
  }

  @Override
  public void retry(long id, String why, Instant retryAt, Instant now) {
    retryAll(List.of(new Retry(id, why, retryAt)), now);
  }

  @Override
  public void retryAll(Collection<Retry> retries, Instant now) {
    settlement.settle(
        new Settled(Map.of(), Map.of(), List.copyOf(retries), Map.of(), Map.of()), now);
  }

  @Override
  public void failed(long id, Reply reply, Instant now) {
    settlement.settle(new Settled(Map.of(), Map.of(), List.of(), Map.of(id, reply), Map.of()), now);
  }

  @Override
  public void unknown(long id, String why, Instant now) {
    settlement.settle(new Settled(Map.of(), Map.of(), List.of(), Map.of(), Map.of(id, why)), now);
  }

  @Override
  public void confirmed(String idempotencyKey, Instant now) {
    settlement.after(
        idempotencyKey,
        Set.of(ActionState.SENT, ActionState.UNKNOWN),
        ActionState.CONFIRMED,
        AuditTypes.ACTION_CONFIRMED,
        "",
        now);
  }

  @Override
  public void bounced(String idempotencyKey, String why, Instant now) {
    settlement.after(
        idempotencyKey,
        Settlement.MAY_BOUNCE,
        ActionState.BOUNCED,
        AuditTypes.ACTION_BOUNCED,
        why,
        now);
  }

  @Override
  public void settle(Settled batch, Instant now) {
    settlement.settle(batch, now);
  }

  @Override
  public void measured(String idempotencyKey, Instant now) {
    settlement.after(
        idempotencyKey,
        Set.of(ActionState.SENT, ActionState.CONFIRMED),
        ActionState.MEASURED,
        AuditTypes.ACTION_MEASURED,
        "",
        now);
  }

  @Override
  public void reconcile(long id, boolean wasSent, String evidence, String by, Instant now) {
    settlement.reconcile(id, wasSent, evidence, by, now);
  }

  @Override
  public void disable(String target, String why, Instant now) {
    targets.disable(target, why, now);
  }

  @Override
  public void enable(String target, Instant now) {
    targets.enable(target, now);
  }

  @Override
  public void postpone(String target, Instant until, Instant now) {
    targets.postpone(target, until, now);
  }

  @Override
  public Optional<String> halted() {
    return stop.stopped() ? Optional.of(stop.words()) : Optional.empty();
  }

  @Override
  public Map<String, Long> queued() {
    return lake.read(
        c -> {
          Map<String, Long> waiting = new TreeMap<>();
          Rows.list(
              c,
              "select target, count(*) from ops.outbox where state = 'QUEUED' group by target",
              row -> waiting.put(row.getString(1), row.getLong(2)));
          return waiting;
        });
  }

  @Override
  public Map<String, String> disabled() {
    return targets.disabled();
  }

  @Override
  public Optional<Intent> byKey(String idempotencyKey) {
    return lake.read(c -> Transitions.byKey(c, idempotencyKey).stream().findFirst());
  }

  @Override
  public List<Intent> list(Collection<ActionState> states, int limit) {
    return lake.read(
        c ->
            Rows.list(
                c,
                IntentRows.SELECT
                    + """
                     where len(?) = 0 or state in (select unnest(?))
                    order by coalesce(updated_at, created_at) desc, id desc limit ?
                    """,
                IntentRows::intent,
                c.createArrayOf("VARCHAR", states.stream().map(Enum::name).toArray()),
                c.createArrayOf("VARCHAR", states.stream().map(Enum::name).toArray()),
                limit));
  }

  @Override
  public Map<ActionState, Long> counts() {
    return lake.read(
        c -> {
          Map<ActionState, Long> counts = new EnumMap<>(ActionState.class);
          Rows.list(
              c,
              "select state, count(*) from ops.outbox group by state",
              row -> counts.put(ActionState.valueOf(row.getString(1)), row.getLong(2)));
          return counts;
        });
  }

  @Override
  public Optional<Instant> nextDue(String target) {
    return lake.read(
        c ->
            Rows.list(
                    c,
                    """
                    select min(next_attempt_at) as due from ops.outbox
                    where target = ? and state = 'QUEUED'
                    """,
                    row -> Optional.ofNullable(Rows.instant(row, "due")),
                    target)
                .getFirst());
  }
}
