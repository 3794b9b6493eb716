package io.customer360.studio.segment;

import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/// What makes somebody a member, a line a condition: to be read, and to be compared with another
/// version's.
public final class RuleLines {
  private RuleLines() {}

  public static List<String> of(SegmentSource source, FieldCatalog catalog) {
    return switch (source) {
      case SegmentSource.Rules rules -> of(rules.rule(), catalog);
      case SegmentSource.Sql sql ->
          sql.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      case SegmentSource.StaticList list -> List.of("The people of a list");
    };
  }

  public static List<String> of(Rule rule, FieldCatalog catalog) {
    List<String> lines = new ArrayList<>();
    add(rule, "", new RuleWords(catalog), lines);
    return List.copyOf(lines);
  }

  /// @param under what the groups around it make of a condition
  private static void add(Rule rule, String under, RuleWords words, List<String> lines) {
    if (rule instanceof Rule.Group group) {
      String inside =
          switch (group.combination()) {
            case ALL -> under;
            case ANY -> group.rules().size() < 2 ? under : under + "any of: ";
            case NONE -> under + "not: ";
          };
      // all of some inside any of others stay together: a line each would say something else
      if (group.combination() == Combination.ALL && under.endsWith("any of: ")) {
        List<String> together = new ArrayList<>();
        group.rules().forEach(one -> add(one, "", words, together));
        lines.add(under + String.join(" and ", together));
        return;
      }
      group.rules().forEach(one -> add(one, inside, words, lines));
    } else {
      lines.add(under + words.of(rule));
    }
  }
}
