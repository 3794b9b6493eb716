package io.customer360.studio.matrix;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;
import org.jspecify.annotations.Nullable;

/// Reads a result of numbers into growing columns and counts what is no number.
final class ColumnCollector {
  private static final int BATCH = 64 * 1024;

  private final String source;
  private final ColumnChoice choice;
  private final double[][] columns;
  private final int[] missing;
  private final int[] notANumber;
  private final int[] infinite;
  private final RowNames.@Nullable Builder names;
  private int rows;

  ColumnCollector(String source, ColumnChoice choice) {
    this.source = source;
    this.choice = choice;
    int width = choice.features().size();
    columns = new double[width][BATCH];
    missing = new int[width];
    notANumber = new int[width];
    infinite = new int[width];
    String id = choice.id();
    names = id == null ? null : new RowNames.Builder(id);
  }

  /// Takes every row: the features in order as doubles, then the id as text when there is one.
  void readAll(ResultSet result, Progress progress) throws SQLException {
    try (BufferAllocator memory = new RootAllocator();
        ArrowReader reader =
            (ArrowReader) result.unwrap(DuckDBResultSet.class).arrowExportStream(memory, BATCH)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        progress.checkCancelled();
        take(root);
      }
    } catch (IOException e) {
      // Read from memory: what fails here is the database, which says why.
      throw new SQLException(e.getMessage(), e);
    }
  }

  private void take(VectorSchemaRoot root) {
    int count = root.getRowCount();
    while (rows + count > columns[0].length) {
      grow();
    }
    for (int c = 0; c < columns.length; c++) {
      Float8Vector from = (Float8Vector) root.getVector(c);
      from.getDataBuffer()
          .nioBuffer(0, count * Double.BYTES)
          .order(ByteOrder.nativeOrder())
          .asDoubleBuffer()
          .get(columns[c], rows, count);
      gaps(c, from, count);
    }
    if (names != null) {
      names.addAll((VarCharVector) root.getVector(columns.length), count);
    }
    rows += count;
  }

  private void gaps(int c, Float8Vector from, int count) {
    double[] column = columns[c];
    boolean all = from.getNullCount() == 0;
    for (int i = 0; i < count; i++) {
      double value = column[rows + i];
      if (!all && from.isNull(i)) {
        missing[c]++;
      } else if (Double.isNaN(value)) {
        notANumber[c]++;
      } else if (Double.isInfinite(value)) {
        infinite[c]++;
      } else {
        continue;
      }
      column[rows + i] = Double.NaN;
    }
  }

  private void grow() {
    int next = columns[0].length * 2;
    // Old and new columns, the prepared copy and the work arrays of a clustering.
    long bytes = 8L * columns.length * next * 3;
    if (next < 0 || bytes > Runtime.getRuntime().maxMemory()) {
      throw WorkbenchException.resource(
          "C360-CLU-009",
          source
              + " has more than "
              + rows
              + " rows of "
              + columns.length
              + " columns, too much for "
              + Runtime.getRuntime().maxMemory() / 1_000_000
              + " MB of memory; name fewer columns with --columns or allow more memory with"
              + " WORKBENCH_JAVA_OPTS=-Xmx8g.",
          null);
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(columns[c], next);
    }
  }

  /// Whether the rows came in the order of their names, as a database sorts texts.
  boolean ascending() {
    return names == null || names.ascending();
  }

  LoadedMatrix finish() {
    if (rows == 0) {
      throw WorkbenchException.data(
          "C360-CLU-002", source + " has a header but no rows; there is nothing to cluster.");
    }
    List<String> kept = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<ColumnFacts> facts = new ArrayList<>();
    List<LoadedMatrix.LeftOut> leftOut = new ArrayList<>(choice.leftOut());
    ColumnFacts[] found = new ColumnFacts[columns.length];
    IntStream.range(0, columns.length)
        .parallel()
        .forEach(
            c -> {
              columns[c] = Arrays.copyOf(columns[c], rows);
              found[c] =
                  ColumnFacts.of(
                      choice.features().get(c), columns[c], missing[c], notANumber[c], infinite[c]);
            });
    for (int c = 0; c < columns.length; c++) {
      String name = choice.features().get(c);
      double[] column = columns[c];
      refuseId(name, column);
      if (!choice.named() && countsTheRows(column)) {
        leftOut.add(new LoadedMatrix.LeftOut(name, "counts the rows"));
        continue;
      }
      kept.add(name);
      values.add(column);
      facts.add(found[c]);
    }
    if (kept.isEmpty()) {
      throw WorkbenchException.data(
          "C360-CLU-006", source + " has no numeric column to cluster by but a row counter.");
    }
    return new LoadedMatrix(
        source,
        new Matrix(kept, values.toArray(double[][]::new), rows),
        names == null ? RowNames.numbers() : names.build(),
        facts,
        leftOut);
  }

  private void refuseId(String name, double[] column) {
    if (!choice.named() || rows < 3 || !ColumnChoice.looksLikeId(name)) {
      return;
    }
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < rows; i++) {
      boolean whole = sorted[i] == Math.rint(sorted[i]);
      if (!whole || i > 0 && sorted[i] == sorted[i - 1]) {
        return;
      }
    }
    throw WorkbenchException.user(
        "C360-CLU-007",
        "Column "
            + name
            + " of "
            + source
            + " is an id (a different whole number in every row), not a feature; leave it out of"
            + " --columns, or say --id \""
            + name
            + "\" to name the rows by it.");
  }

  private boolean countsTheRows(double[] column) {
    if (rows < 10) {
      return false;
    }
    for (int i = 1; i < rows; i++) {
      if (column[i] != column[i - 1] + 1) {
        return false;
      }
    }
    return true;
  }
}
