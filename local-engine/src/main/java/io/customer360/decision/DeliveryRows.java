package io.customer360.decision;

import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads what went into the outbox, with the words a person knows it by.
final class DeliveryRows {
  private static final String DELIVERIES =
      """
      select o.id, o.idempotency_key, o.decision_id, o.customer_id,
        coalesce(json_extract_string(o.payload, '$.data.customer_name'), '') as customer_name,
        o.action_id,
        coalesce(json_extract_string(o.payload, '$.data.action_name'), o.action_id) as action_name,
        o.channel, o.target, o.state, o.attempts, o.reply_status, o.reply, o.created_at, o.sent_at,
        o.next_attempt_at
      from ops.outbox o
      """;

  private DeliveryRows() {}

  /// Everything sent or to be sent for these decisions, the oldest first.
  static List<DeliveryRow> ofDecisions(Connection c, List<String> decisionIds) throws SQLException {
    return Rows.list(
        c,
        DELIVERIES + " where o.decision_id in (select unnest(?)) order by o.id",
        DeliveryRows::delivery,
        c.createArrayOf("VARCHAR", decisionIds.toArray()));
  }

  /// The rows of these intents, in their order.
  static List<DeliveryRow> ofIntents(Connection c, List<Intent> intents) throws SQLException {
    Map<Long, DeliveryRow> byId = new HashMap<>();
    Rows.list(
        c,
        DELIVERIES + " where o.id in (select unnest(?))",
        row -> byId.put(row.getLong("id"), delivery(row)),
        c.createArrayOf("BIGINT", intents.stream().map(Intent::id).toArray()));
    return intents.stream().map(i -> byId.get(i.id())).filter(Objects::nonNull).toList();
  }

  private static DeliveryRow delivery(ResultSet row) throws SQLException {
    int status = row.getInt("reply_status");
    boolean none = row.wasNull();
    return new DeliveryRow(
        row.getLong("id"),
        row.getString("idempotency_key"),
        row.getString("decision_id"),
        row.getString("customer_id"),
        row.getString("customer_name"),
        row.getString("action_id"),
        row.getString("action_name"),
        row.getString("channel"),
        row.getString("target"),
        ActionState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        none ? null : status,
        row.getString("reply"),
        Objects.requireNonNull(Rows.instant(row, "created_at")),
        Rows.instant(row, "sent_at"),
        Objects.requireNonNull(Rows.instant(row, "next_attempt_at")));
  }
}
