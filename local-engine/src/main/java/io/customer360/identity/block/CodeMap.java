package io.customer360.identity.block;

import java.util.Arrays;

/// Pairs of codes to dense numbers from 0, by order of arrival: open addressing on longs.
final class CodeMap {
  private static final long FREE = -1;

  private long[] keys;
  private int[] numbers;
  private int size;
  private int mask;

  CodeMap(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected)) * 4;
    keys = new long[capacity];
    Arrays.fill(keys, FREE);
    numbers = new int[capacity];
    mask = capacity - 1;
  }

  int size() {
    return size;
  }

  /// The number of a pair of codes, both `>= 0`.
  int number(int first, int second) {
    return number(((long) first << 32) | second);
  }

  /// The number of a key, any but -1.
  int number(long key) {
    int slot = slot(key);
    while (keys[slot] != FREE) {
      if (keys[slot] == key) {
        return numbers[slot];
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    numbers[slot] = size++;
    int number = size - 1;
    if (size * 2 > keys.length) {
      grow();
    }
    return number;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    Arrays.fill(keys, FREE);
    numbers = new int[keys.length];
    mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(oldKeys[i]);
        while (keys[slot] != FREE) {
          slot = (slot + 1) & mask;
        }
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
