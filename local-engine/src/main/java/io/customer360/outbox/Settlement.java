package io.customer360.outbox;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of rows that left: the reply of the target, and what was heard of them later.
final class Settlement {
  private final Lakehouse lake;
  private final AuditLog audit;
  private final Claims claims;

  Settlement(Lakehouse lake, AuditLog audit, Claims claims) {
    this.lake = lake;
    this.audit = audit;
    this.claims = claims;
  }

  void sentAll(Map<Long, Reply> replies, Instant now) {
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
                Transitions.event(
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
    claims.release(replies.keySet());
  }

  void retryAll(Collection<Outbox.Retry> retries, Instant now) {
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
                c.createArrayOf("BIGINT", retries.stream().map(Outbox.Retry::id).toArray()),
                c.createArrayOf("VARCHAR", retries.stream().map(Outbox.Retry::why).toArray()),
                c.createArrayOf(
                    "BIGINT",
                    retries.stream()
                        .map(r -> ChronoUnit.MICROS.between(Instant.EPOCH, r.at()))
                        .toArray())));
    claims.release(retries.stream().map(Outbox.Retry::id).toList());
  }

  void finish(
      long id, ActionState state, String type, @Nullable Integer status, String why, Instant now) {
    lake.write(
        c -> {
          for (Intent intent : IntentRows.byIds(c, List.of(id))) {
            if (intent.state() == ActionState.IN_FLIGHT) {
              Transitions.set(c, id, state, status, why, now);
              audit.append(c, Transitions.event(type, intent, now, Map.of("why", why)));
            }
          }
          return id;
        });
    claims.release(List.of(id));
  }

  void bouncedAll(Map<String, String> whys, Instant now) {
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

  /// Something was heard of a row that was in one of the states `from`.
  void after(
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
    for (Intent intent : Transitions.byKey(c, key)) {
      if (from.contains(intent.state())) {
        Transitions.set(
            c, intent.id(), to, intent.replyStatus(), why.isBlank() ? intent.reply() : why, now);
        events.add(
            Transitions.event(type, intent, now, why.isBlank() ? Map.of() : Map.of("why", why)));
      }
    }
  }

  void reconcile(long id, boolean wasSent, String evidence, String by, Instant now) {
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
            Transitions.set(
                c, id, wasSent ? ActionState.SENT : ActionState.QUEUED, null, evidence, now);
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
}
