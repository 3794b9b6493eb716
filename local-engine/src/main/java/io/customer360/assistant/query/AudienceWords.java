package io.customer360.assistant.query;

import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.planner.Phrasing;
import io.customer360.assistant.semantic.SemanticLayer;
import java.util.Locale;
import java.util.Set;

/// Says an audience in words: `loyal customers at risk in Leeds`.
final class AudienceWords {
  private static final Set<String> ADJECTIVES = Set.of("tier", "lifecycle", "value_tier");

  private final SemanticLayer layer;

  AudienceWords(SemanticLayer layer) {
    this.layer = layer;
  }

  String of(Audience audience) {
    return of(audience, false);
  }

  /// @param copula say `are at risk` instead of `at risk`
  String of(Audience audience, boolean copula) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    String predicate = "";
    for (Condition condition : audience.conditions()) {
      switch (condition) {
        case Condition.Is is when ADJECTIVES.contains(is.dimension()) && !is.negated() ->
            add(before, adjective(is));
        case Condition.Is is when is.dimension().equals("city") ->
            after
                .append(is.negated() ? " not in " : " in ")
                .append(String.join(" or ", is.values()));
        case Condition.Threshold t when t.attribute().equals("churn") && atRisk(t) ->
            predicate = t.negated() ? " not at risk" : " at risk";
        case Condition.Did did when did.phrase().matches("(?i)famil.*|parents") ->
            before.append("family ");
        case Condition.Did did ->
            after
                .append(did.negated() ? " who have not " : " who ")
                .append(Phrasing.condition(layer, did).replaceFirst("^has not ", ""));
        case Condition.Is is -> after.append(" with ").append(Phrasing.condition(layer, is));
        case Condition.Threshold t -> after.append(" with ").append(Phrasing.condition(layer, t));
        case Condition.Consent c -> after.append(" with ").append(Phrasing.condition(layer, c));
        case Condition.Has h ->
            after
                .append(h.negated() ? " without " : " with ")
                .append(h.field().replace('_', ' ').replace("email", "e-mail"));
      }
    }
    String noun = "customers";
    return before + noun + (copula && !predicate.isEmpty() ? " are" : "") + predicate + after;
  }

  private static boolean atRisk(Condition.Threshold t) {
    return t.op().equals(">=")
        && t.phrase().toLowerCase(Locale.ROOT).contains("risk")
        && !t.phrase().matches(".*\\d.*");
  }

  private static void add(StringBuilder text, String adjective) {
    if (!text.toString().contains(adjective + " ")) {
      text.append(adjective).append(' ');
    }
  }

  private static String adjective(Condition.Is is) {
    String phrase = is.phrase().replaceFirst("(?i)\\s+(customers|people)$", "");
    boolean borrowed = phrase.matches("(?i).*(close|near|almost|points|reach|short|below).*");
    return phrase.isBlank() || borrowed ? String.join(" or ", is.values()) : phrase;
  }
}
