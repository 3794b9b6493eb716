package io.customer360.identity.compare;

/// The set of letters of a text as bits, to tell quickly that two texts cannot be alike. One edit
/// adds at most one letter to a set and takes at most one away.
final class Letters {
  private Letters() {}

  static long of(String text) {
    long set = 0;
    for (int i = 0; i < text.length(); i++) {
      set |= 1L << bit(text.charAt(i));
    }
    return set;
  }

  private static int bit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? 26 + c - '0' : 36 + c % 28;
  }

  /// False when more than `edits` edits part the two texts for certain.
  static boolean within(long a, long b, int edits) {
    return Long.bitCount(a & ~b) <= edits && Long.bitCount(b & ~a) <= edits;
  }
}
