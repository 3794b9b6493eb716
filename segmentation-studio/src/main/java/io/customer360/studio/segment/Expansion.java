package io.customer360.studio.segment;

import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Rule;
import java.util.Map;

/// Puts the rules of segments in the place of references to them. The references have no circle.
final class Expansion {
  private Expansion() {}

  static Rule of(Rule rule, Map<String, Rule> segments) {
    return switch (rule) {
      case Rule.Group group ->
          new Rule.Group(
              group.combination(),
              group.rules().stream().map(child -> of(child, segments)).toList());
      case Rule.Off off -> off;
      case Rule.Membership membership -> {
        Rule definition = segments.get(membership.segment());
        yield definition == null ? rule : of(Normal.of(definition), segments);
      }
      default -> rule;
    };
  }
}
