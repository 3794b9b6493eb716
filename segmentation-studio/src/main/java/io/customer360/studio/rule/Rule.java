package io.customer360.studio.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node of a rule tree. Immutable; equal trees are equal records.
///
/// Every rule either holds for a customer or does not: what is not known never holds, and `none`
/// turns around whether a rule holds, not what a value is. A customer without a city passes
/// `none: city is Leeds` and fails `city is not Leeds`.
public sealed interface Rule {
  /// Everybody: a group without conditions.
  Rule EVERYONE = new Group(Combination.ALL, List.of());

  /// All, any or none of these rules hold. An empty group has no effect, so that a group somebody
  /// is about to fill does not empty the segment.
  record Group(Combination combination, List<Rule> rules) implements Rule {
    public Group {
      rules = List.copyOf(rules);
    }
  }

  /// A value of the customer compared with something.
  ///
  /// @param field a name of the field catalog: `tier`, `churn_risk`
  record Attribute(String field, Comparison comparison) implements Rule {}

  /// A number made of the customer's events compared with something: at least 2 orders worth more
  /// than 100 in the last 90 days.
  record Behaviour(Occurrence occurrence, Measure measure, Comparison comparison) implements Rule {}

  /// After an event of the first kind came (or did not come) one of the second kind within so many
  /// days. "Did not come" counts only where those days have passed.
  ///
  /// @param first its window says when the first event happened
  /// @param followed true: the second came; false: it did not
  /// @param then its window is any time: the days count from the first event
  /// @param withinDays 1 to 3650
  record Sequence(Occurrence first, boolean followed, Occurrence then, int withinDays)
      implements Rule {
    public Sequence {
      if (withinDays < 1 || withinDays > 3650) {
        throw RuleFault.of("a sequence looks 1 to 3650 days ahead, not " + withinDays);
      }
      if (!(then.window() instanceof Window.Anytime)) {
        throw RuleFault.of("the second part of a sequence has no window of its own");
      }
    }
  }

  /// Member of another segment.
  record Membership(String segment) implements Rule {}

  /// What the customer said to being addressed for a purpose.
  ///
  /// @param channel null: on any channel
  record Consent(String purpose, @Nullable String channel, ConsentStatus status) implements Rule {}

  /// A condition that cannot be shown as a rule and stays SQL over the columns of a customer.
  ///
  /// @param why it is not shown, a few words
  record Expression(String sql, String why) implements Rule {
    public Expression {
      if (sql.isBlank()) {
        throw RuleFault.of("a condition in SQL is empty");
      }
    }
  }

  /// A rule set aside: kept in the text, without effect.
  record Off(Rule rule) implements Rule {}

  static Rule all(Rule... rules) {
    return new Group(Combination.ALL, List.of(rules));
  }

  static Rule any(Rule... rules) {
    return new Group(Combination.ANY, List.of(rules));
  }

  static Rule none(Rule... rules) {
    return new Group(Combination.NONE, List.of(rules));
  }
}
