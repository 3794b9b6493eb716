package io.customer360.decision.arbitration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was decided for one customer and why. Everything in it follows from the stored input.
///
/// @param agent the agent of the best option, or blank when nothing passed
/// @param valueAtRisk revenue of 12 months x churn score, or of the recalled lines
/// @param valueAtRiskText with the workspace currency: `£741`
/// @param why one or two sentences
/// @param versions `catalogue`, `policies`, `model:churn` ... to their versions
/// @param outputHash SHA-256 of the canonical JSON of everything else here
public record Decision(
    String id,
    String customerId,
    String customerName,
    Instant decidedAt,
    Instant expiresAt,
    String agent,
    String trigger,
    BigDecimal valueAtRisk,
    String valueAtRiskText,
    String why,
    List<Evidence> evidence,
    Confidence confidence,
    Funnel funnel,
    List<RankedOption> options,
    List<BlockedOption> blocked,
    Map<String, String> versions,
    String outputHash) {
  public Decision {
    evidence = List.copyOf(evidence);
    options = List.copyOf(options);
    blocked = List.copyOf(blocked);
    versions = Map.copyOf(versions);
  }

  /// The option that is proposed.
  public Optional<RankedOption> best() {
    return options.isEmpty() ? Optional.empty() : Optional.of(options.getFirst());
  }
}
