package io.customer360.identity.file;

import io.customer360.identity.record.RecordTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pairs of ids as rows of the records. Of two files either may stand first: the order that fits
/// more pairs is tried first, the other for those it does not fit.
final class PairRows {
  private final RecordTable records;
  private final List<String[]> pairs;
  private final int first;

  PairRows(RecordTable records, List<String[]> pairs) {
    this.records = records;
    this.pairs = pairs;
    int own = records.sourceOfFile(0);
    int other = records.sourceCount() - 1 - own;
    this.first = fitting(own) >= fitting(other) ? own : other;
  }

  int size() {
    return pairs.size();
  }

  private long fitting(int source) {
    return pairs.stream().filter(pair -> rows(pair, source) != null).count();
  }

  /// The two rows of a pair; null where one of its ids is not among the records.
  int @Nullable [] rowsOf(int at) {
    int[] rows = rows(pairs.get(at), first);
    return rows == null ? rows(pairs.get(at), records.sourceCount() - 1 - first) : rows;
  }

  private int @Nullable [] rows(String[] pair, int source) {
    int a = records.rowOf(source, pair[0]);
    int b = records.rowOf(records.sourceCount() - 1 - source, pair[1]);
    return a < 0 || b < 0 ? null : new int[] {a, b};
  }
}
