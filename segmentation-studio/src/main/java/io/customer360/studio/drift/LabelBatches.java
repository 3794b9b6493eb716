package io.customer360.studio.drift;

import io.customer360.job.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.duckdb.DuckDBConnection;

/// The cluster of every customer as a table the database reads from memory in blocks: half the
/// work of appending row by row. The caller's thread only.
final class LabelBatches extends ArrowReader {
  /// As many rows as the database keeps in one group.
  private static final int ROWS = 122_880;

  private static final String NAME = "clustering_labels";

  private final Labelling labelling;
  private final Progress progress;
  private int done;

  private LabelBatches(BufferAllocator memory, Labelling labelling, Progress progress) {
    super(memory);
    this.labelling = labelling;
    this.progress = progress;
  }

  /// A statement that reads the table.
  @FunctionalInterface
  interface Use<T> {
    T of(String table) throws SQLException;
  }

  /// Gives the name of a table `(customer_id, cluster)`, which may be read once.
  static <T> T with(Connection connection, Labelling labelling, Progress progress, Use<T> use)
      throws SQLException, IOException {
    try (BufferAllocator memory = new RootAllocator();
        LabelBatches batches = new LabelBatches(memory, labelling, progress);
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(memory)) {
      Data.exportArrayStream(memory, batches, stream);
      connection.unwrap(DuckDBConnection.class).registerArrowStream(NAME, stream);
      try {
        return use.of(NAME);
      } catch (SQLException failure) {
        // The database only knows that the stream broke off.
        progress.checkCancelled();
        throw failure;
      }
    }
  }

  @Override
  protected Schema readSchema() {
    return new Schema(
        List.of(
            Field.notNullable("customer_id", new ArrowType.Utf8()),
            Field.notNullable("cluster", new ArrowType.Int(16, true))));
  }

  @Override
  public boolean loadNextBatch() throws IOException {
    prepareLoadNextBatch();
    progress.checkCancelled();
    int rows = Math.min(ROWS, labelling.labels().length - done);
    if (rows <= 0) {
      return false;
    }
    VectorSchemaRoot root = getVectorSchemaRoot();
    VarCharVector customers = (VarCharVector) root.getVector(0);
    SmallIntVector clusters = (SmallIntVector) root.getVector(1);
    customers.allocateNew(rows * 12L, rows);
    clusters.allocateNew(rows);
    for (int i = 0; i < rows; i++) {
      labelling.customer(done + i, customers, i);
      clusters.set(i, (short) labelling.labels()[done + i]);
    }
    root.setRowCount(rows);
    done += rows;
    return true;
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  protected void closeReadSource() {}
}
