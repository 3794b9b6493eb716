package io.customer360.decision.lake;

import io.customer360.decision.arbitration.Feedback;
import io.customer360.decision.policy.Consent;
import io.customer360.decision.policy.PastContact;
import io.customer360.decision.rule.Facts;
import java.util.List;
import java.util.Map;

/// What was seen of a set of customers at one moment.
///
/// @param feedback by kind of customer (`at-risk/high`), then by action
/// @param models model name to version
public record Observation(
    Map<String, Facts> facts,
    Map<String, List<Consent>> consents,
    Map<String, List<PastContact>> contacts,
    Map<String, Map<String, Feedback>> feedback,
    Map<String, String> models) {

  /// The same with the facts.
  public Observation with(Map<String, Facts> facts) {
    return new Observation(facts, consents, contacts, feedback, models);
  }

  /// What people said to actions for customers like this one.
  public Map<String, Feedback> feedbackFor(Facts customer) {
    return feedback.getOrDefault(likeKey(customer), Map.of());
  }

  /// Customers of the same lifecycle and value tier are alike.
  public static String likeKey(Facts customer) {
    return customer.text("lifecycle") + "/" + customer.text("value_tier");
  }
}
