package io.customer360.outbox;

import io.customer360.governance.AuditEvent;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The one way a row of the outbox changes its state, and the audit entry that goes with it.
final class Transitions {
  private Transitions() {}

  static void set(
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

  static AuditEvent event(String type, Intent intent, Instant now, Map<String, Object> more) {
    Map<String, Object> detail = new TreeMap<>(more);
    detail.put("id", intent.idempotencyKey());
    detail.put("action", intent.actionId());
    detail.put("customer", intent.customerId());
    return new AuditEvent(type, now, "connector:" + intent.target(), intent.decisionId(), detail);
  }

  static List<Intent> byKey(Connection c, String key) throws SQLException {
    return Rows.list(c, IntentRows.SELECT + " where idempotency_key = ?", IntentRows::intent, key);
  }
}
