package io.customer360.decision.rule;

import java.util.Set;

/// A compiled yes-or-no expression over [Facts].
///
/// Operators: `and or not`, `== != < <= > >=`, `in [..]`, `not in [..]`, `'x' in list_fact`,
/// `is missing`, `is present`, `+ - * /`, `min(a, b)`, `max(a, b)`, brackets. Texts stand in single
/// quotes. A comparison with a missing fact is neither yes nor no; a rule that is not clearly yes
/// does not hold.
public final class Rule {
  private final String text;
  private final Expression expression;

  private Rule(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /// Reads and checks; throws [RuleException] with the position when it is not a yes-or-no
  /// expression over the vocabulary.
  public static Rule compile(String text, Vocabulary vocabulary) {
    Expression expression = new RuleParser(text, vocabulary).parse(FactType.YES_NO);
    return new Rule(text, expression);
  }

  /// Reads a rule over the facts of a customer.
  public static Rule of(String text) {
    return compile(text, Vocabulary.customer());
  }

  public boolean holds(Facts facts) {
    return Boolean.TRUE.equals(expression.value(facts));
  }

  /// Holds or not, the fact that decided it with its numbers, and what would make it hold.
  public Verdict explain(Facts facts) {
    return Explanation.of(expression, facts);
  }

  /// The rule in words: `loyalty tier is Silver or Gold`.
  public String words() {
    return Explanation.words(expression);
  }

  /// Names of the facts it uses.
  public Set<String> uses() {
    return expression.uses();
  }

  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule rule && rule.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /// @param fact `orders in 12 months: 1`
  /// @param passWhen `orders in 12 months is at least 3`; blank when it holds
  public record Verdict(boolean holds, String fact, String passWhen) {}
}
