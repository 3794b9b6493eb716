package io.customer360.decision.arbitration;

import io.customer360.decision.policy.Consent;
import io.customer360.decision.policy.PastContact;
import io.customer360.decision.rule.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything a decision depends on, beside the texts of the catalogue and the policies, which are
/// named by version. Two equal inputs give equal decisions.
///
/// @param trigger why the customer was looked at: `churn risk 0.71`
/// @param agents whose actions may be chosen; all when empty
/// @param spent by id of the budget rule, spent in its period before this decision
/// @param feedback by action id
/// @param models model name to version
/// @param zone of the workspace, for customers without one
public record DecisionInput(
    String decisionId,
    String customerId,
    Instant now,
    long seed,
    String trigger,
    List<String> agents,
    Facts facts,
    List<Consent> consents,
    List<PastContact> contacts,
    Map<String, BigDecimal> spent,
    Map<String, Feedback> feedback,
    Map<String, String> models,
    String catalogueVersion,
    String policyVersion,
    String currency,
    String zone,
    String company,
    FactorSwitches switches) {
  public DecisionInput {
    agents = List.copyOf(agents);
    consents = List.copyOf(consents);
    contacts = List.copyOf(contacts);
    spent = new TreeMap<>(spent);
    feedback = new TreeMap<>(feedback);
    models = new TreeMap<>(models);
  }

  /// The same with another state of the budgets.
  public DecisionInput withSpent(Map<String, BigDecimal> now) {
    return with(decisionId, now, catalogueVersion, policyVersion);
  }

  /// The same under another id.
  public DecisionInput withId(String id) {
    return with(id, spent, catalogueVersion, policyVersion);
  }

  /// The same to be decided under other texts.
  public DecisionInput withTexts(String catalogue, String policies) {
    return with(decisionId, spent, catalogue, policies);
  }

  private DecisionInput with(
      String id, Map<String, BigDecimal> spent, String catalogue, String policies) {
    return new DecisionInput(
        id,
        customerId,
        now,
        seed,
        trigger,
        agents,
        facts,
        consents,
        contacts,
        spent,
        feedback,
        models,
        catalogue,
        policies,
        currency,
        zone,
        company,
        switches);
  }
}
