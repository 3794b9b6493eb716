package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question's tokens as time phrases look at them: months, years, whole numbers, units of time.
/// Past the last token there is nothing.
abstract class TimeTokens {
  static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("jan", 1),
          Map.entry("february", 2),
          Map.entry("feb", 2),
          Map.entry("march", 3),
          Map.entry("mar", 3),
          Map.entry("april", 4),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("jun", 6),
          Map.entry("july", 7),
          Map.entry("jul", 7),
          Map.entry("august", 8),
          Map.entry("aug", 8),
          Map.entry("september", 9),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("october", 10),
          Map.entry("oct", 10),
          Map.entry("november", 11),
          Map.entry("nov", 11),
          Map.entry("december", 12),
          Map.entry("dec", 12));

  private List<Token> tokens = List.of();

  final void read(List<Token> all) {
    tokens = all;
  }

  final List<Token> tokens() {
    return tokens;
  }

  final @Nullable Integer year(int i) {
    if (i < tokens.size() && tokens.get(i).kind() == Token.Kind.NUMBER) {
      Token token = tokens.get(i);
      if (token.mark().isEmpty()
          && token.norm().length() == 4
          && token.number() >= 1995
          && token.number() <= 2099
          && !token.text().contains(",")) {
        return (int) token.number();
      }
    }
    return null;
  }

  final @Nullable Grain unit(int i) {
    if (i >= tokens.size() || tokens.get(i).kind() != Token.Kind.WORD) {
      return null;
    }
    return grain(tokens.get(i).norm());
  }

  static @Nullable Grain grain(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "day", "days" -> Grain.DAY;
      case "week", "weeks" -> Grain.WEEK;
      case "month", "months" -> Grain.MONTH;
      case "quarter", "quarters" -> Grain.QUARTER;
      case "year", "years" -> Grain.YEAR;
      default -> null;
    };
  }

  final boolean number(int i) {
    return i < tokens.size()
        && tokens.get(i).kind() == Token.Kind.NUMBER
        && tokens.get(i).mark().isEmpty()
        && tokens.get(i).number() == Math.rint(tokens.get(i).number());
  }

  final int count(int i) {
    return (int) tokens.get(i).number();
  }

  final boolean is(int i, String... words) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(words);
  }
}
