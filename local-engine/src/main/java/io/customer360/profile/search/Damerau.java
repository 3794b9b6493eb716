package io.customer360.profile.search;

import java.util.Arrays;

/// How many slips of the keyboard (a letter more, less, other, or two swapped) lie between two
/// words: optimal string alignment, bounded.
final class Damerau {
  private Damerau() {}

  /// The distance, or `most + 1` when it is greater than `most`.
  static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    return table(a, b, most)[b.length()];
  }

  /// The least distance between `a` and any beginning of `b` of at least `a.length() - most`
  /// letters.
  static int prefixDistance(String a, String b, int most) {
    String beginning = b.substring(0, Math.min(b.length(), a.length() + most));
    int[] last = table(a, beginning, most);
    int least = most + 1;
    for (int length = Math.max(0, a.length() - most); length < last.length; length++) {
      least = Math.min(least, last[length]);
    }
    return least;
  }

  /// The last row of the alignment table: distances of all of `a` to each beginning of `b`.
  private static int[] table(String a, String b, int most) {
    int width = b.length() + 1;
    int[] before = new int[width];
    int[] row = new int[width];
    int[] earlier = new int[width];
    for (int j = 0; j < width; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] recycled = earlier;
      earlier = before;
      before = row;
      row = recycled;
      row[0] = i;
      int least = i;
      for (int j = 1; j < width; j++) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(before[j] + 1, row[j - 1] + 1), before[j - 1] + other);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, earlier[j - 2] + 1);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > most + 1) {
        Arrays.fill(row, most + 1);
        return row;
      }
    }
    return row;
  }
}
