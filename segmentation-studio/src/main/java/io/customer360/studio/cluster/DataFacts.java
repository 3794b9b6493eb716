package io.customer360.studio.cluster;

/// What has to be known of prepared rows before they are clustered.
///
/// @param distinct different rows
/// @param hash of all values in their order: equal data, equal hash
record DataFacts(int distinct, String hash) {

  static DataFacts of(double[][] columns, int rows) {
    long[] keys = new long[rows];
    for (double[] column : columns) {
      for (int i = 0; i < rows; i++) {
        // Adding 0 makes -0 and 0 one value.
        keys[i] = mix(keys[i] * 31 + Double.doubleToRawLongBits(column[i] + 0.0));
      }
    }
    int size = Integer.highestOneBit(Math.max(16, rows)) << 2;
    long[] table = new long[size];
    boolean zero = false;
    int distinct = 0;
    long hash = rows;
    for (long key : keys) {
      hash = mix(hash * 31 + key);
      if (key == 0) {
        distinct += zero ? 0 : 1;
        zero = true;
        continue;
      }
      int at = (int) (key >>> 20) & (size - 1);
      while (table[at] != 0 && table[at] != key) {
        at = (at + 1) & (size - 1);
      }
      if (table[at] == 0) {
        table[at] = key;
        distinct++;
      }
    }
    return new DataFacts(distinct, String.format("%016x", hash));
  }

  /// The finaliser of SplitMix64.
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
