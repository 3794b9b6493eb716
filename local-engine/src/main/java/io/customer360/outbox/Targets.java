package io.customer360.outbox;

import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Targets that must not be delivered to: those that answered 410, or were switched off.
final class Targets {
  private static final String POSTPONED = "waits: the target asked to be left alone";

  private final Lakehouse lake;
  private final AuditLog audit;

  Targets(Lakehouse lake, AuditLog audit) {
    this.lake = lake;
    this.audit = audit;
  }

  void disable(String target, String why, Instant now) {
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

  void enable(String target, Instant now) {
    lake.write(
        c -> {
          Rows.update(
              c,
              """
              update ops.outbox set next_attempt_at = ?, updated_at = ?
              where target = ? and state = 'QUEUED' and next_attempt_at > ?
                and (attempts > 0 or reply = ?)
              """,
              now,
              now,
              target,
              now,
              POSTPONED);
          return Rows.update(c, "delete from ops.target_state where target = ?", target);
        });
  }

  void postpone(String target, Instant until, Instant now) {
    lake.write(
        c ->
            Rows.update(
                c,
                """
                update ops.outbox set next_attempt_at = ?, reply = coalesce(reply, ?), updated_at = ?
                where target = ? and state = 'QUEUED' and next_attempt_at < ?
                """,
                until,
                POSTPONED,
                now,
                target,
                until));
  }

  Map<String, String> disabled() {
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
}
