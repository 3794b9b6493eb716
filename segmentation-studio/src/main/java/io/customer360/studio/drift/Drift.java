package io.customer360.studio.drift;

import io.customer360.studio.cluster.quality.Agreement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a clustering. Clusters then and now are paired so that as many people as possible
/// stay in theirs.
///
/// @param then what was kept
/// @param now the same settings on today's data
/// @param shared people clustered both times
/// @param fresh people clustered only now
/// @param gone people clustered only then
/// @param stayed of the shared, those whose cluster now is the one paired with theirs then
/// @param agreement adjusted Rand over the shared: 1 the same clusters, 0 as by chance
public record Drift(
    SavedClustering then,
    SavedClustering.Figures now,
    long shared,
    long fresh,
    long gone,
    long stayed,
    double agreement,
    List<Change> changes,
    List<Merge> merges,
    List<Split> splits,
    List<Moved> moved) {
  /// A cluster went into another when so much of it is there now.
  public static final double MERGED = 0.5;

  /// A cluster split when so much of it is in each of two or more.
  public static final double SPLIT = 0.25;

  public Drift {
    changes = List.copyOf(changes);
    merges = List.copyOf(merges);
    splits = List.copyOf(splits);
    moved = List.copyOf(moved);
  }

  /// A cluster then and the one it is paired with, or one of the two alone.
  ///
  /// @param then its number then, -1 when it is new
  /// @param now its number now, -1 when it is no more
  /// @param left of its people then, in another cluster now
  /// @param entered of its people now, in another cluster then
  /// @param gone of its people then, not clustered now
  /// @param fresh of its people now, not clustered then
  /// @param shift how far its mean moved, in standard deviations of everybody then: the root of the
  ///     mean square over the features; `NaN` for one alone
  /// @param most the feature that moved most, with its own shift; empty for one alone
  public record Change(
      int then,
      int now,
      String title,
      long sizeThen,
      long sizeNow,
      long stayed,
      long left,
      long entered,
      long gone,
      long fresh,
      double shift,
      String most,
      double mostShift) {}

  /// Clusters then that are mostly in one now.
  public record Merge(List<Integer> then, int now) {}

  /// A cluster then that is now in several.
  public record Split(int then, List<Integer> now) {}

  /// Somebody who changed the cluster.
  ///
  /// @param then below 0: no cluster
  /// @param now below 0: no cluster
  public record Moved(String customer, int then, int now) {}

  /// Share of the shared who stayed, 1 when nobody is shared.
  public double stayedShare() {
    return shared == 0 ? 1 : (double) stayed / shared;
  }

  /// The pairing of clusters by shared people; by cluster then, -1 for none.
  ///
  /// @param counts shared people by cluster then and now, the last row and column for no cluster
  static int[] pairs(long[][] counts) {
    int k = counts.length - 1;
    int columns = counts[0].length - 1;
    long[][] worth = new long[k][];
    for (int p = 0; p < k; p++) {
      worth[p] = java.util.Arrays.copyOf(counts[p], columns);
    }
    return Assignment.best(worth, columns);
  }

  /// @param counts shared people by cluster then and now, the last row and column for no cluster
  /// @param goneOf people by cluster then who are not clustered now, the last for no cluster
  /// @param freshOf people by cluster now who were not clustered then, the last for no cluster
  static Drift of(
      SavedClustering then,
      SavedClustering.Figures now,
      long[][] counts,
      long[] goneOf,
      long[] freshOf,
      List<Moved> moved) {
    int k = counts.length - 1;
    int columns = counts[0].length - 1;
    int[] pair = pairs(counts);
    List<Change> changes = new ArrayList<>();
    boolean[] taken = new boolean[columns];
    long stayed = counts[k][columns];
    for (int p = 0; p < k; p++) {
      int q = pair[p];
      changes.add(change(then, now, p, q, counts, goneOf, freshOf));
      if (q >= 0) {
        taken[q] = true;
        stayed += counts[p][q];
      }
    }
    for (int q = 0; q < columns; q++) {
      if (!taken[q]) {
        changes.add(change(then, now, -1, q, counts, goneOf, freshOf));
      }
    }
    long shared = 0;
    for (long[] row : counts) {
      shared += sum(row);
    }
    return new Drift(
        then,
        now,
        shared,
        sum(freshOf),
        sum(goneOf),
        stayed,
        Agreement.adjustedRand(counts),
        changes,
        merges(counts),
        splits(counts),
        moved);
  }

  private static Change change(
      SavedClustering then,
      SavedClustering.Figures now,
      int p,
      int q,
      long[][] counts,
      long[] goneOf,
      long[] freshOf) {
    SavedClustering.Group before = p < 0 ? null : then.figures().groups().get(p);
    SavedClustering.Group after = q < 0 ? null : now.groups().get(q);
    long both = p < 0 || q < 0 ? 0 : counts[p][q];
    long ofThen = p < 0 ? 0 : sum(counts[p]);
    long ofNow = 0;
    for (long[] row : counts) {
      ofNow += q < 0 ? 0 : row[q];
    }
    Shift shift = shift(then.figures().features(), before, after);
    return new Change(
        p,
        q,
        after == null ? before == null ? "" : before.name() : after.name(),
        before == null ? 0 : before.size(),
        after == null ? 0 : after.size(),
        both,
        ofThen - both,
        ofNow - both,
        p < 0 ? 0 : goneOf[p],
        q < 0 ? 0 : freshOf[q],
        shift.all(),
        shift.most(),
        shift.mostOf());
  }

  private record Shift(double all, String most, double mostOf) {}

  private static Shift shift(
      List<SavedClustering.Feature> features,
      SavedClustering.@Nullable Group before,
      SavedClustering.@Nullable Group after) {
    if (before == null || after == null || before.means().length != after.means().length) {
      return new Shift(Double.NaN, "", Double.NaN);
    }
    double squares = 0;
    double largest = 0;
    String most = "";
    for (int j = 0; j < features.size(); j++) {
      double deviation = features.get(j).deviation();
      double moved = deviation > 0 ? (after.means()[j] - before.means()[j]) / deviation : 0;
      squares += moved * moved;
      if (most.isEmpty() || Math.abs(moved) > Math.abs(largest)) {
        largest = moved;
        most = features.get(j).name();
      }
    }
    return new Shift(Math.sqrt(squares / Math.max(1, features.size())), most, largest);
  }

  private static List<Merge> merges(long[][] counts) {
    List<Merge> merges = new ArrayList<>();
    for (int q = 0; q < counts[0].length - 1; q++) {
      List<Integer> from = new ArrayList<>();
      for (int p = 0; p < counts.length - 1; p++) {
        if (counts[p][q] > MERGED * sum(counts[p])) {
          from.add(p);
        }
      }
      if (from.size() > 1) {
        merges.add(new Merge(from, q));
      }
    }
    return merges;
  }

  private static List<Split> splits(long[][] counts) {
    List<Split> splits = new ArrayList<>();
    for (int p = 0; p < counts.length - 1; p++) {
      List<Integer> into = new ArrayList<>();
      for (int q = 0; q < counts[p].length - 1; q++) {
        if (counts[p][q] > 0 && counts[p][q] >= SPLIT * sum(counts[p])) {
          into.add(q);
        }
      }
      if (into.size() > 1) {
        splits.add(new Split(p, into));
      }
    }
    return splits;
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}
