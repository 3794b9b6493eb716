package io.customer360.identity.match;

import java.util.Arrays;
import java.util.List;

/// Growing arrays of pairs with a weight each. Not for use by several threads.
final class PairBuffer {
  private long[] pairs = new long[1 << 12];
  private float[] weights = new float[1 << 12];
  private int size;

  void add(long pair, float weight) {
    if (size == pairs.length) {
      int length = (int) Math.min(Integer.MAX_VALUE - 8L, pairs.length * 2L);
      pairs = Arrays.copyOf(pairs, length);
      weights = Arrays.copyOf(weights, length);
    }
    pairs[size] = pair;
    weights[size++] = weight;
  }

  int size() {
    return size;
  }

  long pair(int at) {
    return pairs[at];
  }

  float weight(int at) {
    return weights[at];
  }

  static long[] all(List<PairBuffer> buffers) {
    long[] all = new long[buffers.stream().mapToInt(PairBuffer::size).sum()];
    int at = 0;
    for (PairBuffer buffer : buffers) {
      System.arraycopy(buffer.pairs, 0, all, at, buffer.size);
      at += buffer.size;
    }
    return all;
  }
}
