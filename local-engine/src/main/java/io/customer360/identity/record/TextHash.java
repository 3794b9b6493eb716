package io.customer360.identity.record;

/// 64 bits that stand for a text, the same on every machine and in every release: FNV-1a over its
/// characters, then the finisher of SplitMix64 so that all bits depend on all characters. Two of a
/// hundred million texts share a hash with a chance of 1 in 3,700.
public final class TextHash {
  private static final long START = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private TextHash() {}

  /// Never 0, which is left for "none".
  public static long of(String text) {
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return finish(hash);
  }

  /// The hash of two hashes in this order; never 0.
  public static long of(long first, long second) {
    return finish(first * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(second, 32));
  }

  private static long finish(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }
}
