package io.customer360.outbox;

import io.customer360.governance.Hashes;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of `ops.outbox`.
final class IntentRows {
  static final String SELECT =
      """
      select id, idempotency_key, decision_id, customer_id, action_id, kind, channel, purpose, agent,
        target, payload, cost, state, attempts, created_at, next_attempt_at, expires_at,
        request_hash, reply_status, reply, sent_at, updated_at
      from ops.outbox
      """;

  private IntentRows() {}

  static Intent intent(ResultSet row) throws SQLException {
    return new Intent(
        row.getLong("id"),
        row.getString("idempotency_key"),
        row.getString("decision_id"),
        row.getString("customer_id"),
        row.getString("action_id"),
        row.getString("kind"),
        row.getString("channel"),
        row.getString("purpose"),
        row.getString("agent"),
        row.getString("target"),
        row.getString("payload"),
        row.getBigDecimal("cost"),
        ActionState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        at(row, "created_at"),
        at(row, "next_attempt_at"),
        at(row, "expires_at"),
        row.getString("request_hash"),
        status(row),
        row.getString("reply"),
        Rows.instant(row, "sent_at"),
        Rows.instant(row, "updated_at"));
  }

  static @Nullable Object[] fresh(long id, NewIntent n) {
    return new @Nullable Object[] {
      id,
      n.idempotencyKey(),
      n.decisionId(),
      n.customerId(),
      n.actionId(),
      n.kind(),
      n.channel(),
      n.purpose(),
      n.agent(),
      n.target(),
      n.payload(),
      n.cost(),
      ActionState.QUEUED.name(),
      0,
      n.createdAt(),
      n.notBefore(),
      n.expiresAt(),
      Hashes.sha256(n.payload()),
      null,
      null,
      null,
      null,
      null
    };
  }

  static List<Intent> byIds(Connection c, Collection<Long> ids) throws SQLException {
    return Rows.list(
        c,
        SELECT + " where id in (select unnest(?)) order by id",
        IntentRows::intent,
        array(c, ids));
  }

  static Object array(Connection c, Collection<Long> ids) throws SQLException {
    return c.createArrayOf("BIGINT", ids.toArray());
  }

  private static @Nullable Integer status(ResultSet row) throws SQLException {
    int status = row.getInt("reply_status");
    return row.wasNull() ? null : status;
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Rows.instant(row, column), column);
  }
}
