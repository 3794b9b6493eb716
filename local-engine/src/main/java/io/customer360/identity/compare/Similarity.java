package io.customer360.identity.compare;

/// Similarity of short texts. Symmetric, pure, on UTF-16 units; texts longer than 64 units are
/// compared by their first 64.
public final class Similarity {
  private static final int LONGEST = 64;
  private static final double PREFIX_WEIGHT = 0.1;
  private static final int PREFIX = 4;

  private Similarity() {}

  /// Jaro's similarity with Winkler's bonus for up to four equal first letters, 0 to 1.
  /// Winkler, "String comparator metrics and enhanced decision rules", 1990.
  public static double jaroWinkler(String a, String b) {
    int n = Math.min(LONGEST, a.length());
    int m = Math.min(LONGEST, b.length());
    if (n == 0 || m == 0) {
      return n == m ? 1 : 0;
    }
    int window = Math.max(0, Math.max(n, m) / 2 - 1);
    long usedA = 0;
    long usedB = 0;
    int matches = 0;
    for (int i = 0; i < n; i++) {
      char c = a.charAt(i);
      int from = Math.max(0, i - window);
      int to = Math.min(m - 1, i + window);
      for (int j = from; j <= to; j++) {
        if ((usedB >>> j & 1) == 0 && b.charAt(j) == c) {
          usedA |= 1L << i;
          usedB |= 1L << j;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int displaced = 0;
    long restA = usedA;
    long restB = usedB;
    while (restA != 0) {
      if (a.charAt(Long.numberOfTrailingZeros(restA))
          != b.charAt(Long.numberOfTrailingZeros(restB))) {
        displaced++;
      }
      restA &= restA - 1;
      restB &= restB - 1;
    }
    double t = displaced / 2.0;
    double jaro = ((double) matches / n + (double) matches / m + (matches - t) / matches) / 3;
    int prefix = 0;
    while (prefix < PREFIX && prefix < n && prefix < m && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) that
  /// make one text of the other, or `limit + 1` when it takes more than `limit`.
  public static int distance(String a, String b, int limit) {
    int n = Math.min(LONGEST, a.length());
    int m = Math.min(LONGEST, b.length());
    if (Math.abs(n - m) > limit) {
      return limit + 1;
    }
    int start = 0;
    while (start < n && start < m && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    while (n > start && m > start && a.charAt(n - 1) == b.charAt(m - 1)) {
      n--;
      m--;
    }
    int p = n - start;
    int q = m - start;
    if (p == 0 || q == 0) {
      return Math.min(limit + 1, Math.max(p, q));
    }
    int[] before = new int[q + 1];
    int[] last = new int[q + 1];
    int[] row = new int[q + 1];
    for (int j = 0; j <= q; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= p; i++) {
      char c = a.charAt(start + i - 1);
      row[0] = i;
      int best = i;
      for (int j = 1; j <= q; j++) {
        char d = b.charAt(start + j - 1);
        int cost = last[j - 1] + (c == d ? 0 : 1);
        cost = Math.min(cost, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && c == b.charAt(start + j - 2) && d == a.charAt(start + i - 2)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        best = Math.min(best, cost);
      }
      if (best > limit) {
        return limit + 1;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return Math.min(limit + 1, last[q]);
  }
}
