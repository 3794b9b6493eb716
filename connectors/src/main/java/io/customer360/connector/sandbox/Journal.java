package io.customer360.connector.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// The receiver's memory: one line `id<TAB>times seen` an arrival, forced to disk before the answer
/// goes out, so that what was processed is known after any crash.
final class Journal implements AutoCloseable {
  private final FileChannel channel;
  private final Map<String, Integer> seen = new LinkedHashMap<>();

  Journal(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          int tab = line.indexOf('\t');
          if (tab > 0) {
            seen.merge(line.substring(0, tab), 1, Integer::sum);
          }
        }
      }
      this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Notes an arrival; true when it is the first of its id.
  synchronized boolean first(String id) {
    int times = seen.merge(id, 1, Integer::sum);
    try {
      ByteBuffer line =
          ByteBuffer.wrap((id + "\t" + times + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times == 1;
  }

  /// Arrivals by id, in order of first arrival.
  synchronized Map<String, Integer> arrivals() {
    return new LinkedHashMap<>(seen);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
