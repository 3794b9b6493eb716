package io.customer360.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a measurement works: a folder that somebody named and that stays, or one of its own that
/// goes with all that is in it.
public final class WorkFolder implements AutoCloseable {
  private final Path path;
  private final boolean own;

  private WorkFolder(Path path, boolean own) {
    this.path = path;
    this.own = own;
  }

  /// The folder named; without one, a new one of its own.
  public static WorkFolder of(@Nullable Path named) throws IOException {
    return named == null
        ? new WorkFolder(Files.createTempDirectory("customer360-bench"), true)
        : new WorkFolder(Files.createDirectories(named), false);
  }

  /// A new one of its own inside `parent`.
  static WorkFolder inside(Path parent, String name) throws IOException {
    return new WorkFolder(Files.createTempDirectory(parent, name), true);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (!own) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
