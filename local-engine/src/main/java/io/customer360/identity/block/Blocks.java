package io.customer360.identity.block;

import io.customer360.identity.record.RecordTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The records of a table by the key of one rule. Immutable.
final class Blocks {
  private final String label;
  private final int[] key;
  private final int[] start;
  private final int[] members;
  private final long pairs;
  private final int skippedBlocks;
  private final int skippedRows;

  private Blocks(String label, int[] key, RecordTable records, int skippedBlocks, int skippedRows) {
    this.label = label;
    this.key = key;
    this.skippedBlocks = skippedBlocks;
    this.skippedRows = skippedRows;
    int highest = Arrays.stream(key).max().orElse(-1);
    start = new int[highest + 2];
    for (int code : key) {
      if (code >= 0) {
        start[code + 1]++;
      }
    }
    long sum = 0;
    int[] second = new int[highest + 1];
    if (records.sourceCount() == 2) {
      for (int row = 0; row < key.length; row++) {
        if (key[row] >= 0 && records.source(row) == 1) {
          second[key[row]]++;
        }
      }
    }
    for (int b = 0; b <= highest; b++) {
      long size = start[b + 1];
      sum += records.sourceCount() == 2 ? second[b] * (size - second[b]) : size * (size - 1) / 2;
      start[b + 1] += start[b];
    }
    pairs = sum;
    members = new int[start[highest + 1]];
    int[] next = start.clone();
    for (int row = 0; row < key.length; row++) {
      if (key[row] >= 0) {
        members[next[key[row]]++] = row;
      }
    }
  }

  /// Blocks of a rule. A block of more rows than `limit` is split by `splitter`, and what is still
  /// too large is left out.
  static Blocks of(Rule rule, RecordTable records, int limit, @Nullable KeyPart splitter) {
    int n = records.size();
    int[] key = new int[n];
    int blocks;
    KeyPart second = rule.second();
    if (second == null) {
      blocks = rule.first().codes().length;
      for (int row = 0; row < n; row++) {
        key[row] = rule.first().of(row);
        blocks = Math.max(blocks, key[row] + 1);
      }
    } else {
      CodeMap map = new CodeMap(n);
      for (int row = 0; row < n; row++) {
        int a = rule.first().of(row);
        int b = second.of(row);
        key[row] = a < 0 || b < 0 ? -1 : map.number(a, b);
      }
      blocks = map.size();
    }
    int[] sizes = sizes(key, blocks);
    if (splitter != null && Arrays.stream(sizes).anyMatch(size -> size > limit)) {
      CodeMap map = new CodeMap(n / 8);
      for (int row = 0; row < n; row++) {
        if (key[row] >= 0 && sizes[key[row]] > limit) {
          int part = splitter.of(row);
          key[row] = part < 0 ? -1 : blocks + map.number(key[row], part);
        }
      }
      blocks += map.size();
      sizes = sizes(key, blocks);
    }
    int skippedBlocks = 0;
    int skippedRows = 0;
    for (int size : sizes) {
      skippedBlocks += size > limit ? 1 : 0;
    }
    for (int row = 0; row < n; row++) {
      if (key[row] >= 0 && sizes[key[row]] > limit) {
        key[row] = -1;
        skippedRows++;
      }
    }
    return new Blocks(rule.label(), key, records, skippedBlocks, skippedRows);
  }

  /// Blocks by keys that are made already.
  ///
  /// @param keys by row, 0 for none
  static Blocks of(String label, long[] keys, RecordTable records) {
    CodeMap map = new CodeMap(keys.length);
    int[] key = new int[keys.length];
    for (int row = 0; row < key.length; row++) {
      key[row] = keys[row] == 0 ? -1 : map.number(keys[row]);
    }
    return new Blocks(label, key, records, 0, 0);
  }

  private static int[] sizes(int[] key, int blocks) {
    int[] sizes = new int[blocks];
    for (int code : key) {
      if (code >= 0) {
        sizes[code]++;
      }
    }
    return sizes;
  }

  String label() {
    return label;
  }

  /// Pairs within blocks, before those that another rule brought too are taken off.
  long pairs() {
    return pairs;
  }

  int count() {
    return start.length - 1;
  }

  int from(int block) {
    return start[block];
  }

  int to(int block) {
    return start[block + 1];
  }

  int member(int at) {
    return members[at];
  }

  /// The block of a row, negative where it has none.
  int key(int row) {
    return key[row];
  }

  int skippedBlocks() {
    return skippedBlocks;
  }

  int skippedRows() {
    return skippedRows;
  }
}
