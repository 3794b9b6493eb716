package io.customer360.studio.count;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/// The customers of one snapshot, numbered from 0 in the order of their ids. Immutable.
final class Population {
  /// How a customer's id becomes a number quickly: 63 bits of the database's own hash.
  static final String KEY = "(hash(%s) >> 1)::bigint";

  private final long[] keys;
  private final int[] numbers;
  private final int mask;
  private final int size;
  private final int[] ends;
  private byte[] texts;

  private Population(int size) {
    this.size = size;
    int slots = Integer.highestOneBit(Math.max(8, size * 2 - 1)) << 1;
    this.keys = new long[slots];
    this.numbers = new int[slots];
    this.mask = slots - 1;
    Arrays.fill(numbers, -1);
    this.ends = new int[size + 1];
    this.texts = new byte[size * 10 + 16];
  }

  static Population read(Connection connection, Progress progress)
      throws SQLException, IOException {
    int size = (int) Rows.number(connection, "select count(*) from gold.customer");
    Population population = new Population(size);
    int[] next = {0};
    Batches.read(
        connection,
        "select "
            + KEY.formatted("customer_id")
            + ", customer_id from gold.customer order by customer_id",
        progress,
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            population.keep(block.text(1, row), next[0]);
            population.put(block.whole(0, row), next[0]++);
          }
        });
    return population;
  }

  private void put(long key, int number) {
    int slot = slot(key);
    while (numbers[slot] >= 0) {
      if (keys[slot] == key) {
        throw WorkbenchException.internal(
            "C360-SEG-040", "Two customers cannot be told apart; counting is not possible.", null);
      }
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    numbers[slot] = number;
  }

  private int slot(long key) {
    return (int) (key ^ key >>> 31) & mask;
  }

  /// The customer's number; -1 for nobody here.
  int number(long key) {
    int slot = slot(key);
    while (numbers[slot] >= 0) {
      if (keys[slot] == key) {
        return numbers[slot];
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  int size() {
    return size;
  }

  private void keep(byte[] id, int number) {
    int from = ends[number];
    if (from + id.length > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(texts.length * 2, from + id.length));
    }
    System.arraycopy(id, 0, texts, from, id.length);
    ends[number + 1] = from + id.length;
  }

  /// The customer's id.
  String id(int number) {
    int from = ends[number];
    return new String(texts, from, ends[number + 1] - from, StandardCharsets.UTF_8);
  }
}
