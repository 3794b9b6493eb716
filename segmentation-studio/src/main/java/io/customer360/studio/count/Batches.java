package io.customer360.studio.count;

import io.customer360.job.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/// Reads query results in blocks. Columns are `BIGINT`, `DOUBLE` or `VARCHAR` and never
/// null.
final class Batches {
  private static final int ROWS = 64 * 1024;

  private Batches() {}

  /// A block of rows.
  interface Block {
    int rows();

    long whole(int column, int row);

    double real(int column, int row);

    /// UTF-8.
    byte[] text(int column, int row);
  }

  /// Takes a block.
  @FunctionalInterface
  interface Taker {
    void take(Block block);
  }

  static void read(Connection connection, String sql, Progress progress, Taker taker)
      throws SQLException, IOException {
    try (BufferAllocator memory = new RootAllocator();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery();
        ArrowReader reader =
            (ArrowReader) result.unwrap(DuckDBResultSet.class).arrowExportStream(memory, ROWS)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        progress.checkCancelled();
        taker.take(new Arrow(root));
      }
    }
  }

  private record Arrow(int rows, FieldVector[] columns) implements Block {
    Arrow(VectorSchemaRoot root) {
      this(root.getRowCount(), root.getFieldVectors().toArray(FieldVector[]::new));
    }

    @Override
    public long whole(int column, int row) {
      return ((BigIntVector) columns[column]).get(row);
    }

    @Override
    public double real(int column, int row) {
      return ((Float8Vector) columns[column]).get(row);
    }

    @Override
    public byte[] text(int column, int row) {
      return ((VarCharVector) columns[column]).get(row);
    }
  }
}
