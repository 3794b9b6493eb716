package io.customer360.identity.cluster;

import io.customer360.identity.group.UnionFind;
import io.customer360.identity.rules.MatchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The matches that joined two clusters, kept as a spanning forest: rules are applied strongest
/// first, and only a match that connects something new is kept. Rooted at each cluster's first
/// record, every other record has exactly one match that leads towards it, which is the one shown
/// to a person. Primitive arrays only: three million records take about 100 MB.
///
/// What a person says joins clusters and takes part in nothing else: rules and probability see the
/// records that they joined themselves, the cluster's own, as if nobody had said anything. So two
/// customers who are merged by hand stay whole: no record of the one is let go because it does not
/// look like the other.
final class MatchForest {
  private final UnionFind sets;

  /// Without what people said.
  private final UnionFind own;

  private final int records;
  private final int[] born;
  private final int mostRecords;
  private final List<Limited> limits = new ArrayList<>();
  private final Map<Integer, Set<Integer>> apart = new HashMap<>();

  /// The records of each cluster's own as a ring, so that two are joined by swapping two links.
  private final int[] ring;

  private final int[] sizes;
  private final int[] ownSizes;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private byte[] rule = new byte[1024];
  private int edges;

  /// An identifier of which one person has only so many.
  ///
  /// @param values by record the number of its value, negative where it has none
  @SuppressWarnings("ArrayRecordComponent") // stays in here, never compared
  private record Limited(int most, int[] values) {}

  /// `born[i]` is the birth date of record `i` as year * 10000 + month * 100 + day, 0 when unknown.
  MatchForest(int[] born) {
    this(born, Integer.MAX_VALUE);
  }

  /// @param mostRecords rules and probability make no cluster of more records
  MatchForest(int[] born, int mostRecords) {
    this.mostRecords = mostRecords;
    this.records = born.length;
    this.born = born.clone();
    this.sets = new UnionFind(records);
    this.own = new UnionFind(records);
    this.ring = new int[records];
    this.sizes = new int[records];
    this.ownSizes = new int[records];
    for (int i = 0; i < records; i++) {
      ring[i] = i;
      sizes[i] = 1;
      ownSizes[i] = 1;
    }
  }

  /// Rules and probability make no cluster with more than so many different values.
  ///
  /// @param values by record the number of its value, negative where it has none
  void limit(int most, int[] values) {
    limits.add(new Limited(most, values));
  }

  /// Keeps two records apart, whatever else is said of them or of records joined to them.
  void keepApart(int a, int b) {
    int rootA = sets.find(a);
    int rootB = sets.find(b);
    if (rootA != rootB) {
      apart.computeIfAbsent(rootA, root -> new HashSet<>()).add(rootB);
      apart.computeIfAbsent(rootB, root -> new HashSet<>()).add(rootA);
    }
  }

  /// Joins two records, unless they are one already, somebody said that their clusters are two,
  /// their clusters were born on days that have nothing in common (namesakes share a mailbox or a
  /// phone more often than a date is that wrong), or together they would have more records or more
  /// values of an identifier than one person may. A person who says they are one is believed in
  /// spite of all that. Tells whether they were joined now.
  boolean join(int a, int b, MatchRule by) {
    int rootA = sets.find(a);
    int rootB = sets.find(b);
    if (apart.getOrDefault(rootA, Set.of()).contains(rootB)
        || (by != MatchRule.JUDGED && !joinOwn(a, b))
        || rootA == rootB) {
      return false;
    }
    sets.union(a, b);
    int root = sets.find(a);
    sizes[root] = sizes[rootA] + sizes[rootB];
    moveApart(root == rootA ? rootB : rootA, root);
    if (edges == from.length) {
      int larger = edges * 2;
      from = Arrays.copyOf(from, larger);
      to = Arrays.copyOf(to, larger);
      rule = Arrays.copyOf(rule, larger);
    }
    from[edges] = a;
    to[edges] = b;
    rule[edges] = (byte) by.ordinal();
    edges++;
    return true;
  }

  /// Joins without asking what people said; false where they are one already, or birth dates or a
  /// limit forbid it.
  private boolean joinOwn(int a, int b) {
    int rootA = own.find(a);
    int rootB = own.find(b);
    int bornA = born[rootA];
    int bornB = born[rootB];
    if (rootA == rootB
        || differentPeople(bornA, bornB)
        || (long) ownSizes[rootA] + ownSizes[rootB] > mostRecords
        || limits.stream().anyMatch(limit -> exceeds(limit, rootA, rootB))) {
      return false;
    }
    own.union(a, b);
    int root = own.find(a);
    int next = ring[rootA];
    ring[rootA] = ring[rootB];
    ring[rootB] = next;
    ownSizes[root] = ownSizes[rootA] + ownSizes[rootB];
    born[root] = bornA != 0 ? bornA : bornB;
    return true;
  }

  private boolean exceeds(Limited limit, int a, int b) {
    Set<Integer> values = new HashSet<>();
    for (int start : new int[] {a, b}) {
      int at = start;
      do {
        if (limit.values()[at] >= 0) {
          values.add(limit.values()[at]);
        }
        at = ring[at];
      } while (at != start);
    }
    return values.size() > limit.most();
  }

  private void moveApart(int gone, int root) {
    Set<Integer> moved = apart.remove(gone);
    if (moved == null) {
      return;
    }
    apart.computeIfAbsent(root, r -> new HashSet<>()).addAll(moved);
    for (int other : moved) {
      Set<Integer> back = apart.computeIfAbsent(other, r -> new HashSet<>());
      back.remove(gone);
      back.add(root);
    }
  }

  /// Year, month and day all differ, and day and month were not swapped.
  static boolean differentPeople(int a, int b) {
    if (a == 0 || b == 0) {
      return false;
    }
    int monthA = a / 100 % 100;
    int monthB = b / 100 % 100;
    return a / 10_000 != b / 10_000
        && monthA != monthB
        && a % 100 != b % 100
        && !(monthA == b % 100 && monthB == a % 100);
  }

  int cluster(int record) {
    return sets.find(record);
  }

  /// How many records the cluster of a record has.
  int size(int record) {
    return sizes[sets.find(record)];
  }

  /// Whether rules and probability have joined two records, whatever people said.
  boolean joinedOwn(int a, int b) {
    return own.find(a) == own.find(b);
  }

  /// How many records rules and probability have joined to a record, itself among them.
  int ownSize(int record) {
    return ownSizes[own.find(record)];
  }

  /// At most so many of those, itself first.
  int[] ownMembers(int record, int most) {
    int[] members = new int[Math.min(most, ownSize(record))];
    int at = record;
    for (int i = 0; i < members.length; i++) {
      members[i] = at;
      at = ring[at];
    }
    return members;
  }

  /// Whether somebody said that the clusters of two records are two people.
  boolean apart(int a, int b) {
    return apart.getOrDefault(sets.find(a), Set.of()).contains(sets.find(b));
  }

  /// For each record the neighbour on the way to its cluster's first record (itself at the root)
  /// and the rule that joined them.
  Attachments attachments() {
    int[] start = new int[records + 1];
    for (int e = 0; e < edges; e++) {
      start[from[e] + 1]++;
      start[to[e] + 1]++;
    }
    for (int i = 0; i < records; i++) {
      start[i + 1] += start[i];
    }
    int[] next = Arrays.copyOf(start, records);
    int[] incident = new int[2 * edges];
    for (int e = 0; e < edges; e++) {
      incident[next[from[e]]++] = e;
      incident[next[to[e]]++] = e;
    }
    int[] partner = new int[records];
    byte[] by = new byte[records];
    Arrays.fill(partner, -1);
    int[] queue = new int[records];
    for (int root = 0; root < records; root++) {
      if (sets.find(root) != root) {
        continue;
      }
      partner[root] = root;
      by[root] = (byte) MatchRule.FIRST.ordinal();
      int head = 0;
      int tail = 0;
      queue[tail++] = root;
      while (head < tail) {
        int at = queue[head++];
        for (int i = start[at]; i < start[at + 1]; i++) {
          int e = incident[i];
          int other = from[e] == at ? to[e] : from[e];
          if (partner[other] < 0) {
            partner[other] = at;
            by[other] = rule[e];
            queue[tail++] = other;
          }
        }
      }
    }
    return new Attachments(partner, by);
  }

  /// Parallel arrays by record.
  @SuppressWarnings("ArrayRecordComponent") // a hand-over inside the package, never compared
  record Attachments(int[] partner, byte[] rule) {}
}
