package io.customer360.identity;

/// Why a source record was attached to its customer. `id` is what `gold.identity_link.rule` holds,
/// `words` what a person reads.
public sealed interface MatchRule {
  String id();

  String words();

  LinkCategory category();

  /// A rule by its stored id; throws [IllegalArgumentException] for an unknown one.
  static MatchRule of(String id) {
    for (ExactRule rule : ExactRule.values()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("Unknown match rule " + id);
  }

  /// The exact rules, strongest first. The order is the order of application: a record that two
  /// rules would attach is said to be attached by the stronger one.
  enum ExactRule implements MatchRule {
    FIRST("first record", "the first record of this customer"),
    LOYALTY_ID("loyalty id", "same loyalty id"),
    EMAIL("e-mail", "same e-mail and no other first name"),
    PHONE_NAME("phone and name", "same phone and same name");

    private final String id;
    private final String words;

    ExactRule(String id, String words) {
      this.id = id;
      this.words = words;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String words() {
      return words;
    }

    @Override
    public LinkCategory category() {
      return LinkCategory.DETERMINISTIC;
    }
  }
}
