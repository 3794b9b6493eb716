package io.customer360.identity.record;

import java.util.Locale;
import java.util.Set;

/// The usual ways to write that there is no value.
final class NullWords {
  private static final Set<String> WORDS =
      Set.of(
          "",
          "null",
          "nan",
          "none",
          "nil",
          "n/a",
          "#n/a",
          "na",
          "nat",
          "<na>",
          "\\n",
          "-",
          "--",
          "---",
          "?",
          "??",
          ".",
          "unknown",
          "not available",
          "not known",
          "missing",
          "undefined",
          "(null)",
          "(blank)",
          "tbc",
          "tba");

  private NullWords() {}

  static boolean isMissing(String stripped) {
    return stripped.length() <= 13 && WORDS.contains(stripped.toLowerCase(Locale.ROOT));
  }
}
