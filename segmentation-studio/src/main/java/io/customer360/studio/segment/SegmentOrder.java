package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Segments in an order in which each comes after those it refers to.
final class SegmentOrder {
  private final Map<String, Rule> rules;
  private final Set<String> done = new LinkedHashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  private SegmentOrder(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /// @throws WorkbenchException when segments contain each other in a circle
  static List<String> of(Map<String, Rule> rules) {
    SegmentOrder order = new SegmentOrder(rules);
    rules.keySet().forEach(order::visit);
    return List.copyOf(order.done);
  }

  private void visit(String id) {
    Rule rule = rules.get(id);
    if (rule == null || done.contains(id)) {
      return;
    }
    if (open.contains(id)) {
      List<String> circle = new ArrayList<>(open.reversed());
      List<String> part = new ArrayList<>(circle.subList(circle.indexOf(id), circle.size()));
      part.add(id);
      throw WorkbenchException.user(
          "C360-SEG-025",
          "Segments contain each other in a circle: "
              + String.join(" -> ", part)
              + ". Take one of these rules out.");
    }
    open.push(id);
    RuleTree.segments(rule).forEach(this::visit);
    open.pop();
    done.add(id);
  }
}
