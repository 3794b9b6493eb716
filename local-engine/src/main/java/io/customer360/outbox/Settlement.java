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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What became of rows that left: the reply of the target, and what was heard of them later.
final class Settlement {
  /// A bounce may be heard of a row in these states.
  static final Set<ActionState> MAY_BOUNCE =
      Set.of(ActionState.SENT, ActionState.CONFIRMED, ActionState.UNKNOWN, ActionState.IN_FLIGHT);

  private final Lakehouse lake;
  private final AuditLog audit;
  private final Claims claims;

  Settlement(Lakehouse lake, AuditLog audit, Claims claims) {
    this.lake = lake;
    this.audit = audit;
    this.claims = claims;
  }

  /// In one transaction, with one entry of the audit chain for every state changed for good.
  void settle(Outbox.Settled batch, Instant now) {
    lake.write(
        c -> {
          List<AuditEvent> events = new ArrayList<>();
          if (!batch.taken().isEmpty()) {
            taken(c, batch.taken(), now, events);
          }
          for (Map.Entry<String, String> entry : new TreeMap<>(batch.bounced()).entrySet()) {
            after(
                c,
                entry.getKey(),
                MAY_BOUNCE,
                ActionState.BOUNCED,
                AuditTypes.ACTION_BOUNCED,
                entry.getValue(),
                now,
                events);
          }
          if (!batch.again().isEmpty()) {
            again(c, batch.again(), now);
          }
          for (Intent intent : inFlight(c, batch.failed().keySet())) {
            Reply reply = Objects.requireNonNull(batch.failed().get(intent.id()));
            Transitions.set(c, intent.id(), ActionState.FAILED, reply.status(), reply.body(), now);
            events.add(finished(AuditTypes.ACTION_FAILED, intent, reply.body(), now));
          }
          for (Intent intent : inFlight(c, batch.unknown().keySet())) {
            String why = Objects.requireNonNull(batch.unknown().get(intent.id()));
            Transitions.set(c, intent.id(), ActionState.UNKNOWN, null, why, now);
            events.add(finished(AuditTypes.ACTION_UNKNOWN, intent, why, now));
          }
          audit.appendAll(c, events);
          return events.size();
        });
    claims.release(batch.taken().keySet());
    claims.release(batch.again().stream().map(Outbox.Retry::id).toList());
    claims.release(batch.failed().keySet());
    claims.release(batch.unknown().keySet());
  }

  private static void taken(
      Connection c, Map<Long, Reply> replies, Instant now, List<AuditEvent> events)
      throws SQLException {
    List<Intent> open =
        IntentRows.byIds(c, replies.keySet()).stream()
            .filter(
                intent ->
                    intent.state() == ActionState.IN_FLIGHT
                        || intent.state() == ActionState.UNKNOWN)
            .toList();
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
  }

  private static void again(Connection c, List<Outbox.Retry> retries, Instant now)
      throws SQLException {
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
            retries.stream().map(r -> ChronoUnit.MICROS.between(Instant.EPOCH, r.at())).toArray()));
  }

  private static List<Intent> inFlight(Connection c, Set<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    return IntentRows.byIds(c, ids).stream()
        .filter(intent -> intent.state() == ActionState.IN_FLIGHT)
        .toList();
  }

  private static AuditEvent finished(String type, Intent intent, String why, Instant now) {
    return Transitions.event(type, intent, now, Map.of("why", why));
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
