package io.customer360.identity;

import java.util.Arrays;

/// The matches that joined two clusters, kept as a spanning forest: rules are applied strongest
/// first, and only a match that connects something new is kept. Rooted at each cluster's first
/// record, every other record has exactly one match that leads towards it, which is the one shown
/// to a person. Primitive arrays only: three million records take about 80 MB.
final class MatchForest {
  private final UnionFind sets;
  private final int records;
  private final int[] born;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private byte[] rule = new byte[1024];
  private int edges;

  /// `born[i]` is the birth date of record `i` as year * 10000 + month * 100 + day, 0 when unknown.
  MatchForest(int[] born) {
    this.records = born.length;
    this.born = born.clone();
    this.sets = new UnionFind(records);
  }

  /// Joins two records, unless they are one already or their clusters were born on days that have
  /// nothing in common: namesakes share a mailbox or a phone more often than a date is that wrong.
  void join(int a, int b, MatchRule.ExactRule by) {
    int bornA = born[sets.find(a)];
    int bornB = born[sets.find(b)];
    if (differentPeople(bornA, bornB) || !sets.union(a, b)) {
      return;
    }
    born[sets.find(a)] = bornA != 0 ? bornA : bornB;
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
      by[root] = (byte) MatchRule.ExactRule.FIRST.ordinal();
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
