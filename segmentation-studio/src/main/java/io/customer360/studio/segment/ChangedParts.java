package io.customer360.studio.segment;

import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conditions of two definitions of a segment set beside each other: which stayed, which became
/// another about the same thing, which were taken away and which are new.
record ChangedParts(List<Pair> pairs, List<Rule> gone, List<Rule> added, List<Rule> kept) {
  /// A condition and what became of it.
  record Pair(Rule before, Rule now) {}

  /// @param before conditions of one level, all of which (or any of which) hold
  static ChangedParts of(List<Rule> before, List<Rule> now) {
    List<Rule> gone = new ArrayList<>(before);
    List<Rule> added = new ArrayList<>(now);
    gone.removeAll(now);
    added.removeAll(before);
    List<Pair> pairs = new ArrayList<>();
    for (Rule old : List.copyOf(gone)) {
      Optional<Rule> other =
          added.stream().filter(one -> about(one).equals(about(old))).findFirst();
      other.ifPresent(
          found -> {
            pairs.add(new Pair(old, found));
            gone.remove(old);
            added.remove(found);
          });
    }
    return new ChangedParts(pairs, gone, added, before.stream().filter(now::contains).toList());
  }

  /// What a condition is now; empty when it was taken away.
  Optional<Rule> now(Rule before) {
    return pairs.stream()
        .filter(pair -> pair.before().equals(before))
        .map(Pair::now)
        .findFirst()
        .or(() -> kept.contains(before) ? Optional.of(before) : Optional.empty());
  }

  /// What a condition was; empty for a new one.
  Optional<Rule> before(Rule now) {
    return pairs.stream()
        .filter(pair -> pair.now().equals(now))
        .map(Pair::before)
        .findFirst()
        .or(() -> kept.contains(now) ? Optional.of(now) : Optional.empty());
  }

  /// The conditions of a group of this combination; the rule alone when it is none.
  static List<Rule> of(Rule rule, Combination combination) {
    return rule instanceof Rule.Group group && group.combination() == combination
        ? group.rules()
        : List.of(rule);
  }

  /// Two conditions about the same thing are two states of one.
  private static String about(Rule rule) {
    return switch (rule) {
      case Rule.Group group -> "group " + group.combination();
      case Rule.Attribute attribute -> "field " + attribute.field();
      case Rule.Behaviour behaviour ->
          "events " + behaviour.occurrence().events() + " " + behaviour.measure();
      case Rule.Sequence sequence ->
          "sequence " + sequence.first().events() + " " + sequence.then().events();
      case Rule.Membership membership -> "segment " + membership.segment();
      case Rule.Consent consent -> "consent " + consent.purpose();
      case Rule.Expression expression -> "sql";
      case Rule.Off off -> "off";
    };
  }
}
