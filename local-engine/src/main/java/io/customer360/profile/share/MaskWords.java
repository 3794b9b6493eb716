package io.customer360.profile.share;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How single values are covered. The covered part has always the same length, so that it tells
/// nothing. Letters are taken as people see them: a flag, a family or a letter with its marks is
/// one, whatever script it is of.
final class MaskWords {
  static final String DOTS = "•••";

  private static final Pattern TRACE =
      Pattern.compile(
          "\\S+@\\S+|(?<![\\w.,£-])(?!\\d{4}-\\d{2}-\\d{2})\\+?\\d[\\d ()/-]{7,}\\d(?!\\w|[.,]\\d)");

  private MaskWords() {}

  /// `Ngozi Okafor` as `N••• O•••`.
  static @Nullable String name(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return name;
    }
    List<String> words = new ArrayList<>();
    for (String word : name.strip().split("[\\s\\u00a0]+")) {
      words.add(first(word) + DOTS);
    }
    return String.join(" ", words);
  }

  /// `n•••@•••`; a text without an at sign is covered whole.
  static @Nullable String email(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return address;
    }
    return address.indexOf('@') > 0 ? first(address) + DOTS + "@" + DOTS : DOTS;
  }

  /// The last two digits stay, so that a person can recognise his own.
  static @Nullable String number(@Nullable String number) {
    if (number == null || number.isBlank()) {
      return number;
    }
    String digits = number.replaceAll("\\D", "");
    return digits.length() < 6 ? DOTS : DOTS + digits.substring(digits.length() - 2);
  }

  static @Nullable String all(@Nullable String value) {
    return value == null || value.isBlank() ? value : DOTS;
  }

  /// Covers addresses and numbers to call, and the words given, in any case.
  static String text(String text, List<Pattern> words) {
    String covered = text;
    for (Pattern word : words) {
      covered = word.matcher(covered).replaceAll(DOTS);
    }
    return TRACE.matcher(covered).replaceAll(DOTS);
  }

  /// Whole words only, for `Hall` must not cover `Hallway`. Scripts without spaces between words
  /// have no whole words: there the value is covered wherever it stands.
  static Pattern word(String value) {
    String quoted = Pattern.quote(value);
    boolean bounded = value.codePoints().allMatch(c -> !Character.isIdeographic(c) && isWordish(c));
    return Pattern.compile(
        bounded ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static boolean isWordish(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.isWhitespace(codePoint)
        || "-'’.+@_".indexOf(codePoint) >= 0;
  }

  /// The first letter as people see it.
  static String first(String word) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(word);
    int end = letters.next();
    return end == BreakIterator.DONE ? "" : word.substring(0, end);
  }
}
