package io.customer360.identity.rules;

/// Why a source record was attached to its customer. `id` is what `gold.identity_link.rule` holds,
/// `words` what a person reads. The order is the order of application: a record that two rules
/// would attach is said to be attached by the earlier one.
public enum MatchRule {
  FIRST("first record", "the first record of this customer", LinkCategory.DETERMINISTIC),
  JUDGED("a person", "a person said they are one", LinkCategory.JUDGED),
  LOYALTY_ID("loyalty id", "same loyalty id", LinkCategory.DETERMINISTIC),
  EMAIL("e-mail", "same e-mail and no other first name", LinkCategory.DETERMINISTIC),
  PHONE_NAME("phone and name", "same phone and same name", LinkCategory.DETERMINISTIC),
  PROBABLE("weight", "more speaks for one person than against", LinkCategory.PROBABILISTIC);

  private final String id;
  private final String words;
  private final LinkCategory category;

  MatchRule(String id, String words, LinkCategory category) {
    this.id = id;
    this.words = words;
    this.category = category;
  }

  /// A rule by its stored id; throws [IllegalArgumentException] for an unknown one.
  public static MatchRule of(String id) {
    for (MatchRule rule : values()) {
      if (rule.id.equals(id)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("Unknown match rule " + id);
  }

  public String id() {
    return id;
  }

  public String words() {
    return words;
  }

  public LinkCategory category() {
    return category;
  }
}
