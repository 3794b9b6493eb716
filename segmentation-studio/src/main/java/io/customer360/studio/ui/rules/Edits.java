package io.customer360.studio.ui.rules;

import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import java.util.List;

/// Changes to a tree as a person makes them with keys. Each gives the new tree and where the rule
/// that was touched is now. Places are those of [RuleTree].
final class Edits {
  private Edits() {}

  /// @param place where the touched rule is now; empty for the root
  record Edit(Rule root, String place) {}

  static String parent(String place) {
    int cut = place.lastIndexOf('.');
    return cut < 0 ? "" : place.substring(0, cut);
  }

  /// The number of a rule within its group, counted from 1.
  static int index(String place) {
    return Integer.parseInt(place.substring(place.lastIndexOf('.') + 1));
  }

  static String place(String group, int index) {
    return group.isEmpty() ? Integer.toString(index) : group + "." + index;
  }

  /// The tree with a group at its root, so that rules can be added.
  static Rule rooted(Rule rule) {
    return rule instanceof Rule.Group ? rule : Rule.all(rule);
  }

  /// Adds a rule behind the one at `after`, or at the end of the group at `after`.
  static Edit add(Rule root, String after, Rule rule) {
    Rule whole = rooted(root);
    Rule at = exists(whole, after) ? RuleTree.at(whole, after) : whole;
    if (at instanceof Rule.Group group) {
      String where = at == whole ? "" : after;
      int end = group.rules().size() + 1;
      return new Edit(RuleTree.insert(whole, where, end, rule), place(where, end));
    }
    String group = parent(after);
    int next = index(after) + 1;
    return new Edit(RuleTree.insert(whole, group, next, rule), place(group, next));
  }

  static Edit duplicate(Rule root, String place) {
    if (place.isEmpty()) {
      return new Edit(root, place);
    }
    int next = index(place) + 1;
    return new Edit(
        RuleTree.insert(root, parent(place), next, RuleTree.at(root, place)),
        place(parent(place), next));
  }

  /// Removes a rule; the one that takes its place, or the one before it, is touched.
  static Edit remove(Rule root, String place) {
    Rule next = RuleTree.remove(root, place);
    if (place.isEmpty()) {
      return new Edit(next, "");
    }
    if (exists(next, place)) {
      return new Edit(next, place);
    }
    int index = index(place);
    return new Edit(next, index > 1 ? place(parent(place), index - 1) : parent(place));
  }

  /// Puts a rule into a group of its own; a group is put into another.
  static Edit group(Rule root, String place) {
    if (place.isEmpty()) {
      return new Edit(Rule.all(root), "1");
    }
    Rule rule = RuleTree.at(root, place);
    Rule wrapped = new Rule.Group(Combination.ANY, List.of(rule));
    return new Edit(RuleTree.replace(root, place, wrapped), place(place, 1));
  }

  /// Takes the rules of a group out of it, in its place.
  static Edit ungroup(Rule root, String place) {
    if (place.isEmpty() || !(RuleTree.at(root, place) instanceof Rule.Group group)) {
      return new Edit(root, place);
    }
    Rule next = RuleTree.remove(root, place);
    int at = index(place);
    for (Rule rule : group.rules()) {
      next = RuleTree.insert(next, parent(place), at, rule);
      at++;
    }
    return new Edit(next, exists(next, place) ? place : parent(place));
  }

  /// Moves a rule one step up or down, into a neighbouring group and out of its own.
  ///
  /// @param by -1 up, 1 down
  static Edit move(Rule root, String place, int by) {
    if (place.isEmpty()) {
      return new Edit(root, place);
    }
    String group = parent(place);
    int index = index(place);
    Rule rule = RuleTree.at(root, place);
    int last = ((Rule.Group) RuleTree.at(root, group)).rules().size();
    Rule without = RuleTree.remove(root, place);
    if (by < 0 ? index == 1 : index == last) {
      if (group.isEmpty()) {
        return new Edit(root, place);
      }
      int outside = by < 0 ? index(group) : index(group) + 1;
      return new Edit(
          RuleTree.insert(without, parent(group), outside, rule), place(parent(group), outside));
    }
    // Without the rule, the one below it stands at its own number.
    String neighbour = place(group, by < 0 ? index - 1 : index);
    if (RuleTree.at(without, neighbour) instanceof Rule.Group into) {
      int inside = by < 0 ? into.rules().size() + 1 : 1;
      return new Edit(RuleTree.insert(without, neighbour, inside, rule), place(neighbour, inside));
    }
    return new Edit(RuleTree.insert(without, group, index + by, rule), place(group, index + by));
  }

  static boolean exists(Rule root, String place) {
    Rule rule = root;
    if (place.isEmpty()) {
      return true;
    }
    for (String step : place.split("\\.", -1)) {
      int index = Integer.parseInt(step);
      if (!(rule instanceof Rule.Group group) || index < 1 || index > group.rules().size()) {
        return false;
      }
      rule = group.rules().get(index - 1);
    }
    return true;
  }
}
