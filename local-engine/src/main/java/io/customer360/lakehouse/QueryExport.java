package io.customer360.lakehouse;

import io.customer360.file.AtomicFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/// Writes the rows of a guarded query to a file that takes its name when complete.
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
          AtomicLong rows = new AtomicLong();
          AtomicFile.of(target)
              .<SQLException>fill(
                  aside ->
                      rows.set(
                          format == ExportFormat.ARROW
                              ? arrow(connection, whole, aside)
                              : copy(connection, whole, format, aside)));
          return new ExportReport(target, format, rows.get(), (System.nanoTime() - began) / 1e9);
        });
  }

  private static long copy(Connection connection, String sql, ExportFormat format, Path file)
      throws SQLException {
    String options =
        switch (format) {
          case CSV -> "format csv, header true, use_tmp_file false";
          case JSON -> "format json, array true, use_tmp_file false";
          case PARQUET -> "format parquet, compression zstd, use_tmp_file false";
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
}
