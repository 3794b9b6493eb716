package io.customer360.lakehouse;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/// Writes the rows of a guarded query to a file. The file is written under another name beside its
/// place and takes its name when complete.
final class QueryExport {
  private static final int BATCH = 64 * 1024;

  private final GuardedQuery query;

  QueryExport(GuardedQuery query) {
    this.query = query;
  }

  ExportReport write(String sql, ExportFormat format, Path file) {
    long began = System.nanoTime();
    Path target = file.toAbsolutePath().normalize();
    return query.run(
        sql,
        (connection, checked) -> {
          String whole = "from (" + checked + "\n)";
          Path parent = target.getParent();
          if (parent != null) {
            Files.createDirectories(parent);
          }
          Path next = target.resolveSibling("." + target.getFileName() + ".part");
          try {
            long rows =
                format == ExportFormat.ARROW
                    ? arrow(connection, whole, next)
                    : copy(connection, whole, format, next);
            move(next, target);
            return new ExportReport(target, format, rows, (System.nanoTime() - began) / 1e9);
          } finally {
            Files.deleteIfExists(next);
          }
        });
  }

  private static long copy(Connection connection, String sql, ExportFormat format, Path file)
      throws SQLException {
    String options =
        switch (format) {
          case CSV -> "format csv, header true";
          case JSON -> "format json, array true";
          case PARQUET -> "format parquet, compression zstd";
          case ARROW -> throw new IllegalArgumentException("Arrow files are written by Arrow");
        };
    return Rows.update(
        connection, "copy (" + sql + ") to " + Sql.literal(file.toString()) + " (" + options + ")");
  }

  private static long arrow(Connection connection, String sql, Path file)
      throws SQLException, IOException {
    long rows = 0;
    try (BufferAllocator memory = new RootAllocator();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery();
        ArrowReader reader =
            (ArrowReader) result.unwrap(DuckDBResultSet.class).arrowExportStream(memory, BATCH)) {
      VectorSchemaRoot batch = reader.getVectorSchemaRoot();
      try (FileOutputStream out = new FileOutputStream(file.toFile());
          ArrowFileWriter writer = new ArrowFileWriter(batch, null, out.getChannel())) {
        writer.start();
        while (reader.loadNextBatch()) {
          writer.writeBatch();
          rows += batch.getRowCount();
        }
        writer.end();
      }
    }
    return rows;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException simpleDisk) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
