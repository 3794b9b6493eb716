package io.customer360.model;

import io.customer360.feature.FeatureShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Turns raw columns into what a linear model can use: values cut to sane limits, long tails bent
/// by a logarithm, everything in standard deviations from the mean, a gap filled with the mean and
/// marked in a column of its own. Learnt from the training rows only.
record Preparation(List<Input> inputs) {
  /// A column marks gaps only if this many rows in ten thousand have one (and lack one).
  private static final double RARE_GAP = 0.005;

  /// One input of the linear model.
  ///
  /// @param column the raw column it comes from
  /// @param gap whether it is the mark of a missing value
  record Input(
      String column,
      boolean gap,
      FeatureShape shape,
      double floor,
      double cap,
      double mean,
      double deviation) {

    String name() {
      return gap ? column + "?" : column;
    }

    /// The raw value as the model sees it; a missing one counts as average.
    double prepare(double raw) {
      if (gap) {
        return ((Double.isNaN(raw) ? 1 : 0) - mean) / deviation;
      }
      return Double.isNaN(raw) ? 0 : (bend(raw, shape, floor, cap) - mean) / deviation;
    }
  }

  /// How one raw column is to be treated.
  record Column(String name, FeatureShape shape, double floor, double cap) {}

  /// Learns means and deviations. Columns that never vary are left out.
  static Preparation fit(Table table, List<Column> columns) {
    List<Input> inputs = new ArrayList<>();
    Set<BitSet> patterns = new HashSet<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      double[] raw = table.values()[c];
      int known = 0;
      double sum = 0;
      for (double value : raw) {
        if (!Double.isNaN(value)) {
          sum += bend(value, column.shape(), column.floor(), column.cap());
          known++;
        }
      }
      double mean = known == 0 ? 0 : sum / known;
      double squares = 0;
      for (double value : raw) {
        if (!Double.isNaN(value)) {
          double distance = bend(value, column.shape(), column.floor(), column.cap()) - mean;
          squares += distance * distance;
        }
      }
      double deviation = known < 2 ? 0 : Math.sqrt(squares / (known - 1));
      if (deviation > 1e-9) {
        inputs.add(
            new Input(
                column.name(),
                false,
                column.shape(),
                column.floor(),
                column.cap(),
                mean,
                deviation));
      }
      double gaps = raw.length == 0 ? 0 : 1 - (double) known / raw.length;
      // Columns that are empty together say one thing: the first of them says it.
      if (gaps > RARE_GAP && gaps < 1 - RARE_GAP && patterns.add(pattern(raw))) {
        inputs.add(
            new Input(
                column.name(),
                true,
                FeatureShape.LINEAR,
                0,
                1,
                gaps,
                Math.sqrt(gaps * (1 - gaps))));
      }
    }
    return new Preparation(List.copyOf(inputs));
  }

  int size() {
    return inputs.size();
  }

  /// The prepared inputs, column by column, of raw columns named `names`.
  double[][] apply(String[] names, double[][] raw, int rows) {
    double[][] prepared = new double[inputs.size()][rows];
    for (int j = 0; j < prepared.length; j++) {
      Input input = inputs.get(j);
      double[] from = raw[indexOf(names, input.column())];
      for (int i = 0; i < rows; i++) {
        prepared[j][i] = input.prepare(from[i]);
      }
    }
    return prepared;
  }

  double[][] apply(Table table) {
    return apply(table.names(), table.values(), table.rows());
  }

  private static BitSet pattern(double[] raw) {
    BitSet missing = new BitSet(raw.length);
    for (int i = 0; i < raw.length; i++) {
      missing.set(i, Double.isNaN(raw[i]));
    }
    return missing;
  }

  private static int indexOf(String[] names, String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No column " + name);
  }

  private static double bend(double value, FeatureShape shape, double floor, double cap) {
    double kept = Math.clamp(value, floor, cap);
    return switch (shape) {
      case LINEAR -> kept;
      case LOG -> kept < 0 ? -StrictMath.log1p(-kept) : StrictMath.log1p(kept);
    };
  }
}
