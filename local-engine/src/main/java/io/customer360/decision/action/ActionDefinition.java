package io.customer360.decision.action;

import io.customer360.decision.rule.Amount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action or offer of the catalogue. One YAML file holds one action, or a list under `actions:`.
/// Every key but `id name kind channel value` may be left out.
///
/// ```yaml
/// id: service-recovery-call          # unique in the catalogue
/// version: 1                         # raise it when the text changes
/// name: Service recovery call
/// detail: store manager calls        # one muted line beside the name
/// kind: service                      # service | marketing | loyalty | regulatory
/// channel: call                      # call | email | sms | post | push | none
/// purpose: service                   # service | marketing; consent is asked for purpose x channel
/// agents: [churn-prevention]         # churn-prevention | loyalty-retention | product-safety
/// cost: 12.00                        # charged to the budget when approved
/// value: "revenue_12m * 0.3"         # margin effect if accepted: a number, or computed from facts
/// acceptance:
///   base: 0.22                       # prior probability of taking it
///   model: propensity                # optional: mixed half and half with this model's score
///   adjust:                          # percentages, added up, then applied: 1 + sum / 100
///     - {when: "tier == 'Gold'", percent: 25, why: Gold member}
///     - {when: "lifecycle == 'churned'", percent: -40, why: has been away long}
/// context:                           # the situation now; same arithmetic
///   - {when: "late_deliveries_60d >= 2", percent: 40, why: two late deliveries}
/// lever: 10                          # percent the business adds (or takes) on purpose
/// risk: 0.06                         # share of its value lost to abuse or annoyance
/// eligibility:                       # may this customer have it at all
///   - "tier in ['Silver', 'Gold']"
/// applicability:                     # does it fit what is going on
///   - {when: "late_deliveries_60d >= 1", says: Needs a late delivery, pass_when: one comes late}
/// suitability:                       # is it right for this customer now
///   - "days_since_complaint > 2 or days_since_complaint is missing"
/// ttl_hours: 57
/// regulatory_class: none             # none | safety | privacy | financial
/// introduced: 2026-11-10             # shown as new and never sent by itself for 30 days
/// message:
///   subject: Two late parcels, and what we changed
///   body: |
///     Dear {{first_name|customer}},
///     your order {{last_late_order}} came {{last_late_days}} days late. We are sorry.
/// ```
///
/// The facts that conditions, values and messages may use, and the operators, are listed in
/// [io.customer360.decision.rule.Vocabulary] and [io.customer360.decision.rule.Rule].
public record ActionDefinition(
    String id,
    int version,
    String name,
    String detail,
    ActionKind kind,
    Channel channel,
    String purpose,
    List<String> agents,
    double cost,
    Amount value,
    Acceptance acceptance,
    List<Adjustment> context,
    double leverPercent,
    double risk,
    List<Condition> eligibility,
    List<Condition> applicability,
    List<Condition> suitability,
    int ttlHours,
    String regulatoryClass,
    @Nullable LocalDate introduced,
    @Nullable MessageTemplate message,
    String text) {
  public ActionDefinition {
    agents = List.copyOf(agents);
    context = List.copyOf(context);
    eligibility = List.copyOf(eligibility);
    applicability = List.copyOf(applicability);
    suitability = List.copyOf(suitability);
  }
}
