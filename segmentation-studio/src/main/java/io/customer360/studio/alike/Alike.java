package io.customer360.studio.alike;

import io.customer360.model.Ranking;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Everybody else by likeness to a segment, and how well that finds people of the segment who were
/// left out. Arrays are shared and only to be read.
///
/// @param seeds people of the segment
/// @param rows of the loaded matrix, not of the segment, most alike first
/// @param similarity of each of them, 0 to 1, descending: the share of left-out seeds less typical
/// @param auc how often a left-out seed ranks above somebody else who was left out, 0.5 by chance
/// @param aucLow lower end of its 95 % interval
/// @param aucHigh upper end
/// @param aucByFold of each fifth
/// @param defining features that were left out because they alone define the segment
/// @param traits what sets the seeds apart, strongest first
/// @param leftOut scores of seeds that were left out, ascending
/// @param restLeftOut scores of others that were left out, ascending
/// @param preparedRows the rows as they are in `original`
/// @param original features in their own units
public record Alike(
    int seeds,
    int[] rows,
    double[] similarity,
    double auc,
    double aucLow,
    double aucHigh,
    double[] aucByFold,
    List<String> defining,
    List<Trait> traits,
    double[] leftOut,
    double[] restLeftOut,
    int[] preparedRows,
    Matrix original) {
  public Alike {
    defining = List.copyOf(defining);
    traits = List.copyOf(traits);
  }

  /// A feature in which the seeds differ from everybody.
  ///
  /// @param deviations of the seeds' mean from everybody's, in standard deviations
  public record Trait(String feature, double deviations) {}

  /// What comes of taking the most alike.
  ///
  /// @param size people taken
  /// @param similarity of the last of them
  /// @param found share of left-out seeds who would be among as large a part of everybody
  /// @param lift how many times as many as by chance
  public record Cut(int size, double similarity, double found, double lift) {}

  static Alike of(
      Prepared prepared,
      boolean[] seed,
      int[] rest,
      double[] scores,
      double[] leftOut,
      double[] restLeftOut,
      Ranking ranking,
      double[] aucByFold,
      List<String> defining) {
    Integer[] order = new Integer[rest.length];
    Arrays.setAll(order, i -> rest[i]);
    // Of equal ones the earlier row.
    Arrays.sort(order, Comparator.comparingDouble(row -> -scores[row]));
    int[] rows = new int[order.length];
    int[] preparedRows = new int[order.length];
    double[] similarity = new double[order.length];
    for (int i = 0; i < rows.length; i++) {
      preparedRows[i] = order[i];
      rows[i] = prepared.sourceRow(order[i]);
      similarity[i] = below(leftOut, scores[order[i]]);
    }
    return new Alike(
        seed.length - rest.length,
        rows,
        similarity,
        ranking.auc(),
        ranking.low(),
        ranking.high(),
        aucByFold,
        defining,
        traits(prepared.original(), seed),
        leftOut,
        restLeftOut,
        preparedRows,
        prepared.original());
  }

  /// Share of sorted values below one, equal ones half.
  private static double below(double[] sorted, double value) {
    int smaller = first(sorted, value, false);
    int notGreater = first(sorted, value, true);
    return (smaller + notGreater) / 2.0 / sorted.length;
  }

  /// The first place at or beyond a value, or beyond it.
  private static int first(double[] sorted, double value, boolean beyond) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || beyond && sorted[middle] == value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Trait> traits(Matrix original, boolean[] seed) {
    List<Trait> traits = new ArrayList<>();
    for (int j = 0; j < original.width(); j++) {
      double[] column = original.columns()[j];
      double sum = 0;
      double squares = 0;
      double own = 0;
      int count = 0;
      for (int i = 0; i < seed.length; i++) {
        sum += column[i];
        squares += column[i] * column[i];
        if (seed[i]) {
          own += column[i];
          count++;
        }
      }
      double mean = sum / seed.length;
      double deviation = Math.sqrt(Math.max(0, squares / seed.length - mean * mean));
      if (deviation > 0) {
        traits.add(new Trait(original.names().get(j), (own / count - mean) / deviation));
      }
    }
    traits.sort(Comparator.comparingDouble(trait -> -Math.abs(trait.deviations())));
    return traits;
  }

  /// How many have at least this similarity.
  public int sizeAt(double least) {
    int low = 0;
    int high = similarity.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (similarity[middle] >= least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// What comes of taking so many, 1 to all.
  public Cut cut(int size) {
    double share = (double) size / rows.length;
    // The score that as large a share of the left-out rest reaches.
    int from = Math.clamp(Math.round((1 - share) * restLeftOut.length), 0, restLeftOut.length);
    double threshold = from == restLeftOut.length ? Double.POSITIVE_INFINITY : restLeftOut[from];
    if (size >= rows.length) {
      threshold = Double.NEGATIVE_INFINITY;
    }
    int found = leftOut.length - first(leftOut, threshold, false);
    double foundShare = (double) found / leftOut.length;
    return new Cut(size, similarity[size - 1], foundShare, foundShare / share);
  }

  /// Cuts of growing size for a curve, from 10 (or all) to everybody, evenly by the logarithm.
  public List<Cut> curve(int points) {
    List<Cut> curve = new ArrayList<>();
    int last = 0;
    double low = Math.log(Math.min(10, rows.length));
    double high = Math.log(rows.length);
    for (int i = 0; i < points; i++) {
      int size = (int) Math.round(Math.exp(low + (high - low) * i / Math.max(1, points - 1)));
      if (size > last) {
        curve.add(cut(size));
        last = size;
      }
    }
    return curve;
  }

  /// How far the most alike differ from everybody in a feature, in standard deviations.
  public double deviations(String feature, int size) {
    int at = original.names().indexOf(feature);
    double[] column = original.columns()[at];
    double sum = 0;
    double squares = 0;
    for (double value : column) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / column.length;
    double deviation = Math.sqrt(Math.max(0, squares / column.length - mean * mean));
    double own = 0;
    for (int i = 0; i < size; i++) {
      own += column[preparedRows[i]];
    }
    return deviation > 0 ? (own / size - mean) / deviation : 0;
  }
}
