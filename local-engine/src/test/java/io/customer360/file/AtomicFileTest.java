package io.customer360.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path dir;

  @Test
  void aCrashWhileWritingLeavesTheOldTextAndALeftoverThatDoesNoHarm() throws IOException {
    Path file = dir.resolve("settings.json");
    AtomicFile.of(file).durable().text("old");
    Path crashed = Files.createDirectory(dir.resolve("crashed"));

    AtomicFile.of(file)
        .durable()
        .write(
            out -> {
              out.write(new byte[200_000]);
              // The disk as it would be if the program ended here.
              copyFiles(dir, crashed);
            });

    Path survived = crashed.resolve("settings.json");
    assertThat(survived).hasContent("old");
    assertThat(names(crashed)).containsExactly(".settings.json.part", "settings.json");
    assertThat(Files.size(crashed.resolve(".settings.json.part"))).isPositive();

    AtomicFile.of(survived).text("new");
    assertThat(survived).hasContent("new");

    AtomicFile.sweep(crashed);
    assertThat(names(crashed)).containsExactly("settings.json");
  }

  @Test
  void aWriteThatFailsLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(dir.resolve("pairs.csv"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.of(file)
                    .write(
                        out -> {
                          out.write("half".getBytes(StandardCharsets.UTF_8));
                          throw new IOException("the disk is full");
                        }))
        .hasMessage("the disk is full");
    assertThatThrownBy(
            () ->
                AtomicFile.of(file)
                    .fill(
                        aside -> {
                          Files.writeString(aside, "half");
                          throw new IllegalStateException("cancelled");
                        }))
        .hasMessage("cancelled");
    assertThat(file).hasContent("old");
    assertThat(names(dir)).containsExactly("pairs.csv");
  }

  @Test
  void theFirstWriteOfARunSweepsWhatIsLongAbandoned() throws IOException {
    Path old = Files.writeString(dir.resolve(".labels.csv.part"), "half");
    Path young = Files.writeString(dir.resolve(".other.csv.part"), "another program writes this");
    Path person = Files.writeString(dir.resolve("mine.part"), "a file of a person");
    FileTime longAgo =
        FileTime.from(Files.getLastModifiedTime(young).toInstant().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(old, longAgo);
    Files.setLastModifiedTime(person, longAgo);

    AtomicFile.of(dir.resolve("new.csv")).text("whole");

    assertThat(names(dir)).containsExactly(".other.csv.part", "mine.part", "new.csv");
  }

  @Test
  void writersOfOneFileNeverMix() throws Exception {
    Path file = dir.resolve("segment.yaml");
    CyclicBarrier bothInside = new CyclicBarrier(2);
    try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
      List<Future<?>> all =
          Stream.of("a", "b")
              .<Future<?>>map(
                  letter ->
                      writers.submit(
                          () -> {
                            AtomicFile.of(file)
                                .<Exception>fill(
                                    aside -> {
                                      Files.writeString(aside, letter.repeat(1_000));
                                      bothInside.await();
                                      Files.writeString(aside, letter.repeat(5_000));
                                    });
                            return letter;
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(Files.readString(file)).matches("a{5000}|b{5000}");
    assertThat(names(dir)).containsExactly("segment.yaml");
  }

  @Test
  void aSecretIsItsOwnersFromTheFirstByteOn() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = dir.resolve("secrets.p12");
    AtomicFile.of(file)
        .ownerOnly()
        .fill(
            aside ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)))
                    .isEqualTo("rw-------"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> inside = Files.list(from)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
