package io.customer360.studio.matrix;

import java.util.List;

/// Numbers column by column. The arrays are shared, not copied: whoever holds a matrix reads it and
/// never writes to it.
///
/// @param names one name a column
/// @param columns one array a column, each `rows` long; `NaN` where a value is not known
/// @param rows at least 0
public record Matrix(List<String> names, double[][] columns, int rows) {
  public Matrix {
    names = List.copyOf(names);
    if (names.size() != columns.length) {
      throw new IllegalArgumentException(names.size() + " names, " + columns.length + " columns");
    }
    for (double[] column : columns) {
      if (column.length != rows) {
        throw new IllegalArgumentException("a column of " + column.length + ", rows " + rows);
      }
    }
  }

  /// How many columns.
  public int width() {
    return columns.length;
  }

  /// The rows at `index`, in that order, as a copy.
  public Matrix select(int[] index) {
    return new Matrix(names, select(columns, index), index.length);
  }

  /// The rows at `index` of columns, as a copy.
  public static double[][] select(double[][] columns, int[] index) {
    double[][] out = new double[columns.length][index.length];
    for (int c = 0; c < columns.length; c++) {
      double[] from = columns[c];
      double[] to = out[c];
      for (int i = 0; i < index.length; i++) {
        to[i] = from[index[i]];
      }
    }
    return out;
  }

  /// One row as a point.
  public static double[] row(double[][] columns, int row) {
    double[] point = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      point[c] = columns[c][row];
    }
    return point;
  }
}
