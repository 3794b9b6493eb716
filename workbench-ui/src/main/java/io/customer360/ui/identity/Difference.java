package io.customer360.ui.identity;

import java.util.ArrayList;
import java.util.List;

/// Two texts, character by character: what stands in both, what one has instead of the other, and
/// where one has nothing. The alignment is that of the edit distance (Wagner and Fischer, 1974), in
/// code points, regardless of case.
record Difference(List<Run> left, List<Run> right) {
  /// Longer texts are not aligned; a person sees at a glance that they differ.
  private static final int LONGEST = 160;

  /// A gap of more characters than this is not drawn: the other side's mark says enough.
  private static final int WIDEST_GAP = 2;

  enum Kind {
    SAME,
    CHANGED,
    /// Nothing here where the other text has something; drawn as a low line.
    MISSING
  }

  record Run(String text, Kind kind) {}

  Difference {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// Nothing marked on either side.
  static Difference none(String left, String right) {
    return new Difference(List.of(new Run(left, Kind.SAME)), List.of(new Run(right, Kind.SAME)));
  }

  static Difference of(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    if (a.length > LONGEST || b.length > LONGEST) {
      return new Difference(
          List.of(new Run(left, Kind.CHANGED)), List.of(new Run(right, Kind.CHANGED)));
    }
    int[][] cost = cost(a, b);
    Side one = new Side();
    Side other = new Side();
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean same = i < a.length && j < b.length && same(a[i], b[j]);
      if (same && cost[i][j] == cost[i + 1][j + 1]) {
        one.add(a[i++], Kind.SAME);
        other.add(b[j++], Kind.SAME);
      } else if (i < a.length && j < b.length && cost[i][j] == cost[i + 1][j + 1] + 1) {
        one.add(a[i++], Kind.CHANGED);
        other.add(b[j++], Kind.CHANGED);
      } else if (i < a.length && cost[i][j] == cost[i + 1][j] + 1) {
        one.add(a[i++], Kind.CHANGED);
        other.gap();
      } else {
        one.gap();
        other.add(b[j++], Kind.CHANGED);
      }
    }
    return new Difference(one.runs(), other.runs());
  }

  private static boolean same(int a, int b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  /// `cost[i][j]` is the distance of what follows `i` and `j`, so that runs are read forwards.
  private static int[][] cost(int[] a, int[] b) {
    int[][] cost = new int[a.length + 1][b.length + 1];
    for (int i = a.length; i >= 0; i--) {
      for (int j = b.length; j >= 0; j--) {
        if (i == a.length || j == b.length) {
          cost[i][j] = (a.length - i) + (b.length - j);
        } else {
          int change = cost[i + 1][j + 1] + (same(a[i], b[j]) ? 0 : 1);
          cost[i][j] = Math.min(change, Math.min(cost[i + 1][j], cost[i][j + 1]) + 1);
        }
      }
    }
    return cost;
  }

  /// Gathers characters of one kind into runs.
  private static final class Side {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Kind kind = Kind.SAME;

    void add(int character, Kind next) {
      turn(next);
      text.appendCodePoint(character);
    }

    void gap() {
      turn(Kind.MISSING);
      text.append('_');
    }

    private void turn(Kind next) {
      if (next != kind) {
        end();
        kind = next;
      }
    }

    private void end() {
      boolean wide = kind == Kind.MISSING && text.length() > WIDEST_GAP;
      if (!text.isEmpty() && !wide) {
        runs.add(new Run(text.toString(), kind));
      }
      text.setLength(0);
    }

    List<Run> runs() {
      end();
      return runs;
    }
  }
}
