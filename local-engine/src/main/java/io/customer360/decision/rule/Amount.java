package io.customer360.decision.rule;

import java.util.Optional;
import java.util.Set;

/// A compiled number expression over [Facts]: `revenue_12m * 0.3`, `max(20, average_order * 0.4)`.
public final class Amount {
  private final String text;
  private final Expression expression;

  private Amount(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  public static Amount compile(String text, Vocabulary vocabulary) {
    return new Amount(text, new RuleParser(text, vocabulary).parse(FactType.NUMBER));
  }

  /// Empty when a fact it needs is missing.
  public Optional<Double> of(Facts facts) {
    return expression.value(facts) instanceof Double number
            && !number.isNaN()
            && !number.isInfinite()
        ? Optional.of(number)
        : Optional.empty();
  }

  public Set<String> uses() {
    return expression.uses();
  }

  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amount amount && amount.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
