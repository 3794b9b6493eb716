package io.customer360.identity.file;

import io.customer360.identity.group.UnionFind;
import io.customer360.identity.record.RecordTable;
import java.util.HashMap;
import java.util.Map;

/// Counts the pairs within clusters while clusters are joined: those whose persons are known, and
/// those that are one person. Between two sources only pairs across them count. The smaller
/// cluster is told to the larger, so that n joins take n log n steps. Not for use by several
/// threads.
final class ClosedPairs {
  private final UnionFind sets;
  private final Map<Integer, Members> members = new HashMap<>();
  private final RecordTable records;
  private final Truth truth;
  private final boolean two;
  private long found;
  private long correct;

  ClosedPairs(RecordTable records, Truth truth) {
    this.records = records;
    this.truth = truth;
    this.two = records.sourceCount() == 2;
    this.sets = new UnionFind(records.size());
  }

  /// Records of a cluster whose person is known, by source, and by person.
  @SuppressWarnings("ArrayRecordComponent") // counted up in place, never compared
  private record Members(long[] all, Map<Integer, long[]> byPerson) {}

  private Members of(int root) {
    Members known = members.remove(root);
    if (known != null) {
      return known;
    }
    Members alone = new Members(new long[2], new HashMap<>());
    int person = truth.person(root);
    if (person >= 0) {
      long[] one = new long[2];
      one[records.source(root)] = 1;
      alone.all()[records.source(root)] = 1;
      alone.byPerson().put(person, one);
    }
    return alone;
  }

  /// Makes the clusters of two rows one.
  void join(int a, int b) {
    int rootA = sets.find(a);
    int rootB = sets.find(b);
    if (!sets.union(rootA, rootB)) {
      return;
    }
    Members first = of(rootA);
    Members second = of(rootB);
    boolean swap = first.byPerson().size() < second.byPerson().size();
    Members large = swap ? second : first;
    Members small = swap ? first : second;
    found += across(large.all(), small.all());
    add(large.all(), small.all());
    small
        .byPerson()
        .forEach(
            (person, counts) -> {
              long[] own = large.byPerson().computeIfAbsent(person, p -> new long[2]);
              correct += across(own, counts);
              add(own, counts);
            });
    members.put(sets.find(rootA), large);
  }

  private long across(long[] one, long[] other) {
    return two ? one[0] * other[1] + one[1] * other[0] : one[0] * other[0];
  }

  private static void add(long[] to, long[] counts) {
    to[0] += counts[0];
    to[1] += counts[1];
  }

  /// Pairs of known persons within a cluster.
  long found() {
    return found;
  }

  /// Those of one person.
  long correct() {
    return correct;
  }
}
