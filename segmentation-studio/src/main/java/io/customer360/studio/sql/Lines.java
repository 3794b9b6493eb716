package io.customer360.studio.sql;

import java.util.List;

/// Lays out conditions: each on its line, groups indented.
final class Lines {
  private Lines() {}

  static String indent(String text) {
    return "  " + text.replace("\n", "\n  ");
  }

  /// `(` a `or` b `)` over several lines when one of them is long.
  static String group(List<String> conditions, String word) {
    boolean plain = conditions.stream().noneMatch(one -> one.indexOf('\n') >= 0);
    String joined = String.join(" " + word + " ", conditions);
    if (plain && joined.length() <= 72) {
      return "(" + joined + ")";
    }
    return "(\n" + indent(String.join("\n" + word + " ", conditions)) + "\n)";
  }
}
