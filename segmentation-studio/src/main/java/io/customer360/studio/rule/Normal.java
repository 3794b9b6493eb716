package io.customer360.studio.rule;

import java.util.ArrayList;
import java.util.List;

/// The one form of all trees that mean the same by their shape: nothing set aside, no empty group,
/// no group of one, no `all` in an `all`, no `any` in an `any`, an `all` at the root.
public final class Normal {
  private Normal() {}

  /// The tree's form; its root is a [Rule.Group] of [Combination#ALL].
  public static Rule of(Rule rule) {
    Rule inner = inner(RuleTree.effective(rule));
    return inner instanceof Rule.Group group && group.combination() == Combination.ALL
        ? group
        : new Rule.Group(Combination.ALL, List.of(inner));
  }

  private static Rule inner(Rule rule) {
    if (rule instanceof Rule.Sequence sequence) {
      return sequence(sequence);
    }
    if (!(rule instanceof Rule.Group group)) {
      return rule;
    }
    List<Rule> flat = new ArrayList<>();
    for (Rule child : group.rules()) {
      Rule one = inner(child);
      boolean lifts =
          one instanceof Rule.Group below
              && (below.combination() == group.combination()
                      && group.combination() != Combination.NONE
                  || group.combination() == Combination.NONE
                      && below.combination() == Combination.ANY);
      if (lifts) {
        flat.addAll(((Rule.Group) one).rules());
      } else {
        flat.add(one);
      }
    }
    boolean single = flat.size() == 1 && group.combination() != Combination.NONE;
    return single ? flat.getFirst() : new Rule.Group(group.combination(), flat);
  }

  /// That something did not follow is known only when its days have passed: a window that asks for
  /// no more says nothing.
  private static Rule sequence(Rule.Sequence sequence) {
    boolean said =
        !sequence.followed()
            && sequence.first().window() instanceof Window.Before before
            && before.days() <= sequence.withinDays();
    return said
        ? new Rule.Sequence(
            new Occurrence(sequence.first().events(), sequence.first().details(), Window.ANYTIME),
            false,
            sequence.then(),
            sequence.withinDays())
        : sequence;
  }
}
