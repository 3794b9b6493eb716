package io.customer360.feature;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/// Customers by features, column by column; `NaN` where nothing is known.
///
/// @param ids the customers
/// @param columns names of the features
/// @param values one array for each column
public record FeatureMatrix(String[] ids, List<String> columns, double[][] values) {
  private static final int FIRST_SIZE = 4096;

  public int rows() {
    return ids.length;
  }

  public double[] column(String name) {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("No feature " + name);
    }
    return values[at];
  }

  /// A view of one row that does not copy it.
  public FeatureRow row(int index) {
    return column -> {
      int at = columns.indexOf(column);
      return at < 0 ? Double.NaN : values[at][index];
    };
  }

  /// The rows at `index`, in that order.
  public FeatureMatrix select(int[] index) {
    String[] some = new String[index.length];
    double[][] someValues = new double[values.length][index.length];
    for (int i = 0; i < index.length; i++) {
      some[i] = ids[index[i]];
    }
    for (int c = 0; c < values.length; c++) {
      double[] from = values[c];
      double[] to = someValues[c];
      for (int i = 0; i < index.length; i++) {
        to[i] = from[index[i]];
      }
    }
    return new FeatureMatrix(some, columns, someValues);
  }

  /// Today's features of one customer, from `gold.feature`; no row when there are none.
  public static FeatureMatrix readOne(
      Connection connection, String customerId, List<String> columns) throws SQLException {
    String sql =
        "select customer_id, "
            + String.join(", ", columns)
            + " from gold.feature where customer_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, customerId);
      try (ResultSet result = statement.executeQuery()) {
        return collect(result, columns, 1);
      }
    }
  }

  /// Runs a query whose first column is the customer and whose next ones are `columns`.
  public static FeatureMatrix read(Connection connection, String sql, List<String> columns)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return collect(result, columns, FIRST_SIZE);
    }
  }

  private static FeatureMatrix collect(ResultSet result, List<String> columns, int size)
      throws SQLException {
    String[] ids = new String[size];
    double[][] values = new double[columns.size()][size];
    int n = 0;
    while (result.next()) {
      if (n == ids.length) {
        ids = Arrays.copyOf(ids, n * 2);
        for (int c = 0; c < values.length; c++) {
          values[c] = Arrays.copyOf(values[c], n * 2);
        }
      }
      ids[n] = result.getString(1);
      for (int c = 0; c < values.length; c++) {
        double value = result.getDouble(c + 2);
        values[c][n] = result.wasNull() ? Double.NaN : value;
      }
      n++;
    }
    ids = Arrays.copyOf(ids, n);
    for (int c = 0; c < values.length; c++) {
      values[c] = Arrays.copyOf(values[c], n);
    }
    return new FeatureMatrix(ids, List.copyOf(columns), values);
  }
}
