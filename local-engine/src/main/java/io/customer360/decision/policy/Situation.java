package io.customer360.decision.policy;

import io.customer360.decision.action.ActionKind;
import io.customer360.decision.action.Channel;
import io.customer360.decision.rule.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What a policy looks at: one action for one customer at one moment.
///
/// @param agent who proposes it
/// @param spent by id of the budget rule, what was spent in its period so far
/// @param zone of the customer, else of the workspace
public record Situation(
    String actionId,
    ActionKind kind,
    Channel channel,
    String purpose,
    String agent,
    BigDecimal cost,
    Facts facts,
    List<Consent> consents,
    List<PastContact> contacts,
    Map<String, BigDecimal> spent,
    Instant now,
    ZoneId zone,
    String currency) {}
