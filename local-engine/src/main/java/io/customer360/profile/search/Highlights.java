package io.customer360.profile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which characters of a shown text were meant by what was typed.
public final class Highlights {
  private Highlights() {}

  public static List<Span> name(String query, String name) {
    List<Span> spans = new ArrayList<>();
    List<Folding.Word> shown = Folding.placedWords(name);
    boolean[] used = new boolean[shown.size()];
    int at = query.indexOf('@');
    for (String word : Folding.words(at > 0 ? query.substring(0, at) : query)) {
      int best = -1;
      int bestRank = 0;
      for (int i = 0; i < used.length; i++) {
        int rank = used[i] ? 0 : rank(word, shown.get(i).folded());
        if (rank > bestRank) {
          best = i;
          bestRank = rank;
        }
      }
      if (best >= 0) {
        used[best] = true;
        spans.add(
            bestRank >= 2
                ? shown.get(best).prefix(word.length())
                : shown.get(best).prefix(Integer.MAX_VALUE));
      }
    }
    spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return spans;
  }

  /// 3 equal, 2 beginning, 1 resembling, 0 other.
  private static int rank(String query, String word) {
    if (word.equals(query)) {
      return 3;
    }
    if (word.startsWith(query)) {
      return 2;
    }
    int slips = WordIndex.allowedSlips(query);
    return slips > 0
            && (Damerau.distance(query, word, slips) <= slips
                || Damerau.prefixDistance(query, word, slips) <= slips)
        ? 1
        : 0;
  }

  /// The beginning of an e-mail or postcode that was typed, spaces aside.
  public static List<Span> beginning(String query, String text) {
    String sought = query.replace(" ", "").toLowerCase(Locale.ROOT);
    String shown = text.toLowerCase(Locale.ROOT);
    int end = 0;
    for (int i = 0; i < sought.length(); i++) {
      while (end < shown.length() && shown.charAt(end) == ' ') {
        end++;
      }
      if (end >= shown.length() || shown.charAt(end) != sought.charAt(i)) {
        return List.of();
      }
      end++;
    }
    return end == 0 ? List.of() : List.of(new Span(0, end));
  }

  /// The digits that were typed, wherever they stand in a phone number and however it is spaced.
  public static List<Span> phone(String query, String phone) {
    Span span = find(query.replaceAll("\\D", ""), phone);
    return span != null ? List.of(span) : digits(PhoneDigits.national(query), phone);
  }

  /// The digits that were typed in an id, its leading zeros aside.
  public static List<Span> id(String query, String id) {
    String typed = query.replaceAll("\\D", "");
    Span span = find(typed, id);
    return span != null ? List.of(span) : digits(typed.replaceFirst("^0+", ""), id);
  }

  private static List<Span> digits(String digits, String text) {
    Span span = find(digits, text);
    return span == null ? List.of() : List.of(span);
  }

  private static @Nullable Span find(String digits, String text) {
    if (digits.isEmpty()) {
      return null;
    }
    for (int start = 0; start < text.length(); start++) {
      int matched = 0;
      int i = start;
      for (; i < text.length() && matched < digits.length(); i++) {
        char c = text.charAt(i);
        if (c == digits.charAt(matched)) {
          matched++;
        } else if (Character.isDigit(c) || i == start) {
          break;
        }
      }
      if (matched == digits.length()) {
        return new Span(start, i);
      }
    }
    return null;
  }
}
