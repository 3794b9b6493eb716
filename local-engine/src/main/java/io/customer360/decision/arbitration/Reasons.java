package io.customer360.decision.arbitration;

import io.customer360.decision.action.ActionDefinition;
import io.customer360.decision.action.ActionKind;
import io.customer360.decision.action.Adjustment;
import io.customer360.decision.action.Condition;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.rule.Vocabulary;
import io.customer360.decision.text.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words for a decision, made from the facts that carried it.
final class Reasons {
  private static final int MOST = 8;

  private Reasons() {}

  static String why(Facts facts, @Nullable ActionDefinition best, String currency) {
    List<String> sentences = new ArrayList<>();
    if (best != null && best.kind() == ActionKind.REGULATORY && facts.yes("recalled_product")) {
      sentences.add(
          "Order "
              + facts.text("recalled_order")
              + " holds a "
              + facts.text("recalled_name")
              + " of the recalled batch "
              + facts.text("recalled_batch")
              + ".");
      return String.join(" ", sentences);
    }
    if (facts.number("gap_ratio", 0) >= 1.2 && facts.number("usual_gap_days").isPresent()) {
      sentences.add(
          "Ordered every "
              + Math.round(facts.number("usual_gap_days", 0))
              + " days, and not for "
              + Math.round(facts.number("days_since_order", 0))
              + ".");
    }
    double late = facts.number("late_deliveries_60d", 0);
    if (late >= 1) {
      sentences.add(
          late == 1
              ? "One delivery came late in 60 days."
              : Math.round(late) + " deliveries came late in 60 days.");
    }
    if (facts.number("days_since_complaint", 999) <= 60) {
      sentences.add(
          "Complained " + Math.round(facts.number("days_since_complaint", 0)) + " days ago.");
    }
    if (best != null && best.kind() == ActionKind.LOYALTY) {
      loyalty(facts, sentences);
    }
    facts
        .number("churn")
        .filter(churn -> churn >= 0.4 && facts.number("value_at_risk", 0) >= 1)
        .ifPresent(
            churn ->
                sentences.add(
                    "Churn risk is "
                        + facts.plain("churn")
                        + ", "
                        + Money.whole(
                            BigDecimal.valueOf(facts.number("value_at_risk", 0)), currency)
                        + " of yearly margin at risk."));
    if (sentences.isEmpty()) {
      sentences.add(
          best == null ? "No action passes every check." : "Fits what " + best.name() + " is for.");
    }
    return String.join(" ", sentences);
  }

  private static void loyalty(Facts facts, List<String> sentences) {
    double toNext = facts.number("points_to_next", 0);
    if (toNext > 0) {
      sentences.add(Math.round(toNext) + " points are missing to the next tier.");
    }
    if (facts.number("days_to_points_expiry", 999) <= 45 && facts.number("points", 0) > 0) {
      sentences.add(
          Math.round(facts.number("points", 0))
              + " points expire in "
              + Math.round(facts.number("days_to_points_expiry", 0))
              + " days.");
    }
  }

  /// The facts that the action's rules and the weights that counted look at, each with its source.
  static List<Evidence> evidence(Facts facts, @Nullable ActionDefinition best, String currency) {
    Set<String> names = new LinkedHashSet<>();
    if (best != null) {
      for (Adjustment adjustment : best.context()) {
        if (adjustment.when().holds(facts)) {
          names.addAll(adjustment.when().uses());
        }
      }
      for (Condition condition : best.applicability()) {
        names.addAll(condition.when().uses());
      }
      for (Condition condition : best.eligibility()) {
        names.addAll(condition.when().uses());
      }
      names.addAll(best.value().uses());
    }
    names.add("days_since_order");
    names.add("churn");
    List<Evidence> found = new ArrayList<>();
    for (String name : names) {
      if (facts.value(name) == null || found.size() == MOST) {
        continue;
      }
      Vocabulary.Fact fact = Vocabulary.customer().find(name).orElseThrow();
      String label = fact.words();
      if (name.equals("days_since_order") && facts.number("usual_gap_days").isPresent()) {
        label =
            "days since the last order, usual gap " + Math.round(facts.number("usual_gap_days", 0));
      }
      found.add(
          new Evidence(
              Character.toUpperCase(label.charAt(0)) + label.substring(1),
              shown(facts, fact, currency),
              fact.domain(),
              fact.table(),
              ref(name, facts)));
    }
    return found;
  }

  /// Money as money; everything else as it stands in a text.
  private static String shown(Facts facts, Vocabulary.Fact fact, String currency) {
    return fact.unit().equals("money")
        ? facts
            .number(fact.name())
            .map(amount -> Money.whole(BigDecimal.valueOf(amount), currency))
            .orElse("")
        : facts.plain(fact.name());
  }

  private static String ref(String name, Facts facts) {
    if (name.startsWith("late_") || name.startsWith("last_late")) {
      return facts.text("last_late_order");
    }
    if (name.startsWith("recalled")) {
      return facts.text("recalled_order");
    }
    return switch (name) {
      case "last_rating",
          "open_tickets",
          "days_since_complaint",
          "days_since_ticket",
          "last_sentiment",
          "last_ticket_topic" ->
          facts.text("last_ticket");
      case "days_since_order" -> facts.text("last_order_id");
      default -> "";
    };
  }
}
