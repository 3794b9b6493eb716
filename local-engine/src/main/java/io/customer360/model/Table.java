package io.customer360.model;

/// Rows to learn from or to judge on, column by column.
///
/// @param groups the customer of each row as a number: rows of one customer are never split between
///     folds and count as one witness
/// @param names names of the columns
/// @param values one array for each column, `NaN` where nothing is known
/// @param labels what came true
record Table(int[] groups, String[] names, double[][] values, boolean[] labels) {
  int rows() {
    return labels.length;
  }

  int positives() {
    int n = 0;
    for (boolean label : labels) {
      n += label ? 1 : 0;
    }
    return n;
  }

  double baseRate() {
    return rows() == 0 ? Double.NaN : (double) positives() / rows();
  }

  /// The rows at `index`, in that order.
  Table select(int[] index) {
    int[] someGroups = new int[index.length];
    boolean[] someLabels = new boolean[index.length];
    double[][] someValues = new double[values.length][index.length];
    for (int i = 0; i < index.length; i++) {
      someGroups[i] = groups[index[i]];
      someLabels[i] = labels[index[i]];
    }
    for (int c = 0; c < values.length; c++) {
      double[] from = values[c];
      double[] to = someValues[c];
      for (int i = 0; i < index.length; i++) {
        to[i] = from[index[i]];
      }
    }
    return new Table(someGroups, names, someValues, someLabels);
  }

  Table withLabels(boolean[] others) {
    return new Table(groups, names, values, others);
  }
}
