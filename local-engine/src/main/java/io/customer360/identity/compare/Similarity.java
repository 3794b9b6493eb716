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
  ///
  /// @param limit small: each slip that is looked for may cost four times as much
  public static int distance(String a, String b, int limit) {
    int n = Math.min(LONGEST, a.length());
    int m = Math.min(LONGEST, b.length());
    while (n > 0 && m > 0 && a.charAt(n - 1) == b.charAt(m - 1)) {
      n--;
      m--;
    }
    return slips(a, 0, n, b, 0, m, limit);
  }

  /// The distance from `i` and `j` on. Where the texts part, the next slip is there; what can make
  /// one text of the other within few slips is soon found or soon given up, so this costs a
  /// fraction of the table of all distances.
  private static int slips(String a, int i, int n, String b, int j, int m, int limit) {
    while (i < n && j < m && a.charAt(i) == b.charAt(j)) {
      i++;
      j++;
    }
    int p = n - i;
    int q = m - j;
    if (p == 0 || q == 0) {
      return Math.min(limit + 1, Math.max(p, q));
    }
    if (limit == 0 || Math.abs(p - q) > limit) {
      return limit + 1;
    }
    int most = limit; // of no use is what takes more than this
    most = Math.min(most, slips(a, i + 1, n, b, j + 1, m, most - 1));
    if (most > 0) {
      most = Math.min(most, slips(a, i + 1, n, b, j, m, most - 1));
    }
    if (most > 0) {
      most = Math.min(most, slips(a, i, n, b, j + 1, m, most - 1));
    }
    if (most > 0
        && p > 1
        && q > 1
        && a.charAt(i) == b.charAt(j + 1)
        && a.charAt(i + 1) == b.charAt(j)) {
      most = Math.min(most, slips(a, i + 2, n, b, j + 2, m, most - 1));
    }
    return most + 1;
  }
}
