package io.customer360.outbox;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The tables of this room.
public final class OutboxSchema implements SchemaContribution {
  @Override
  public String area() {
    return "outbox";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.outbox (
          id bigint, idempotency_key varchar, decision_id varchar, customer_id varchar,
          action_id varchar, kind varchar, channel varchar, purpose varchar, agent varchar,
          target varchar, payload varchar, cost decimal(14,2), state varchar, attempts integer,
          created_at timestamp, next_attempt_at timestamp, expires_at timestamp,
          request_hash varchar, reply_status integer, reply varchar, external_id varchar,
          sent_at timestamp, updated_at timestamp)
        """,
        """
        create table if not exists ops.target_state (
          target varchar, disabled boolean, why varchar, changed_at timestamp)
        """);
  }
}
