package io.customer360.ingest.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What programs write where there is nothing: `NULL`, `NaN`, `#N/A`. A person may be called Null,
/// so that a word counts only as programs write it.
public final class NullWords {
  private static final Set<String> WORDS =
      Set.of(
          "NULL",
          "null",
          "NaN",
          "nan",
          "NAN",
          "N/A",
          "n/a",
          "N/a",
          "#N/A",
          "#n/a",
          "<NA>",
          "NaT",
          "(null)",
          "\\N",
          "None",
          "none",
          "nil",
          "NIL",
          "-",
          "--",
          "undefined");

  private NullWords() {}

  public static boolean is(String value) {
    return WORDS.contains(value);
  }

  /// Those that stand in a column, in lower case as a mapping writes them, in order.
  public static List<String> in(List<String> values) {
    return values.stream()
        .map(String::strip)
        .filter(NullWords::is)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }
}
