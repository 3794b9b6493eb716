package io.customer360.studio.count;

import java.util.Arrays;

/// A set of customers by number. Made by one thread, then only read.
public final class Bits {
  private final long[] words;
  private final int size;

  /// The empty set out of `size` customers.
  public Bits(int size) {
    this(new long[(size + 63) >>> 6], size);
  }

  private Bits(long[] words, int size) {
    this.words = words;
    this.size = size;
  }

  static Bits full(int size) {
    Bits all = new Bits(size);
    Arrays.fill(all.words, -1L);
    all.trim();
    return all;
  }

  private void trim() {
    if ((size & 63) != 0) {
      words[words.length - 1] &= (1L << (size & 63)) - 1;
    }
  }

  /// How many customers it is a set of, members or not.
  public int size() {
    return size;
  }

  public boolean get(int index) {
    return (words[index >>> 6] & 1L << (index & 63)) != 0;
  }

  void set(int index) {
    words[index >>> 6] |= 1L << (index & 63);
  }

  /// How many members.
  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /// The first member from `index` on; -1 without one.
  public int next(int index) {
    if (index >= size) {
      return -1;
    }
    int at = index >>> 6;
    long word = words[at] & -1L << (index & 63);
    while (word == 0) {
      at++;
      if (at == words.length) {
        return -1;
      }
      word = words[at];
    }
    return (at << 6) + Long.numberOfTrailingZeros(word);
  }

  public Bits and(Bits other) {
    long[] made = words.clone();
    for (int i = 0; i < made.length; i++) {
      made[i] &= other.words[i];
    }
    return new Bits(made, size);
  }

  public Bits or(Bits other) {
    long[] made = words.clone();
    for (int i = 0; i < made.length; i++) {
      made[i] |= other.words[i];
    }
    return new Bits(made, size);
  }

  public Bits without(Bits other) {
    long[] made = words.clone();
    for (int i = 0; i < made.length; i++) {
      made[i] &= ~other.words[i];
    }
    return new Bits(made, size);
  }

  /// How many are in both.
  public int common(Bits other) {
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      count += Long.bitCount(words[i] & other.words[i]);
    }
    return count;
  }

  int bytes() {
    return words.length * 8;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits bits && size == bits.size && Arrays.equals(words, bits.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
