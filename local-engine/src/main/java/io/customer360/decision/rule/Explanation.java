package io.customer360.decision.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts an expression into words, and says of one that does not hold what was found and what would
/// change it.
final class Explanation {
  private Explanation() {}

  static Rule.Verdict of(Expression expression, Facts facts) {
    boolean holds = Boolean.TRUE.equals(expression.value(facts));
    return new Rule.Verdict(holds, found(expression, facts, holds), holds ? "" : words(expression));
  }

  private static String found(Expression expression, Facts facts, boolean holds) {
    if (expression instanceof Expression.Logic logic) {
      // Of one that does not hold only the parts that failed matter.
      return logic.parts().stream()
          .filter(part -> holds || !Boolean.TRUE.equals(part.value(facts)))
          .map(part -> found(part, facts, holds))
          .distinct()
          .collect(Collectors.joining(", "));
    }
    return expression.uses().stream()
        .map(name -> Vocabulary.customer().find(name).orElseThrow())
        .map(fact -> found(fact, facts.value(fact.name())))
        .collect(Collectors.joining(", "));
  }

  /// A fact with its value; one that is only true or not needs no `yes` behind it.
  private static String found(Vocabulary.Fact fact, @Nullable Object value) {
    return switch (value) {
      case Boolean flag -> flag ? fact.words() : fact.words() + ": no";
      case null, default -> fact.words() + " " + show(value, fact.unit());
    };
  }

  static String words(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> show(constant.constant(), "");
      case Expression.Name name -> name.fact().words();
      case Expression.Arithmetic a -> arithmetic(a);
      case Expression.Comparison c -> comparison(c);
      case Expression.OneOf one ->
          words(one.item())
              + (one.negated() ? " is not " : " is ")
              + one.options().stream()
                  .map(option -> show(option, ""))
                  .collect(Collectors.joining(" or "));
      case Expression.Member m ->
          words(m.item()) + (m.negated() ? " is not among " : " is among ") + words(m.list());
      case Expression.Presence p -> words(p.item()) + (p.present() ? " is known" : " is not known");
      case Expression.Not n -> "not (" + words(n.inner()) + ")";
      case Expression.Logic l ->
          l.parts().stream()
              .map(part -> part instanceof Expression.Logic ? "(" + words(part) + ")" : words(part))
              .collect(Collectors.joining(l.all() ? " and " : " or "));
    };
  }

  private static String arithmetic(Expression.Arithmetic a) {
    return switch (a.operator()) {
      case 'm' -> "the lesser of " + words(a.left()) + " and " + words(a.right());
      case 'M' -> "the greater of " + words(a.left()) + " and " + words(a.right());
      case '*' -> words(a.left()) + " × " + words(a.right());
      case '-' -> words(a.left()) + " − " + words(a.right());
      default -> words(a.left()) + " " + a.operator() + " " + words(a.right());
    };
  }

  private static String comparison(Expression.Comparison c) {
    String unit = c.left() instanceof Expression.Name name ? name.fact().unit() : "";
    String right =
        c.right() instanceof Expression.Constant constant
            ? show(constant.constant(), unit)
            : words(c.right());
    if (c.right() instanceof Expression.Constant constant
        && constant.constant() instanceof Boolean flag) {
      return (flag == c.operator().equals("==") ? "" : "not ") + words(c.left());
    }
    String verb =
        switch (c.operator()) {
          case "==" -> " is ";
          case "!=" -> " is not ";
          case "<" -> " is under ";
          case "<=" -> " is at most ";
          case ">" -> " is over ";
          default -> " is at least ";
        };
    return words(c.left()) + verb + right;
  }

  /// `3`, `0.71`, `19 days`, `Gold`, `empty`.
  static String show(@Nullable Object value, String unit) {
    return switch (value) {
      case null -> "empty";
      case Double number -> {
        String plain =
            BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        yield unit.isEmpty() || unit.equals("money")
            ? plain
            : plain + " " + (unit.equals("days") && plain.equals("1") ? "day" : unit);
      }
      case Boolean flag -> flag ? "yes" : "no";
      case List<?> items ->
          items.isEmpty()
              ? "none"
              : items.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> value.toString().isBlank() ? "empty" : value.toString();
    };
  }
}
