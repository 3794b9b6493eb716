package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.Level;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.compare.TermCounts;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.record.TextHash;
import io.customer360.identity.standard.ColumnKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/// What the rarity of an agreeing value adds to its weight: `log2(u / tf)`, where `u` is the chance
/// that any two people agree and `tf` the chance that another person has this very value (the term
/// frequency adjustment of Fellegi and Sunter's frequency-based matching, as in Splink). As the two
/// records of the pair themselves hold the value, they are taken off its count; what is left is
/// smoothed by the count to be expected. On levels short of equality it counts in part, by the more
/// frequent of the two values. Immutable.
final class TermBits {
  private final FieldComparison[] fields;
  private final float[][] bits;
  private final double[][] termWeights;

  /// @param same by comparison the chance that two people agree exactly
  TermBits(RecordComparator comparator, double[] same) {
    this(comparator, same, i -> text(comparator, i).counts(), i -> text(comparator, i).filled());
  }

  /// Frequencies known from other records.
  ///
  /// @param filled by comparison how many of them had a value
  TermBits(RecordComparator comparator, double[] same, List<Integer> filled, TermCounts counts) {
    this(
        comparator,
        same,
        i -> {
          TextColumn text = text(comparator, i);
          int[] known = new int[text.distinct()];
          Arrays.setAll(known, code -> counts.records(i, TextHash.of(text.valueOf(code))));
          return known;
        },
        filled::get);
  }

  private static TextColumn text(RecordComparator comparator, int comparison) {
    return comparator.fields().get(comparison).column().text();
  }

  private TermBits(
      RecordComparator comparator,
      double[] same,
      IntFunction<int[]> counts,
      IntUnaryOperator filled) {
    List<FieldComparison> list = comparator.fields();
    fields = list.toArray(FieldComparison[]::new);
    bits = new float[fields.length][];
    termWeights = new double[fields.length][];
    for (int i = 0; i < fields.length; i++) {
      bits[i] = bits(counts.apply(i), filled.applyAsInt(i), same[i]);
      List<Level> levels = fields[i].levels();
      termWeights[i] = new double[levels.size() + 1];
      for (int level = 1; level < termWeights[i].length; level++) {
        termWeights[i][level] = levels.get(level - 1).termWeight();
      }
    }
  }

  private static float[] bits(int[] counts, int filled, double same) {
    double smooth = Math.min(1, same * filled);
    float[] bits = new float[counts.length];
    for (int code = 0; code < counts.length; code++) {
      double others = Math.max(0, counts[code] - 2) + smooth;
      bits[code] = (float) LinkModel.log2(same * filled / others);
    }
    return bits;
  }

  /// How far rarity counts at a level, 0 to 1.
  double weight(int comparison, int level) {
    return termWeights[comparison][level];
  }

  /// What rarity adds in full where both rows have a value.
  double rarity(int comparison, int a, int b) {
    FieldComparison field = fields[comparison];
    float[] of = bits[comparison];
    return Math.min(of[field.code(a)], of[field.code(b)]);
  }

  /// What rarity adds to one comparison at a level.
  double bits(int comparison, int level, int a, int b) {
    double weight = termWeights[comparison][level];
    return weight == 0 ? 0 : weight * rarity(comparison, a, b);
  }

  /// Whether rarity counts in a state of the parent: not where the parent agrees, as the value then
  /// follows from another; but an e-mail address is one person's own whatever its surname.
  boolean counts(int comparison, int state) {
    return state != LinkModel.PARENT_SAME || fields[comparison].kind() == ColumnKind.EMAIL;
  }
}
