package io.customer360.outbox;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.BulkInsert;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The outbox in `ops.outbox`. Each transition is one transaction with its audit entry, and takes
/// place only from the states that allow it: a late reply cannot undo a newer fact.
public final class LocalOutbox implements Outbox {
  private final Lakehouse lake;
  private final AuditLog audit;
  private final StopSwitch stop;
  private final SendGuard guard;
  private final Set<Long> leased = ConcurrentHashMap.newKeySet();

  public LocalOutbox(Lakehouse lake, AuditLog audit, StopSwitch stop, SendGuard guard) {
    this.lake = lake;
    this.audit = audit;
    this.stop = stop;
    this.guard = guard;
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
  public List<Intent> claim(String target, int n, Instant now) {
    if (stop.stopped() || n <= 0 || disabled().containsKey(target)) {
      return List.of();
    }
    // Looked at first without the writer, so that an idle deliverer costs nothing.
    if (lake.read(c -> due(c, target, 1, now)).isEmpty()) {
      return List.of();
    }
    return lake.write(
        c -> {
          List<Intent> due = due(c, target, n, now);
          List<SendGuard.Verdict> verdicts = guard.check(c, due, now);
          List<Intent> go = new ArrayList<>();
          for (int i = 0; i < due.size(); i++) {
            Intent intent = due.get(i);
            if (!intent.expiresAt().isAfter(now)) {
              end(c, intent, ActionState.EXPIRED, "its time to live ended", now);
              continue;
            }
            switch (verdicts.get(i)) {
              case SendGuard.Verdict.Go yes -> go.add(intent);
              case SendGuard.Verdict.Hold hold -> hold(c, intent, hold, now);
              case SendGuard.Verdict.Block block ->
                  end(c, intent, ActionState.BLOCKED, block.why(), now);
            }
          }
          go.forEach(intent -> leased.add(intent.id()));
          return go;
        });
  }

  private List<Intent> due(Connection c, String target, int n, Instant now) throws SQLException {
    List<Intent> found =
        Rows.list(
            c,
            IntentRows.SELECT
                + """
                 where target = ? and state = 'QUEUED' and next_attempt_at <= ?
                order by next_attempt_at, id limit ?
                """,
            IntentRows::intent,
            target,
            now,
            n + leased.size());
    return found.stream().filter(intent -> !leased.contains(intent.id())).limit(n).toList();
  }

  private static void hold(Connection c, Intent intent, SendGuard.Verdict.Hold hold, Instant now)
      throws SQLException {
    Rows.update(
        c,
        "update ops.outbox set next_attempt_at = ?, reply = ?, updated_at = ? where id = ?",
        hold.until(),
        "held: " + hold.why(),
        now,
        intent.id());
  }

  private void end(Connection c, Intent intent, ActionState state, String why, Instant now)
      throws SQLException {
    set(c, intent.id(), state, null, why, now);
    String type =
        state == ActionState.EXPIRED ? AuditTypes.ACTION_EXPIRED : AuditTypes.ACTION_BLOCKED;
    audit.append(c, event(type, intent, now, Map.of("why", why)));
  }

  @Override
  public boolean inFlight(long id, Instant now) {
    return !inFlight(List.of(id), now).isEmpty();
  }

  @Override
  public List<Long> inFlight(Collection<Long> ids, Instant now) {
    if (stop.stopped()) {
      leased.removeAll(ids);
      return List.of();
    }
    return lake.write(
        c -> {
          List<Long> free =
              IntentRows.byIds(c, ids).stream()
                  .filter(intent -> intent.state() == ActionState.QUEUED)
                  .map(Intent::id)
                  .toList();
          if (!free.isEmpty()) {
            Rows.update(
                c,
                """
                update ops.outbox set state = 'IN_FLIGHT', attempts = attempts + 1, updated_at = ?
                where id in (select unnest(?))
                """,
                now,
                IntentRows.array(c, free));
          }
          ids.stream().filter(id -> !free.contains(id)).forEach(leased::remove);
          return free;
        });
  }

  @Override
  public void release(long id) {
    leased.remove(id);
  }

  @Override
  public void sent(long id, Reply reply, Instant now) {
    sentAll(Map.of(id, reply), now);
  }

  @Override
  public void sentAll(Map<Long, Reply> replies, Instant now) {
    lake.write(
        c -> {
          List<Intent> open =
              IntentRows.byIds(c, replies.keySet()).stream()
                  .filter(
                      intent ->
                          intent.state() == ActionState.IN_FLIGHT
                              || intent.state() == ActionState.UNKNOWN)
                  .toList();
          List<AuditEvent> events = new ArrayList<>(open.size());
          Object[] ids = new Object[open.size()];
          Object[] statuses = new Object[open.size()];
          Object[] bodies = new Object[open.size()];
          Object[] externals = new Object[open.size()];
          for (int i = 0; i < open.size(); i++) {
            Intent intent = open.get(i);
            Reply reply = Objects.requireNonNull(replies.get(intent.id()));
            ids[i] = intent.id();
            statuses[i] = reply.status();
            bodies[i] = reply.body();
            externals[i] = reply.externalId();
            events.add(
                event(
                    AuditTypes.ACTION_EXECUTED,
                    intent,
                    now,
                    Map.of("status", reply.status(), "attempts", intent.attempts())));
          }
          Rows.update(
              c,
              """
              update ops.outbox set state = 'SENT', reply_status = r.status, reply = r.body,
                external_id = r.external_id, sent_at = ?, updated_at = ?
              from (select unnest(?) as id, unnest(?) as status, unnest(?) as body,
                unnest(?) as external_id) r
              where outbox.id = r.id
              """,
              now,
              now,
              c.createArrayOf("BIGINT", ids),
              c.createArrayOf("INTEGER", statuses),
              c.createArrayOf("VARCHAR", bodies),
              c.createArrayOf("VARCHAR", externals));
          audit.appendAll(c, events);
          return events.size();
        });
    leased.removeAll(replies.keySet());
  }

  @Override
  public void retry(long id, String why, Instant retryAt, Instant now) {
    retryAll(List.of(new Retry(id, why, retryAt)), now);
  }

  @Override
  public void retryAll(Collection<Retry> retries, Instant now) {
    lake.write(
        c ->
            Rows.update(
                c,
                """
                update ops.outbox set state = 'QUEUED', next_attempt_at = r.due_at,
                  reply = r.why, updated_at = ?
                from (select unnest(?) as id, unnest(?) as why,
                  make_timestamp(unnest(?)::bigint) as due_at) r
                where outbox.id = r.id and state = 'IN_FLIGHT'
                """,
                now,
                c.createArrayOf("BIGINT", retries.stream().map(Retry::id).toArray()),
                c.createArrayOf("VARCHAR", retries.stream().map(Retry::why).toArray()),
                c.createArrayOf(
                    "BIGINT",
                    retries.stream()
                        .map(r -> ChronoUnit.MICROS.between(Instant.EPOCH, r.at()))
                        .toArray())));
    retries.forEach(r -> leased.remove(r.id()));
  }

  @Override
  public void failed(long id, Reply reply, Instant now) {
    finish(id, ActionState.FAILED, AuditTypes.ACTION_FAILED, reply.status(), reply.body(), now);
  }

  @Override
  public void unknown(long id, String why, Instant now) {
    finish(id, ActionState.UNKNOWN, AuditTypes.ACTION_UNKNOWN, null, why, now);
  }

  private void finish(
      long id, ActionState state, String type, @Nullable Integer status, String why, Instant now) {
    lake.write(
        c -> {
          for (Intent intent : IntentRows.byIds(c, List.of(id))) {
            if (intent.state() == ActionState.IN_FLIGHT) {
              set(c, id, state, status, why, now);
              audit.append(c, event(type, intent, now, Map.of("why", why)));
            }
          }
          return id;
        });
    leased.remove(id);
  }

  @Override
  public void confirmed(String idempotencyKey, Instant now) {
    after(
        idempotencyKey,
        Set.of(ActionState.SENT, ActionState.UNKNOWN),
        ActionState.CONFIRMED,
        AuditTypes.ACTION_CONFIRMED,
        "",
        now);
  }

  @Override
  public void bounced(String idempotencyKey, String why, Instant now) {
    bouncedAll(Map.of(idempotencyKey, why), now);
  }

  @Override
  public void bouncedAll(Map<String, String> whys, Instant now) {
    Set<ActionState> from =
        Set.of(ActionState.SENT, ActionState.CONFIRMED, ActionState.UNKNOWN, ActionState.IN_FLIGHT);
    lake.write(
        c -> {
          List<AuditEvent> events = new ArrayList<>();
          for (Map.Entry<String, String> entry : new TreeMap<>(whys).entrySet()) {
            after(
                c,
                entry.getKey(),
                from,
                ActionState.BOUNCED,
                AuditTypes.ACTION_BOUNCED,
                entry.getValue(),
                now,
                events);
          }
          audit.appendAll(c, events);
          return events.size();
        });
  }

  @Override
  public void measured(String idempotencyKey, Instant now) {
    after(
        idempotencyKey,
        Set.of(ActionState.SENT, ActionState.CONFIRMED),
        ActionState.MEASURED,
        AuditTypes.ACTION_MEASURED,
        "",
        now);
  }

  private void after(
      String key, Set<ActionState> from, ActionState to, String type, String why, Instant now) {
    lake.write(
        c -> {
          List<AuditEvent> events = new ArrayList<>();
          after(c, key, from, to, type, why, now, events);
          audit.appendAll(c, events);
          return key;
        });
  }

  private static void after(
      Connection c,
      String key,
      Set<ActionState> from,
      ActionState to,
      String type,
      String why,
      Instant now,
      List<AuditEvent> events)
      throws SQLException {
    for (Intent intent : byKey(c, key)) {
      if (from.contains(intent.state())) {
        set(c, intent.id(), to, intent.replyStatus(), why.isBlank() ? intent.reply() : why, now);
        events.add(event(type, intent, now, why.isBlank() ? Map.of() : Map.of("why", why)));
      }
    }
  }

  @Override
  public void reconcile(long id, boolean wasSent, String evidence, String by, Instant now) {
    lake.write(
        c -> {
          for (Intent intent : IntentRows.byIds(c, List.of(id))) {
            if (intent.state() != ActionState.UNKNOWN) {
              throw WorkbenchException.user(
                  "C360-OUT-002",
                  "Delivery "
                      + id
                      + " is not unknown but "
                      + intent.state().name().toLowerCase(java.util.Locale.ROOT)
                      + ". Nothing was changed.");
            }
            set(c, id, wasSent ? ActionState.SENT : ActionState.QUEUED, null, evidence, now);
            if (wasSent) {
              Rows.update(c, "update ops.outbox set sent_at = ? where id = ?", now, id);
            }
            audit.append(
                c,
                new AuditEvent(
                    wasSent ? AuditTypes.ACTION_EXECUTED : AuditTypes.ACTION_UNKNOWN,
                    now,
                    by,
                    intent.decisionId(),
                    Map.of(
                        "evidence", evidence,
                        "id", intent.idempotencyKey(),
                        "was_sent", wasSent)));
          }
          return id;
        });
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
                intent -> intent.state() == ActionState.QUEUED && !leased.contains(intent.id()));
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
  public RecoveryReport recover(Collection<String> idempotentTargets, Instant now) {
    leased.clear();
    return lake.write(
        c -> {
          List<Intent> cut =
              Rows.list(c, IntentRows.SELECT + " where state = 'IN_FLIGHT'", IntentRows::intent);
          int requeued = 0;
          List<AuditEvent> events = new ArrayList<>();
          for (Intent intent : cut) {
            if (idempotentTargets.contains(intent.target())) {
              set(c, intent.id(), ActionState.QUEUED, null, "cut off, tried again", now);
              Rows.update(
                  c, "update ops.outbox set next_attempt_at = ? where id = ?", now, intent.id());
              requeued++;
            } else {
              set(c, intent.id(), ActionState.UNKNOWN, null, "cut off while sending", now);
              events.add(
                  event(
                      AuditTypes.ACTION_UNKNOWN,
                      intent,
                      now,
                      Map.of("why", "cut off while sending")));
            }
          }
          audit.appendAll(c, events);
          return new RecoveryReport(requeued, events.size());
        });
  }

  @Override
  public int expire(Instant now) {
    String over = " where state = 'QUEUED' and expires_at <= ?";
    if (lake.read(c -> Rows.number(c, "select count(*) from ops.outbox" + over, now)) == 0) {
      return 0;
    }
    return lake.write(
        c -> {
          List<AuditEvent> events = new ArrayList<>();
          for (Intent intent : Rows.list(c, IntentRows.SELECT + over, IntentRows::intent, now)) {
            if (leased.contains(intent.id())) {
              continue;
            }
            set(c, intent.id(), ActionState.EXPIRED, null, "its time to live ended", now);
            events.add(
                event(
                    AuditTypes.ACTION_EXPIRED,
                    intent,
                    now,
                    Map.of("why", "its time to live ended")));
          }
          audit.appendAll(c, events);
          return events.size();
        });
  }

  @Override
  public void disable(String target, String why, Instant now) {
    lake.write(
        c -> {
          Rows.update(c, "delete from ops.target_state where target = ?", target);
          Rows.update(c, "insert into ops.target_state values (?, true, ?, ?)", target, why, now);
          audit.append(
              c,
              new AuditEvent(
                  AuditTypes.TARGET_DISABLED,
                  now,
                  "connector:" + target,
                  target,
                  Map.of("why", why)));
          return target;
        });
  }

  @Override
  public void enable(String target, Instant now) {
    lake.write(c -> Rows.update(c, "delete from ops.target_state where target = ?", target));
  }

  @Override
  public Map<String, String> disabled() {
    return lake.read(
        c -> {
          Map<String, String> found = new TreeMap<>();
          Rows.list(
              c,
              "select target, why from ops.target_state where disabled",
              row -> found.put(row.getString(1), row.getString(2)));
          return found;
        });
  }

  @Override
  public Optional<Intent> byKey(String idempotencyKey) {
    return lake.read(c -> byKey(c, idempotencyKey).stream().findFirst());
  }

  private static List<Intent> byKey(Connection c, String key) throws SQLException {
    return Rows.list(c, IntentRows.SELECT + " where idempotency_key = ?", IntentRows::intent, key);
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

  private static void set(
      Connection c,
      long id,
      ActionState state,
      @Nullable Integer status,
      @Nullable String reply,
      Instant now)
      throws SQLException {
    Rows.update(
        c,
        """
        update ops.outbox set state = ?, reply_status = ?, reply = ?, updated_at = ? where id = ?
        """,
        state.name(),
        status,
        reply,
        now,
        id);
  }

  private static AuditEvent event(
      String type, Intent intent, Instant now, Map<String, Object> more) {
    Map<String, Object> detail = new TreeMap<>(more);
    detail.put("id", intent.idempotencyKey());
    detail.put("action", intent.actionId());
    detail.put("customer", intent.customerId());
    return new AuditEvent(type, now, "connector:" + intent.target(), intent.decisionId(), detail);
  }
}
