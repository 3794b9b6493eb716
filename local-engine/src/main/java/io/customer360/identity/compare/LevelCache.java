package io.customer360.identity.compare;

/// Remembers the levels of value pairs compared lately: a direct-mapped table that forgets by
/// overwriting, so that memory is bounded. One for each thread and comparison.
final class LevelCache {
  private static final int LARGEST = 1 << 17;

  private final long[] keys;
  private final byte[] levels;
  private final int mask;

  LevelCache(int distinct) {
    long pairs = Math.max(16, (long) distinct * distinct / 2);
    int size = (int) Math.min(LARGEST, Long.highestOneBit(pairs) * 2);
    keys = new long[size];
    levels = new byte[size];
    mask = size - 1;
  }

  /// The level, or 0 when it is not known.
  int get(int low, int high) {
    int slot = slot(low, high);
    return keys[slot] == key(low, high) ? levels[slot] : 0;
  }

  void put(int low, int high, int level) {
    int slot = slot(low, high);
    keys[slot] = key(low, high);
    levels[slot] = (byte) level;
  }

  /// Never zero, as `high` is above `low`.
  private static long key(int low, int high) {
    return ((long) low << 32) | high;
  }

  private int slot(int low, int high) {
    long mixed = key(low, high) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }
}
