package io.customer360.lakehouse;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;

/// Reads an Arrow file as another program would.
final class ArrowFile {
  private ArrowFile() {}

  static long rows(Path file) throws IOException {
    long rows = 0;
    try (BufferAllocator memory = new RootAllocator();
        FileInputStream in = new FileInputStream(file.toFile());
        ArrowFileReader reader = new ArrowFileReader(in.getChannel(), memory)) {
      while (reader.loadNextBatch()) {
        rows += reader.getVectorSchemaRoot().getRowCount();
      }
    }
    return rows;
  }
}
