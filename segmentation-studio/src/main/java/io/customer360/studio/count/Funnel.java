package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What each condition of a tree leaves, in order. All sets are at hand already.
final class Funnel {
  private final Evaluator evaluator;
  private final Progress progress;
  private final List<SegmentCount.Step> steps = new ArrayList<>();
  private Optional<String> emptiedBy = Optional.empty();

  Funnel(Evaluator evaluator, Progress progress) {
    this.evaluator = evaluator;
    this.progress = progress;
  }

  /// @return the customers left in the end
  Bits run(Rule root) {
    return step("", root, Bits.full(evaluator.size()));
  }

  List<SegmentCount.Step> steps() {
    return steps;
  }

  Optional<String> emptiedBy() {
    return emptiedBy;
  }

  /// What is left of `before` after a rule.
  private Bits step(String place, Rule rule, Bits before) {
    if (rule instanceof Rule.Off) {
      return before;
    }
    Bits holds = evaluator.of(RuleTree.effective(rule), progress);
    int at = steps.size();
    Bits left = before.and(holds);
    steps.add(new SegmentCount.Step(place, holds.count(), left.count()));
    if (rule instanceof Rule.Group group) {
      Bits current = before;
      for (int i = 0; i < group.rules().size(); i++) {
        Rule child = group.rules().get(i);
        String childPlace = RuleTree.child(place, i);
        switch (group.combination()) {
          case ALL -> current = step(childPlace, child, current);
          case ANY -> step(childPlace, child, before);
          case NONE -> current = none(childPlace, child, current);
        }
      }
    } else if (steps.get(at).left() == 0 && before.count() > 0 && emptiedBy.isEmpty()) {
      emptiedBy = Optional.of(place);
    }
    return left;
  }

  /// In a `none` a condition leaves those for whom it does not hold.
  private Bits none(String place, Rule rule, Bits before) {
    if (rule instanceof Rule.Off) {
      return before;
    }
    Bits holds = evaluator.of(RuleTree.effective(rule), progress);
    Bits left = before.without(holds);
    steps.add(new SegmentCount.Step(place, holds.count(), left.count()));
    if (rule instanceof Rule.Group group && group.combination() != Combination.NONE) {
      for (int i = 0; i < group.rules().size(); i++) {
        step(RuleTree.child(place, i), group.rules().get(i), before);
      }
    } else if (left.count() == 0 && before.count() > 0 && emptiedBy.isEmpty()) {
      emptiedBy = Optional.of(place);
    }
    return left;
  }
}
