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
      return standard(gap || Double.isNaN(raw) ? raw : bend(raw, shape, floor, cap));
    }

    /// The same of a value that is bent already.
    private double standard(double bent) {
      if (gap) {
        return ((Double.isNaN(bent) ? 1 : 0) - mean) / deviation;
      }
      return Double.isNaN(bent) ? 0 : (bent - mean) / deviation;
    }
  }

  /// How one raw column is to be treated.
  record Column(String name, FeatureShape shape, double floor, double cap) {}

  /// Rows whose values are cut and bent: what they are whichever of them is learnt from.
  record Bent(Table table) {
    static Bent of(Table table, List<Column> columns) {
      double[][] values = new double[columns.size()][table.rows()];
      for (int c = 0; c < values.length; c++) {
        Column column = columns.get(c);
        double[] raw = table.values()[c];
        for (int i = 0; i < raw.length; i++) {
          values[c][i] =
              Double.isNaN(raw[i])
                  ? Double.NaN
                  : bend(raw[i], column.shape(), column.floor(), column.cap());
        }
      }
      String[] names = columns.stream().map(Column::name).toArray(String[]::new);
      return new Bent(new Table(table.groups(), names, values, table.labels()));
    }

    /// The rows at `index`, in that order.
    Bent select(int[] index) {
      return new Bent(table.select(index));
    }
  }

  /// Learns means and deviations. Columns that never vary are left out.
  static Preparation fit(Bent rows, List<Column> columns) {
    List<Input> inputs = new ArrayList<>();
    Set<BitSet> patterns = new HashSet<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      double[] bent = rows.table().values()[c];
      int known = 0;
      double sum = 0;
      for (double value : bent) {
        if (!Double.isNaN(value)) {
          sum += value;
          known++;
        }
      }
      double mean = known == 0 ? 0 : sum / known;
      double squares = 0;
      for (double value : bent) {
        if (!Double.isNaN(value)) {
          double distance = value - mean;
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
      double gaps = bent.length == 0 ? 0 : 1 - (double) known / bent.length;
      // Columns that are empty together say one thing: the first of them says it.
      if (gaps > RARE_GAP && gaps < 1 - RARE_GAP && patterns.add(pattern(bent))) {
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

  /// What the average customer has in a raw column: the mean as the model takes it, so of bent
  /// values where the column is bent; `NaN` for a column that is not used.
  double average(String column) {
    return inputs.stream()
        .filter(input -> !input.gap() && input.column().equals(column))
        .mapToDouble(input -> straighten(input.mean(), input.shape()))
        .findFirst()
        .orElse(Double.NaN);
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

  /// The prepared inputs of rows that are bent already.
  double[][] apply(Bent rows) {
    Table table = rows.table();
    double[][] prepared = new double[inputs.size()][table.rows()];
    for (int j = 0; j < prepared.length; j++) {
      Input input = inputs.get(j);
      double[] from = table.values()[indexOf(table.names(), input.column())];
      for (int i = 0; i < from.length; i++) {
        prepared[j][i] = input.standard(from[i]);
      }
    }
    return prepared;
  }

  private static BitSet pattern(double[] values) {
    BitSet missing = new BitSet(values.length);
    for (int i = 0; i < values.length; i++) {
      missing.set(i, Double.isNaN(values[i]));
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

  private static double straighten(double bent, FeatureShape shape) {
    return switch (shape) {
      case LINEAR -> bent;
      case LOG -> bent < 0 ? -StrictMath.expm1(-bent) : StrictMath.expm1(bent);
    };
  }

  private static double bend(double value, FeatureShape shape, double floor, double cap) {
    double kept = Math.clamp(value, floor, cap);
    return switch (shape) {
      case LINEAR -> kept;
      case LOG -> kept < 0 ? -StrictMath.log1p(-kept) : StrictMath.log1p(kept);
    };
  }
}
