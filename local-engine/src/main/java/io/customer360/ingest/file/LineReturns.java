package io.customer360.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Text whose lines end in a carriage return alone, as some programs still save it, read with line
/// feeds.
final class LineReturns extends FilterInputStream {
  private static final int HEAD = 1 << 16;

  LineReturns(InputStream in) {
    super(in);
  }

  /// Whether a text of single bytes or UTF-8 has such lines.
  static boolean endLines(Path file, boolean gzip) {
    boolean returns = false;
    for (byte value : SourceFile.head(file, gzip, HEAD)) {
      if (value == '\n') {
        return false;
      }
      returns |= value == '\r';
    }
    return returns;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    return value == '\r' ? '\n' : value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      if (buffer[i] == '\r') {
        buffer[i] = '\n';
      }
    }
    return read;
  }
}
