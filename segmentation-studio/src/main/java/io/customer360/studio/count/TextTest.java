package io.customer360.studio.count;

import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Value;
import java.util.Locale;

/// Which codes of a text column pass a comparison.
final class TextTest {
  private TextTest() {}

  static boolean[] passes(TextColumn column, Comparison comparison) {
    boolean[] passes = new boolean[column.dictionary().size() + 1];
    switch (comparison.operator()) {
      case UNKNOWN -> passes[0] = true;
      case KNOWN -> all(passes);
      case IS -> mark(column, comparison, passes, true);
      case IS_NOT -> {
        all(passes);
        mark(column, comparison, passes, false);
      }
      case CONTAINS, STARTS_WITH -> {
        String part = text(comparison.values().getFirst());
        boolean begins = comparison.operator() == io.customer360.studio.rule.Operator.STARTS_WITH;
        column
            .dictionary()
            .forEach(
                (text, code) -> {
                  String folded = text.toLowerCase(Locale.ROOT);
                  passes[code] = begins ? folded.startsWith(part) : folded.contains(part);
                });
      }
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN ->
          throw new IllegalArgumentException("texts have no order in rules");
    }
    return passes;
  }

  private static void all(boolean[] passes) {
    java.util.Arrays.fill(passes, 1, passes.length, true);
  }

  private static void mark(
      TextColumn column, Comparison comparison, boolean[] passes, boolean mark) {
    for (Value value : comparison.values()) {
      Character code = column.dictionary().get(text(value));
      if (code != null) {
        passes[code] = mark;
      }
    }
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.text() : "";
  }
}
