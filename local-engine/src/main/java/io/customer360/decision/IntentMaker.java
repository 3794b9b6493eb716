package io.customer360.decision;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.governance.CanonicalJson;
import io.customer360.outbox.NewIntent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the outbox row of an approved option. The payload is
/// `{"type":"action.requested","timestamp":...,"data":{...}}`, under 20 KB for a
/// message that [MessageLimit] lets pass.
final class IntentMaker {
  private final Map<String, String> targets;
  private final String currency;

  IntentMaker(Map<String, String> targets, String currency) {
    this.targets = targets;
    this.currency = currency;
  }

  /// @param attempt how often this decision was queued before: a taken-back row keeps its key
  /// @param by who let it go
  NewIntent intent(
      Decision decision,
      RankedOption option,
      @Nullable String subject,
      @Nullable String body,
      long attempt,
      String by,
      Instant now) {
    String key =
        "act_" + decision.id() + "_" + (attempt + 1) + "_" + decision.outputHash().substring(0, 8);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("to", option.message().to());
    message.put("subject", subject == null ? option.message().subject() : subject);
    message.put("body", body == null ? option.message().body() : body);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("decision_id", decision.id());
    data.put("customer_id", decision.customerId());
    data.put("customer_name", decision.customerName());
    data.put("action", option.actionId());
    data.put("action_name", option.name());
    data.put("action_version", option.actionVersion());
    data.put("kind", option.kind());
    data.put("purpose", option.purpose());
    data.put("channel", option.channel());
    data.put("agent", option.agent());
    data.put("approved_by", by);
    data.put("cost", option.cost());
    data.put("currency", currency);
    data.put("expires_at", option.expiresAt().toString());
    data.put("message", message);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("type", "action.requested");
    payload.put("timestamp", now.toString());
    payload.put("data", data);
    Instant notBefore = option.sendNotBefore().isAfter(now) ? option.sendNotBefore() : now;
    return new NewIntent(
        key,
        decision.id(),
        decision.customerId(),
        option.actionId(),
        option.kind(),
        option.channel(),
        option.purpose(),
        option.agent(),
        targets.getOrDefault(option.channel(), "file"),
        CanonicalJson.of((Object) payload),
        option.cost(),
        now,
        notBefore,
        option.expiresAt());
  }
}
