package io.customer360.outbox;

import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which rows may leave now, and that each is held by one deliverer. A lease is in memory, for a
/// workspace is open in one program: it ends with the program, and [#recover] says what became of a
/// row that was in flight then. It ends by itself too, so that a row of a deliverer that broke is
/// not held for ever; every call ends long before.
final class Claims {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration SHORTEST_HOLD = Duration.ofSeconds(1);

  private final Lakehouse lake;
  private final AuditLog audit;
  private final StopSwitch stop;
  private final SendGuard guard;
  private final Targets targets;

  /// By row until when it is held.
  private final Map<Long, Instant> leased = new ConcurrentHashMap<>();

  Claims(Lakehouse lake, AuditLog audit, StopSwitch stop, SendGuard guard, Targets targets) {
    this.lake = lake;
    this.audit = audit;
    this.stop = stop;
    this.guard = guard;
    this.targets = targets;
  }

  /// Due rows of a target that policy still lets go, leased to the caller.
  List<Intent> claim(String target, int n, Instant now) {
    if (stop.stopped() || n <= 0 || targets.disabled().containsKey(target)) {
      return List.of();
    }
    // Looked at first without the writer, so that an idle deliverer costs nothing.
    if (lake.read(c -> due(c, target, 1, now)).isEmpty()) {
      return List.of();
    }
    return lake.write(
        c -> {
          List<Intent> due = due(c, target, n, now);
          List<Intent> go = allowed(c, due, now);
          while (go.isEmpty() && !due.isEmpty()) {
            // All of them were moved away; behind them may stand rows that may go.
            due = due(c, target, n, now);
            go = allowed(c, due, now);
          }
          go.forEach(intent -> leased.put(intent.id(), now.plus(LEASE)));
          return go;
        });
  }

  /// Those that may go; every other one is no longer due afterwards.
  private List<Intent> allowed(Connection c, List<Intent> due, Instant now) throws SQLException {
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
        case SendGuard.Verdict.Block block -> end(c, intent, ActionState.BLOCKED, block.why(), now);
      }
    }
    return go;
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
    return found.stream().filter(intent -> !held(intent.id(), now)).limit(n).toList();
  }

  private static void hold(Connection c, Intent intent, SendGuard.Verdict.Hold hold, Instant now)
      throws SQLException {
    Instant soonest = now.plus(SHORTEST_HOLD);
    Rows.update(
        c,
        "update ops.outbox set next_attempt_at = ?, reply = ?, updated_at = ? where id = ?",
        hold.until().isBefore(soonest) ? soonest : hold.until(),
        "held: " + hold.why(),
        now,
        intent.id());
  }

  private void end(Connection c, Intent intent, ActionState state, String why, Instant now)
      throws SQLException {
    Transitions.set(c, intent.id(), state, null, why, now);
    String type =
        state == ActionState.EXPIRED ? AuditTypes.ACTION_EXPIRED : AuditTypes.ACTION_BLOCKED;
    audit.append(c, Transitions.event(type, intent, now, Map.of("why", why)));
  }

  /// Those of `ids` that are on their way from now on; the others are given back.
  List<Long> inFlight(Collection<Long> ids, Instant now) {
    if (stop.stopped()) {
      release(ids);
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
          free.forEach(id -> leased.put(id, now.plus(LEASE)));
          ids.stream().filter(id -> !free.contains(id)).forEach(leased::remove);
          return free;
        });
  }

  /// Whether a deliverer holds the row.
  boolean held(long id, Instant now) {
    Instant until = leased.get(id);
    return until != null && until.isAfter(now);
  }

  void release(Collection<Long> ids) {
    ids.forEach(leased::remove);
  }

  Outbox.RecoveryReport recover(Collection<String> idempotentTargets, Instant now) {
    return lake.write(
        c -> {
          // What another deliverer of this program is calling at this moment is not cut off.
          List<Intent> cut =
              Rows.list(c, IntentRows.SELECT + " where state = 'IN_FLIGHT'", IntentRows::intent)
                  .stream()
                  .filter(intent -> !held(intent.id(), now))
                  .toList();
          leased.values().removeIf(until -> !until.isAfter(now));
          int requeued = 0;
          List<AuditEvent> events = new ArrayList<>();
          for (Intent intent : cut) {
            if (idempotentTargets.contains(intent.target())) {
              Transitions.set(
                  c, intent.id(), ActionState.QUEUED, null, "cut off, tried again", now);
              Rows.update(
                  c, "update ops.outbox set next_attempt_at = ? where id = ?", now, intent.id());
              requeued++;
            } else {
              Transitions.set(
                  c, intent.id(), ActionState.UNKNOWN, null, "cut off while sending", now);
              events.add(
                  Transitions.event(
                      AuditTypes.ACTION_UNKNOWN,
                      intent,
                      now,
                      Map.of("why", "cut off while sending")));
            }
          }
          audit.appendAll(c, events);
          return new Outbox.RecoveryReport(requeued, events.size());
        });
  }

  int expire(Instant now) {
    String over = " where state = 'QUEUED' and expires_at <= ?";
    if (lake.read(c -> Rows.number(c, "select count(*) from ops.outbox" + over, now)) == 0) {
      return 0;
    }
    return lake.write(
        c -> {
          List<AuditEvent> events = new ArrayList<>();
          for (Intent intent : Rows.list(c, IntentRows.SELECT + over, IntentRows::intent, now)) {
            if (held(intent.id(), now)) {
              continue;
            }
            Transitions.set(
                c, intent.id(), ActionState.EXPIRED, null, "its time to live ended", now);
            events.add(
                Transitions.event(
                    AuditTypes.ACTION_EXPIRED,
                    intent,
                    now,
                    Map.of("why", "its time to live ended")));
          }
          audit.appendAll(c, events);
          return events.size();
        });
  }
}
