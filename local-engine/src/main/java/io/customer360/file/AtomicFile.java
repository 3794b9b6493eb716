package io.customer360.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A file that is there whole or not at all: it is written aside, under a name no reader looks for,
/// and takes its own in one step. Who reads it sees the old text or the new one. When the writing
/// fails nothing is left; when the program is killed in it, a leftover `.NAME.part` is, which
/// nobody reads and [#sweep] removes, as does the first write into the folder by a later run.
///
/// ```java
/// AtomicFile.of(folder.resolve("settings.json")).durable().text(json);
/// AtomicFile.of(labels).write(out -> out.write(bytes));
/// ```
///
/// Two writers of one file never mix, in one process or two: each has its own name aside.
public final class AtomicFile {
  private static final String END = ".part";
  private static final int MOST_WRITERS = 1_000;

  /// Nobody writes at one file for so long; a younger leftover may be another program's work.
  private static final Duration ABANDONED = Duration.ofDays(1);

  /// Folders this run has rid of what earlier runs left.
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final boolean durable;
  private final boolean ownerOnly;

  private AtomicFile(Path file, boolean durable, boolean ownerOnly) {
    this.file = file;
    this.durable = durable;
    this.ownerOnly = ownerOnly;
  }

  public static AtomicFile of(Path file) {
    return new AtomicFile(file.toAbsolutePath(), false, false);
  }

  /// With a text that outlives a power cut: it is on the disk before it takes its name, and the
  /// name before [#write] returns. For what cannot be made again.
  public AtomicFile durable() {
    return new AtomicFile(file, true, ownerOnly);
  }

  /// Readable and writable by its owner alone from its first byte on, where the disk knows owners.
  public AtomicFile ownerOnly() {
    return new AtomicFile(file, durable, true);
  }

  /// What writes a file's bytes.
  @FunctionalInterface
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  /// What writes a file by its path, where something else than Java does the writing.
  @FunctionalInterface
  public interface Filler<E extends Exception> {
    void fill(Path aside) throws IOException, E;
  }

  public void text(String text) throws IOException {
    write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public void write(Body body) throws IOException {
    this.<RuntimeException>fill(
        aside -> {
          try (OutputStream out =
              new BufferedOutputStream(
                  Files.newOutputStream(
                      aside, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                  1 << 16)) {
            body.write(out);
          }
        });
  }

  /// Has an empty file filled that then takes the name.
  public <E extends Exception> void fill(Filler<E> filler) throws IOException, E {
    Path aside = aside();
    boolean taken = false;
    try {
      filler.fill(aside);
      take(aside);
      taken = true;
    } finally {
      // Once taken, the name aside is free for the next writer and no longer ours to remove.
      if (!taken) {
        remove(aside);
      }
    }
  }

  /// Gives the name to a file in the same folder that is written already.
  public void take(Path written) throws IOException {
    if (durable) {
      force(written, StandardOpenOption.WRITE);
    }
    try {
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException simpleDisk) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
    if (durable) {
      forceFolder();
    }
  }

  private Path aside() throws IOException {
    for (int writer = 0; writer < MOST_WRITERS; writer++) {
      Path aside =
          file.resolveSibling("." + file.getFileName() + (writer == 0 ? "" : "." + writer) + END);
      try {
        Files.createFile(aside, attributes());
      } catch (FileAlreadyExistsException anotherWriter) {
        continue;
      }
      if (SWEPT.add(folder())) {
        sweepBefore(aside);
      }
      return aside;
    }
    throw new FileAlreadyExistsException(
        file.toString(), null, "too many unfinished files of this name beside it");
  }

  private static void remove(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException kept) {
      // What failed before is what has to be told; this is a leftover as after a crash.
      return;
    }
  }

  private FileAttribute<?>[] attributes() {
    return ownerOnly && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private Path folder() {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  /// Ages are told by the disk's own clock, which may be another computer's.
  private void sweepBefore(Path youngest) {
    try {
      long now = Files.getLastModifiedTime(youngest).toMillis();
      sweep(folder(), now - ABANDONED.toMillis());
    } catch (IOException unreadable) {
      // A folder that may be written to but not listed: the leftovers harm nobody.
      return;
    }
  }

  /// Removes what writers left in a folder, not in those within, that nobody else writes to now.
  public static void sweep(Path folder) throws IOException {
    sweep(folder, Long.MAX_VALUE);
  }

  private static void sweep(Path folder, long until) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : inside.filter(AtomicFile::isLeftover).toList()) {
        try {
          BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
          if (found.isRegularFile() && found.lastModifiedTime().toMillis() <= until) {
            Files.deleteIfExists(path);
          }
        } catch (NoSuchFileException finished) {
          // Its writer was quicker.
          continue;
        }
      }
    }
  }

  /// Whether a path is what a write that was cut off leaves.
  public static boolean isLeftover(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".") && name.toString().endsWith(END);
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private void forceFolder() {
    try {
      force(folder(), StandardOpenOption.READ);
    } catch (IOException unsupported) {
      // Windows cannot force a folder; its renames are durable without it.
      return;
    }
  }
}
