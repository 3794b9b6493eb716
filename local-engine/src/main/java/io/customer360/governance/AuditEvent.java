package io.customer360.governance;

import java.time.Instant;
import java.util.Map;

/// What is to be written down. Values are text, numbers, booleans, lists or maps of those; the
/// canonical form decides how they are hashed.
///
/// @param type `decision.created`, `human.approved`, `action.executed` ...: see [AuditTypes]
/// @param actor the [Person#id] or `agent:...`
/// @param subject what it is about: a decision id, an outbox id
/// @param detail more, by name
public record AuditEvent(
    String type, Instant at, String actor, String subject, Map<String, Object> detail) {
  public AuditEvent {
    detail = Map.copyOf(detail);
  }
}
