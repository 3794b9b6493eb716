package io.customer360.studio.count;

import java.util.Arrays;

/// A set of customers, or of rows, by number. Filled by one thread, or by several that share no
/// word of 64 of it, then only read.
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

  /// Gives the 64 members from `index` on, a multiple of 64, at once.
  void word(int index, long members) {
    words[index >>> 6] = members;
  }

  /// The first member from `index` on, before `end`; `end` without one.
  int next(int index, int end) {
    if (index >= end) {
      return end;
    }
    int at = index >>> 6;
    int lastWord = end - 1 >>> 6;
    long word = words[at] & -1L << index;
    while (word == 0) {
      if (++at > lastWord) {
        return end;
      }
      word = words[at];
    }
    return Math.min(end, (at << 6) + Long.numberOfTrailingZeros(word));
  }

  /// How many members from `from` on, before `to`.
  int count(int from, int to) {
    if (from >= to) {
      return 0;
    }
    int at = from >>> 6;
    int lastWord = to - 1 >>> 6;
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (at == lastWord) {
      return Long.bitCount(words[at] & head & tail);
    }
    int count = Long.bitCount(words[at] & head);
    while (++at < lastWord) {
      count += Long.bitCount(words[at]);
    }
    return count + Long.bitCount(words[lastWord] & tail);
  }

  /// Adds up the values of the members in the order of their numbers, what is not known left out.
  double sum(double[] values) {
    double sum = 0;
    for (int at = 0; at < words.length; at++) {
      for (long word = words[at]; word != 0; word &= word - 1) {
        double value = values[(at << 6) + Long.numberOfTrailingZeros(word)];
        sum += Double.isNaN(value) ? 0 : value;
      }
    }
    return sum;
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
