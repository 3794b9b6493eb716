package io.customer360.decision;

import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `ops.proposal`. Members of a grouped proposal share `groupId`, the id of its first
/// decision; a single one is its own group.
record ProposalRow(
    String decisionId,
    String groupId,
    String customerId,
    String title,
    String actionId,
    String actionName,
    int chosen,
    String kind,
    String channel,
    String agent,
    BigDecimal cost,
    BigDecimal valueAtRisk,
    double confidence,
    boolean novel,
    int approvalsNeeded,
    ActionState state,
    boolean automatic,
    Instant createdAt,
    Instant expiresAt,
    Instant updatedAt,
    String likeKey,
    @Nullable String subject,
    @Nullable String body) {

  static final String SELECT =
      """
      select decision_id, group_id, customer_id, title, action_id, action_name, chosen, kind,
        channel, agent, cost, value_at_risk, confidence, novel, approvals_needed, state, automatic,
        created_at, expires_at, updated_at, like_key, subject, body
      from ops.proposal
      """;

  static ProposalRow of(ResultSet row) throws SQLException {
    return new ProposalRow(
        row.getString("decision_id"),
        row.getString("group_id"),
        row.getString("customer_id"),
        row.getString("title"),
        row.getString("action_id"),
        row.getString("action_name"),
        row.getInt("chosen"),
        row.getString("kind"),
        row.getString("channel"),
        row.getString("agent"),
        row.getBigDecimal("cost"),
        row.getBigDecimal("value_at_risk"),
        row.getDouble("confidence"),
        row.getBoolean("novel"),
        row.getInt("approvals_needed"),
        ActionState.valueOf(row.getString("state")),
        row.getBoolean("automatic"),
        at(row, "created_at"),
        at(row, "expires_at"),
        at(row, "updated_at"),
        row.getString("like_key"),
        row.getString("subject"),
        row.getString("body"));
  }

  @Nullable Object[] values() {
    return new @Nullable Object[] {
      decisionId,
      groupId,
      customerId,
      title,
      actionId,
      actionName,
      chosen,
      kind,
      channel,
      agent,
      cost,
      valueAtRisk,
      confidence,
      novel,
      approvalsNeeded,
      state.name(),
      automatic,
      createdAt,
      expiresAt,
      updatedAt,
      likeKey,
      subject,
      body
    };
  }

  boolean open() {
    return state == ActionState.PROPOSED || state == ActionState.APPROVED;
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Rows.instant(row, column), column);
  }
}
