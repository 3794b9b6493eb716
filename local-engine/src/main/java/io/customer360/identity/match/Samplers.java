package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.record.RecordTable;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Random pairs: of all possible ones, and of those that agree in one column.
final class Samplers {
  private final RecordTable records;
  private final int first;

  Samplers(RecordTable records) {
    this.records = records;
    int count = 0;
    for (int row = 0; row < records.size(); row++) {
      count += records.source(row) == 0 ? 1 : 0;
    }
    first = count;
  }

  /// Uniform over the possible pairs, with replacement.
  long[] random(int count, SplittableRandom random) {
    int n = records.size();
    long[] pairs = new long[count];
    for (int i = 0; i < count; i++) {
      int a;
      int b;
      if (records.sourceCount() == 2) {
        a = random.nextInt(first);
        b = first + random.nextInt(n - first);
      } else {
        a = random.nextInt(n);
        b = random.nextInt(n - 1);
        b += b >= a ? 1 : 0;
      }
      pairs[i] = PairSample.pair(a, b);
    }
    return pairs;
  }

  /// Uniform over the pairs that agree exactly in one column; empty when there are none.
  long[] agreeing(FieldComparison field, int most, SplittableRandom random) {
    Agreement groups = new Agreement(field);
    double total = groups.total();
    int count = (int) Math.min(most, 2 * total);
    long[] pairs = new long[count];
    for (int i = 0; i < count; i++) {
      pairs[i] = groups.draw(random);
    }
    return pairs;
  }

  /// How many possible pairs agree exactly in one column.
  double agreeing(FieldComparison field) {
    return new Agreement(field).total();
  }

  /// How many possible pairs have a value in one column on both sides.
  double filled(FieldComparison field) {
    double left = 0;
    double right = 0;
    for (int row = 0; row < records.size(); row++) {
      if (field.code(row) >= 0) {
        left += row < first ? 1 : 0;
        right += row < first ? 0 : 1;
      }
    }
    return records.sourceCount() == 2 ? left * right : left * (left - 1) / 2;
  }

  private final class Agreement {
    private final int[] start;
    private final int[] middle;
    private final int[] members;
    private final double[] cumulated;

    Agreement(FieldComparison field) {
      int distinct = field.column().text().distinct();
      start = new int[distinct + 1];
      middle = new int[distinct];
      for (int row = 0; row < records.size(); row++) {
        int code = field.code(row);
        if (code >= 0) {
          start[code + 1]++;
          middle[code] += row < first ? 1 : 0;
        }
      }
      cumulated = new double[distinct + 1];
      for (int code = 0; code < distinct; code++) {
        double size = start[code + 1];
        double left = middle[code];
        cumulated[code + 1] =
            cumulated[code]
                + (records.sourceCount() == 2 ? left * (size - left) : size * (size - 1) / 2);
        start[code + 1] += start[code];
        middle[code] += start[code];
      }
      members = new int[start[distinct]];
      int[] next = start.clone();
      for (int row = 0; row < records.size(); row++) {
        int code = field.code(row);
        if (code >= 0) {
          members[next[code]++] = row;
        }
      }
    }

    double total() {
      return cumulated[cumulated.length - 1];
    }

    long draw(SplittableRandom random) {
      int at = Arrays.binarySearch(cumulated, random.nextDouble() * total());
      int code = at >= 0 ? at : -at - 2;
      while (cumulated[code + 1] <= cumulated[code]) {
        code++;
      }
      int from = start[code];
      int to = start[code + 1];
      if (records.sourceCount() == 2) {
        int a = members[random.nextInt(from, middle[code])];
        int b = members[random.nextInt(middle[code], to)];
        return PairSample.pair(a, b);
      }
      int a = random.nextInt(from, to);
      int b = random.nextInt(from, to - 1);
      b += b >= a ? 1 : 0;
      return PairSample.pair(members[a], members[b]);
    }
  }
}
