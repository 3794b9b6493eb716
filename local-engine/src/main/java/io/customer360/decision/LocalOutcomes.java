package io.customer360.decision;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Writes what came back, and lets it take effect at once.
final class LocalOutcomes implements Outcomes {
  private final Lakehouse lake;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  LocalOutcomes(Lakehouse lake, AuditLog audit, Outbox outbox, Clock clock) {
    this.lake = lake;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void record(Outcome outcome) {
    Intent intent =
        outbox
            .byKey(outcome.idempotencyKey())
            .orElseThrow(
                () ->
                    WorkbenchException.data(
                        "C360-DEC-080",
                        "No delivery has the id "
                            + outcome.idempotencyKey()
                            + ". The outcome was not recorded."));
    boolean first =
        lake.write(
            c -> {
              // Targets repeat their receipts: the same one counts once.
              boolean known =
                  Rows.number(
                          c,
                          """
                          select count(*) from ops.outcome
                          where idempotency_key = ? and kind = ? and happened_at = ?
                          """,
                          outcome.idempotencyKey(),
                          outcome.kind().name(),
                          outcome.at())
                      > 0;
              if (known) {
                return false;
              }
              Rows.update(
                  c,
                  "insert into ops.outcome values (?, ?, ?, ?, ?, ?)",
                  outcome.idempotencyKey(),
                  intent.customerId(),
                  outcome.kind().name(),
                  outcome.at(),
                  outcome.note(),
                  outcome.amount());
              if (outcome.kind() == OutcomeKind.OPTED_OUT) {
                withdraw(
                    c,
                    intent.customerId(),
                    intent.purpose(),
                    consentChannel(intent.channel()),
                    "reply to " + outcome.idempotencyKey(),
                    outcome.at());
              }
              return true;
            });
    if (!first) {
      return;
    }
    switch (outcome.kind()) {
      case DELIVERED, OPENED, CLICKED, REPLIED, OPTED_OUT ->
          outbox.confirmed(outcome.idempotencyKey(), outcome.at());
      case BOUNCED -> outbox.bounced(outcome.idempotencyKey(), outcome.note(), outcome.at());
      case CONVERTED -> outbox.measured(outcome.idempotencyKey(), outcome.at());
    }
  }

  @Override
  public void withdrawConsent(String customerId, String purpose, String channel, String evidence) {
    lake.write(
        c -> {
          withdraw(c, customerId, purpose, channel, evidence, clock.instant());
          return customerId;
        });
  }

  private void withdraw(
      Connection c, String customerId, String purpose, String channel, String evidence, Instant at)
      throws SQLException {
    Rows.update(
        c,
        "insert into ops.consent_override values (?, ?, ?, 'no', ?, ?)",
        customerId,
        purpose,
        channel,
        at,
        evidence);
    audit.append(
        c,
        new AuditEvent(
            AuditTypes.CONSENT_WITHDRAWN,
            at,
            "customer:" + customerId,
            customerId,
            Map.of("purpose", purpose, "channel", channel, "evidence", evidence)));
  }

  private static String consentChannel(String channel) {
    return io.customer360.decision.action.Channel.valueOf(channel.toUpperCase(Locale.ROOT))
        .consentChannel();
  }
}
