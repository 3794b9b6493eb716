package io.customer360.studio.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Moves in a tree and changes to it. A place is a path of numbers from 1: `2.1` is the first rule
/// of the root's second; the empty place is the root. Trees are values, so undo is keeping the old.
public final class RuleTree {
  private RuleTree() {}

  /// The rule at a place.
  public static Rule at(Rule root, String place) {
    Rule rule = root;
    for (int index : path(place)) {
      rule = child(rule, index, place);
    }
    return rule;
  }

  /// The tree with the rule at `place` replaced.
  public static Rule replace(Rule root, String place, Rule with) {
    return replace(root, path(place), 0, place, with);
  }

  /// The tree with a rule added to the group at `group` as its `position`-th, counted from 1.
  public static Rule insert(Rule root, String group, int position, Rule added) {
    if (!(at(root, group) instanceof Rule.Group into)) {
      throw RuleFault.at(group, "only a group takes further rules");
    }
    List<Rule> rules = new ArrayList<>(into.rules());
    rules.add(Math.max(0, Math.min(rules.size(), position - 1)), added);
    return replace(root, group, new Rule.Group(into.combination(), rules));
  }

  /// The tree without the rule at a place; without the root it is everybody.
  public static Rule remove(Rule root, String place) {
    if (place.isEmpty()) {
      return Rule.EVERYONE;
    }
    int cut = place.lastIndexOf('.');
    String parent = cut < 0 ? "" : place.substring(0, cut);
    int index = Integer.parseInt(place.substring(cut + 1));
    if (!(at(root, parent) instanceof Rule.Group group)) {
      return replace(root, parent, Rule.EVERYONE);
    }
    List<Rule> rules = new ArrayList<>(group.rules());
    rules.remove(index - 1);
    return replace(root, parent, new Rule.Group(group.combination(), rules));
  }

  /// Sets a rule aside, or brings it back.
  public static Rule toggle(Rule root, String place) {
    Rule rule = at(root, place);
    return replace(root, place, rule instanceof Rule.Off off ? off.rule() : new Rule.Off(rule));
  }

  /// The tree as it works: without what was set aside and without empty groups.
  public static Rule effective(Rule rule) {
    return switch (rule) {
      case Rule.Group group -> {
        List<Rule> rules =
            group.rules().stream().map(RuleTree::effective).filter(RuleTree::works).toList();
        yield rules.isEmpty() ? Rule.EVERYONE : new Rule.Group(group.combination(), rules);
      }
      case Rule.Off off -> Rule.EVERYONE;
      default -> rule;
    };
  }

  /// False for a group without conditions, which has no effect.
  private static boolean works(Rule rule) {
    return !(rule instanceof Rule.Group group) || !group.rules().isEmpty();
  }

  /// Calls with every rule and its place, parents first; what was set aside is left out.
  public static void visit(Rule root, BiConsumer<String, Rule> visitor) {
    visit("", root, visitor);
  }

  private static void visit(String place, Rule rule, BiConsumer<String, Rule> visitor) {
    if (rule instanceof Rule.Off) {
      return;
    }
    visitor.accept(place, rule);
    if (rule instanceof Rule.Group group) {
      for (int i = 0; i < group.rules().size(); i++) {
        visit(child(place, i), group.rules().get(i), visitor);
      }
    }
  }

  /// The place of a group's child, `index` from 0.
  public static String child(String place, int index) {
    return place.isEmpty() ? String.valueOf(index + 1) : place + "." + (index + 1);
  }

  /// The segments it refers to, in order.
  public static Set<String> segments(Rule root) {
    Set<String> found = new LinkedHashSet<>();
    visit(
        root,
        (place, rule) -> {
          if (rule instanceof Rule.Membership membership) {
            found.add(membership.segment());
          }
        });
    return found;
  }

  private static List<Integer> path(String place) {
    List<Integer> path = new ArrayList<>();
    if (!place.isEmpty()) {
      for (String step : place.split("\\.", -1)) {
        path.add(Integer.parseInt(step));
      }
    }
    return path;
  }

  private static Rule child(Rule rule, int index, String place) {
    if (rule instanceof Rule.Off off && index == 1) {
      return off.rule();
    }
    if (!(rule instanceof Rule.Group group) || index < 1 || index > group.rules().size()) {
      throw RuleFault.at(place, "there is no such rule");
    }
    return group.rules().get(index - 1);
  }

  private static Rule replace(Rule rule, List<Integer> path, int step, String place, Rule with) {
    if (step == path.size()) {
      return with;
    }
    int index = path.get(step);
    Rule changed = replace(child(rule, index, place), path, step + 1, place, with);
    if (rule instanceof Rule.Group group) {
      List<Rule> rules = new ArrayList<>(group.rules());
      rules.set(index - 1, changed);
      return new Rule.Group(group.combination(), rules);
    }
    return new Rule.Off(changed);
  }
}
