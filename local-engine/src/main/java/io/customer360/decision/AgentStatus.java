package io.customer360.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An agent as shown.
///
/// @param autonomy class of action to `suggest`, `approve`, `act`
/// @param health `ready`, `stopped`, `never run`, `budget used up`
/// @param open its proposals that wait
public record AgentStatus(
    String id,
    String name,
    String goal,
    Map<String, String> autonomy,
    String health,
    @Nullable Instant lastRun,
    int lastCustomers,
    int open,
    BigDecimal budgetSpent,
    BigDecimal budgetLimit) {}
