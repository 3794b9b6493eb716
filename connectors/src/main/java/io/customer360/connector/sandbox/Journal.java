package io.customer360.connector.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// The receiver's memory: one line `id<TAB>times seen<TAB>SHA-256 of the body` an arrival, forced
/// to disk before the answer goes out, so that what was processed is known after any crash.
final class Journal implements AutoCloseable {
  private final FileChannel channel;
  private final Map<String, Integer> seen = new LinkedHashMap<>();
  private final List<String> processed = new ArrayList<>();
  private final AtomicLong written = new AtomicLong();
  private final ReentrantLock forcing = new ReentrantLock();
  private long forced;

  Journal(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          String[] parts = line.split("\t", -1);
          if (parts.length > 1 && !parts[0].isEmpty()) {
            int times = seen.merge(parts[0], 1, Integer::sum);
            if (times == 1 && parts.length > 2) {
              processed.add(parts[2]);
            }
          }
        }
      }
      this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Notes an arrival; true when it is the first of its id. On disk when it returns: arrivals at
  /// the same time share one forced write.
  boolean first(String id, String digest) {
    int times;
    long mine;
    synchronized (this) {
      times = seen.merge(id, 1, Integer::sum);
      try {
        ByteBuffer line =
            ByteBuffer.wrap(
                (id + "\t" + times + "\t" + digest + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
          channel.write(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      mine = written.incrementAndGet();
    }
    force(mine);
    return times == 1;
  }

  /// Returns when the line of this number is on disk.
  private void force(long number) {
    forcing.lock();
    try {
      if (forced < number) {
        long all = written.get();
        channel.force(false);
        forced = all;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      forcing.unlock();
    }
  }

  /// The bodies that had been processed when the journal was opened, one entry for each id.
  List<String> processedBefore() {
    return List.copyOf(processed);
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
