package io.customer360.studio.field;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names close to a misspelt one.
public final class Near {
  private Near() {}

  /// Up to three names within reach of a few letters, nearest first.
  public static List<String> to(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int reach = Math.max(2, wanted.length() / 3);
    return known.stream()
        .filter(
            one -> distance(wanted, one.toLowerCase(Locale.ROOT)) <= reach || within(wanted, one))
        .sorted(
            Comparator.comparingInt((String one) -> distance(wanted, one.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(3)
        .toList();
  }

  /// `; near it: a, b`, or nothing.
  public static String words(String name, Collection<String> known) {
    List<String> near = to(name, known);
    return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
  }

  private static boolean within(String wanted, String one) {
    return wanted.length() > 3 && one.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
