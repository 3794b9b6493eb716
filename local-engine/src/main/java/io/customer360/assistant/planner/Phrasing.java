package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Numbers;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.semantic.Attribute;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.assistant.semantic.Unit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Conditions in words, for chips, methods and query comments.
public final class Phrasing {
  private Phrasing() {}

  public static String condition(SemanticLayer layer, Condition condition) {
    return switch (condition) {
      case Condition.Threshold t ->
          (t.negated() ? "not " : "")
              + threshold(layer.attribute(t.attribute()), t.op(), t.value(), t.upper());
      case Condition.Is is ->
          layer.dimension(is.dimension()).title().toLowerCase(Locale.ROOT)
              + (is.negated() ? " is not " : " is ")
              + either(is.values());
      case Condition.Did did -> did(layer, did);
      case Condition.Consent c ->
          (c.negated() ? "not: " : "")
              + c.purpose()
              + (c.channel() == null ? "" : " by " + c.channel())
              + " "
              + c.status().replace('_', ' ');
      case Condition.Has has ->
          (has.negated() ? "no " : "has ")
              + has.field().replace('_', ' ').replace("email", "e-mail");
    };
  }

  static String did(SemanticLayer layer, Condition.Did did) {
    StringBuilder words = new StringBuilder(did.negated() ? "has not " : "");
    words.append(layer.activity(did.activity()).title());
    for (Condition.Is detail : did.details()) {
      words.append(detail.negated() ? " not " : " ").append(either(detail.values()));
    }
    if (did.times() > 1) {
      words.append(", at least ").append(did.times()).append(" times");
    }
    Period period = did.period();
    if (period != null) {
      words.append(", ").append(period.words());
    }
    return words.toString();
  }

  static String threshold(Attribute attribute, String op, double value, @Nullable Double upper) {
    if (upper != null) {
      return attribute.title()
          + " "
          + number(attribute.unit(), value)
          + " to "
          + number(attribute.unit(), upper);
    }
    String sign =
        switch (op) {
          case ">=" -> "≥";
          case "<=" -> "≤";
          default -> op;
        };
    return attribute.title() + " " + sign + " " + number(attribute.unit(), value);
  }

  private static String number(Unit unit, double value) {
    return switch (unit) {
      case SCORE, SHARE -> String.format(Locale.ROOT, "%.2f", value);
      case COUNT, NUMBER, MONEY, MONEY_EXACT, DAYS, YEARS -> Numbers.plain(value);
    };
  }

  static String either(List<String> values) {
    return values.size() == 1
        ? values.getFirst()
        : String.join(", ", values.subList(0, values.size() - 1)) + " or " + values.getLast();
  }
}
