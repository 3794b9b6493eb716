package io.customer360.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps a second program out of a workspace and tells who is in it.
///
/// Decision: the operating system's file lock is the truth, because it goes away with its process
/// however that ends; the text in the file only names the holder. The locked byte lies far behind
/// the text, so that the text stays readable where locks are mandatory.
final class WorkspaceLock implements AutoCloseable {
  static final String FILE = "workspace.lock";
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;
  private final FileLock lock;

  private WorkspaceLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Takes the lock or names who holds it.
  static WorkspaceLock take(Path root, LockHolder self) {
    Path file = root.resolve(FILE);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder =
            read(channel).map(LockHolder::inWords).orElse("another program, which gave no name");
        channel.close();
        throw WorkbenchException.resource(
            "C360-WSP-001",
            "Workspace " + root + " is open in " + holder + ". Close it there, or use another.",
            null);
      }
      write(channel, self);
      return new WorkspaceLock(channel, lock);
    } catch (IOException failure) {
      closeQuietly(channel);
      throw WorkbenchException.resource(
          "C360-WSP-002", "Cannot lock workspace " + root + ": " + failure.getMessage(), failure);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException heldByThisProgram) {
      return null;
    }
  }

  private static void write(FileChannel channel, LockHolder self) throws IOException {
    String text = self.user() + "\n" + self.pid() + "\n" + self.since() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
    channel.force(true);
  }

  private static Optional<LockHolder> read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(512);
    channel.read(bytes, 0);
    String[] lines = new String(bytes.array(), 0, bytes.position(), UTF_8).split("\n", -1);
    if (lines.length < 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LockHolder(lines[0], Long.parseLong(lines[1]), Instant.parse(lines[2])));
    } catch (NumberFormatException | DateTimeParseException cut) {
      return Optional.empty();
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException ignored) {
        // The first failure is the one to tell.
      }
    }
  }

  /// Gives the workspace free. The file stays: deleting it would race with the next holder.
  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException gone) {
      closeQuietly(channel);
    }
  }
}
