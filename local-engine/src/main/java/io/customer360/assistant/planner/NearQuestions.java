package io.customer360.assistant.planner;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Questions that can be answered, the nearest to one that cannot.
final class NearQuestions {
  private static final List<String> KNOWN =
      List.of(
          "Which loyal customers are at risk, and what is at stake?",
          "How many loyal customers are at risk?",
          "How many customers do we have by tier?",
          "Revenue by channel last quarter against the one before",
          "Revenue per month this year",
          "Which stores had the highest revenue last month?",
          "Top 10 customers by margin",
          "Late share by carrier since 21 Sep",
          "Late deliveries per week",
          "E-mail open rate per month",
          "SMS click rate per week",
          "Which campaigns have the best open rate?",
          "Service tickets by topic in the last 90 days",
          "Average rating by topic",
          "Average order value by tier",
          "Repeat rate this year against last year",
          "Returns share by category",
          "Which offers work for lapsed customers?",
          "What drives churn for loyal customers?",
          "How many customers have not ordered in the last 90 days?",
          "Which customers are close to Gold?",
          "How many customers can be reached by e-mail?",
          "What share of loyal customers have late deliveries?",
          "New customers per month",
          "Margin by category this year",
          "Points redeemed per month",
          "Customers by city",
          "Customers by churn band",
          "Make a segment of loyal customers at risk",
          "How many proposals are waiting for approval?",
          "Discount share by channel this quarter",
          "Visits per week");

  private NearQuestions() {}

  static List<String> to(String question, int limit) {
    Set<String> said = new HashSet<>(Tokenizer.stems(question));
    return KNOWN.stream()
        .sorted(
            Comparator.comparingDouble((String known) -> -closeness(said, known))
                .thenComparingInt(KNOWN::indexOf))
        .limit(limit)
        .toList();
  }

  static List<String> all() {
    return KNOWN;
  }

  private static double closeness(Set<String> said, String known) {
    Set<String> stems = new HashSet<>(Tokenizer.stems(known));
    double shared = 0;
    for (String stem : stems) {
      if (said.contains(stem)) {
        shared += stem.length() > 3 ? 1 : 0.2;
      }
    }
    return shared / Math.sqrt(stems.size() + said.size());
  }
}
