package io.customer360.decision.arbitration;

import io.customer360.decision.action.Catalogue;
import io.customer360.decision.policy.Consent;
import io.customer360.decision.policy.PastContact;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.rule.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made-up customers.
public final class Inputs {
  public static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");

  private static final String CATALOGUE = Catalogue.defaults().version();
  private static final String POLICIES = Policies.defaults().version();

  private Inputs() {}

  public static Map<String, Object> ngozi() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("customer_id", "C-004711");
    facts.put("full_name", "Ngozi Okafor");
    facts.put("first_name", "Ngozi");
    facts.put("email", "ngozi.okafor@example.net");
    facts.put("phone", "+441134960123");
    facts.put("address", "4 Mill Lane");
    facts.put("zone", "Europe/London");
    facts.put("tier", "Gold");
    facts.put("lifecycle", "at-risk");
    facts.put("value_tier", "high");
    facts.put("orders", 31.0);
    facts.put("orders_12m", 14.0);
    facts.put("margin_12m", 1044.0);
    facts.put("average_order", 82.5);
    facts.put("days_since_order", 37.0);
    facts.put("usual_gap_days", 19.0);
    facts.put("gap_ratio", 1.95);
    facts.put("late_deliveries_60d", 2.0);
    facts.put("churn", 0.71);
    facts.put("churn_confidence", 0.82);
    facts.put("propensity", 0.31);
    facts.put("value_at_risk", 741.24);
    facts.put("trust", 0.87);
    facts.put("recalled_product", false);
    return facts;
  }

  public static DecisionInput input(Map<String, Object> facts) {
    return new DecisionInput(
        "D-1",
        String.valueOf(facts.get("customer_id")),
        NOW,
        7,
        "churn risk 0.71",
        List.of("churn-prevention"),
        new Facts(facts),
        List.of(
            new Consent("marketing", "email", "yes", "2019-03-04", "crm"),
            new Consent("service", "phone", "yes", "2019-03-04", "crm")),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of("churn", "v14"),
        CATALOGUE,
        POLICIES,
        "GBP",
        "Europe/London",
        "Alder & Pine",
        FactorSwitches.ALL);
  }

  /// A customer drawn at random, with gaps, refusals and contacts.
  public static DecisionInput random(Random random, int number, String catalogue, String policies) {
    Map<String, Object> facts = new HashMap<>(ngozi());
    facts.put("customer_id", "C-%06d".formatted(number));
    facts.put("full_name", "Person " + number);
    facts.put("orders", (double) random.nextInt(12));
    facts.put("orders_12m", (double) random.nextInt(6));
    facts.put("margin_12m", random.nextInt(100_000) / 100.0);
    facts.put("churn", random.nextInt(1000) / 1000.0);
    facts.put("value_at_risk", random.nextInt(100_000) / 100.0);
    facts.put("gap_ratio", random.nextInt(50) / 10.0);
    facts.put("recalled_product", random.nextInt(20) == 0);
    facts.put("recalled_name", "Ridgeline Anorak");
    facts.put("recalled_batch", "26-08");
    facts.put("recalled_order", "AP-1");
    facts.put("recalled_revenue", 99.0);
    facts.put("zone", random.nextBoolean() ? "Europe/London" : "America/New_York");
    for (String name : List.of("email", "phone", "first_name", "usual_gap_days", "trust", "tier")) {
      if (random.nextInt(8) == 0) {
        facts.remove(name);
      }
    }
    List<Consent> consents = new ArrayList<>();
    for (String purpose : List.of("service", "marketing")) {
      for (String channel : List.of("email", "sms", "phone")) {
        if (random.nextBoolean()) {
          consents.add(
              new Consent(
                  purpose, channel, random.nextInt(3) == 0 ? "no" : "yes", "2024-02-01", "crm"));
        }
      }
    }
    List<PastContact> contacts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      contacts.add(
          new PastContact(
              List.of("email", "sms", "call").get(random.nextInt(3)),
              "",
              random.nextInt(6) == 0 ? "open" : "sent",
              NOW.minusSeconds(random.nextInt(900_000))));
    }
    DecisionInput base = input(facts);
    return new DecisionInput(
        "D-" + number,
        "C-%06d".formatted(number),
        NOW.plusSeconds(random.nextInt(86_400)),
        random.nextInt(),
        "test",
        random.nextBoolean() ? List.of() : List.of("churn-prevention"),
        base.facts(),
        consents,
        contacts,
        Map.of("churn-service", BigDecimal.valueOf(random.nextInt(3_200))),
        Map.of("feedback-call", new Feedback(random.nextInt(5), random.nextInt(5))),
        base.models(),
        catalogue,
        policies,
        "GBP",
        "Europe/London",
        "Alder & Pine",
        FactorSwitches.ALL);
  }
}
