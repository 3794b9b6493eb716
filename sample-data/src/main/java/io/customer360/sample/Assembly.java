package io.customer360.sample;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Puts blocks on disk in their order, and knows on which line each row ends up.
final class Assembly implements Closeable {
  private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final Path folder;
  private final Outputs outputs;
  private final @Nullable OutputStream[] streams;
  private final long[] rows;
  private final long[] sizes;
  private final @Nullable CRC32[] sums;

  /// @param wanted by number whether a file is written at all
  Assembly(Path folder, Outputs outputs, IntPredicate wanted) throws IOException {
    this.folder = folder;
    this.outputs = outputs;
    this.streams = new OutputStream[outputs.size()];
    this.rows = new long[outputs.size()];
    this.sizes = new long[outputs.size()];
    this.sums = new CRC32[outputs.size()];
    for (int i = 0; i < outputs.size(); i++) {
      if (!outputs.skipped(i) && wanted.test(i)) {
        open(i);
      }
    }
  }

  private void open(int index) throws IOException {
    Outputs.Output file = outputs.file(index);
    Path path = folder.resolve(file.path());
    Files.createDirectories(path.getParent());
    OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    streams[index] = stream;
    if (file.gzip()) {
      sums[index] = new CRC32();
      stream.write(GZIP_HEAD);
    } else {
      stream.write(
          file.header()
              .getBytes(file.latin() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }
  }

  /// A block ready for the disk: for compressed files the packed bytes beside the plain ones.
  record Packed(Block block, byte[] @Nullable [] packed) {}

  /// Does the work on a block that needs no order; for the threads that fill blocks.
  Packed pack(Block block) {
    byte[][] packed = new byte[outputs.size()][];
    for (int i = 0; i < outputs.size(); i++) {
      Text text = block.texts()[i];
      if (text != null && outputs.file(i).gzip()) {
        packed[i] = deflate(text);
      }
    }
    return new Packed(block, packed);
  }

  /// Raw deflate, ended on a byte, so that the pieces of all blocks make one stream.
  private static byte[] deflate(Text text) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(text.bytes(), 0, text.length());
      Text out = new Text(text.length() / 3 + 64, false);
      byte[] buffer = new byte[1 << 15];
      while (true) {
        int count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        out.add(buffer, count);
        if (count < buffer.length) {
          return out.copy();
        }
      }
    }
  }

  /// Writes the next block.
  void add(Packed packed) throws IOException {
    Block block = packed.block();
    Text anomalies = block.at(Truth.ANOMALIES);
    for (Block.Planted planted : block.planted) {
      Outputs.Output file = outputs.file(planted.file());
      long line = rows[planted.file()] + planted.row() + (file.header().isEmpty() ? 0 : 1);
      anomalies.add(file.path()).add(',').add(line).add(',').add(planted.kind()).add(',');
      anomalies.add(planted.value()).end();
    }
    for (int i = 0; i < outputs.size(); i++) {
      Text text = block.texts()[i];
      OutputStream stream = streams[i];
      if (text == null || stream == null) {
        continue;
      }
      rows[i] += text.rows();
      CRC32 sum = sums[i];
      byte[] small = packed.packed()[i];
      if (sum != null && small != null) {
        sum.update(text.bytes(), 0, text.length());
        sizes[i] += text.length();
        stream.write(small);
      } else {
        stream.write(text.bytes(), 0, text.length());
      }
    }
  }

  /// Rows written to a file.
  long rows(int index) {
    return rows[index];
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (int i = 0; i < streams.length; i++) {
      OutputStream stream = streams[i];
      if (stream == null) {
        continue;
      }
      try (stream) {
        CRC32 sum = sums[i];
        if (sum != null) {
          stream.write(new byte[] {3, 0});
          little(stream, sum.getValue());
          little(stream, sizes[i]);
        }
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void little(OutputStream stream, long value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      stream.write((int) (value >>> shift) & 0xff);
    }
  }
}
