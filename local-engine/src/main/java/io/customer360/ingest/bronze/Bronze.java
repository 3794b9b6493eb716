package io.customer360.ingest.bronze;

import io.customer360.file.AtomicFile;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.lakehouse.Sql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bronze folder: `<dataset>/<landing>.parquet` as received, `<landing>.json` beside it. A
/// landing counts from the moment its manifest is there; a Parquet file of ours without one is the
/// rest of an import that was cut off.
public final class Bronze {
  private static final String TEMPORARY = ".part";
  private static final int RANGES = 5;

  /// The names landings get: when they came, and the start of their hash.
  private static final Pattern LANDING = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{8}(-\\d+)?");

  /// What a Parquet file begins and ends with.
  private static final String MAGIC = "PAR1";

  private final Path folder;

  public Bronze(Path folder) {
    this.folder = folder;
  }

  public Path parquet(String dataset, String landing) {
    return folder.resolve(dataset).resolve(landing + ".parquet");
  }

  public Path manifest(String dataset, String landing) {
    return folder.resolve(dataset).resolve(landing + ".json");
  }

  public Path temporary(String dataset, String landing, String what) {
    return folder.resolve(dataset).resolve(landing + "." + what + TEMPORARY);
  }

  public Scratch scratch(String dataset, String attempt) {
    prepare(dataset);
    return new Scratch(this, dataset, attempt);
  }

  /// As views name it: relative to the workspace, so that the folder can be moved.
  public static String relative(String dataset, String landing) {
    return "bronze/" + dataset + "/" + landing + ".parquet";
  }

  /// The manifest of a landing, named as [#relative].
  static String described(String dataset, String landing) {
    return "bronze/" + dataset + "/" + landing + ".json";
  }

  /// What is wrong with the rows of a landing, or null. Looks at both ends of the file: one that
  /// was copied by half lacks its end.
  public @Nullable String damage(String dataset, String landing) {
    Path file = parquet(dataset, landing);
    if (!Files.isRegularFile(file)) {
      return "is missing";
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < 3L * MAGIC.length()) {
        return "is damaged: it ends too early";
      }
      ByteBuffer end = read(channel, size - 2L * MAGIC.length(), 2 * MAGIC.length());
      long footer = Integer.toUnsignedLong(end.order(ByteOrder.LITTLE_ENDIAN).getInt());
      boolean whole =
          magic(read(channel, 0, MAGIC.length()))
              && magic(end)
              && footer > 0
              && footer <= size - 3L * MAGIC.length();
      return whole ? null : "is damaged: it is no whole Parquet file";
    } catch (IOException failure) {
      return "cannot be read: " + failure.getMessage();
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      continue;
    }
    return buffer.flip();
  }

  private static boolean magic(ByteBuffer bytes) {
    return StandardCharsets.US_ASCII.decode(bytes).toString().equals(MAGIC);
  }

  /// A relation with the raw columns, `_row_hash`, `_landing`, `_file` and `_line`.
  public static String relation(Manifest manifest, String file) {
    return relation(manifest.firstLine(), List.of(file));
  }

  /// The same over files of equal columns and equal first line.
  public static String relation(long firstLine, List<String> files) {
    String list = String.join(", ", files.stream().map(Sql::literal).toList());
    return firstLine == 0
        ? "(select * from read_parquet([" + list + "]))"
        : "(select *, file_row_number + "
            + firstLine
            + " as _line from read_parquet(["
            + list
            + "], file_row_number = true))";
  }

  /// An even sample of a landing's rows, read without touching the rest.
  public static String sample(Manifest manifest, String file, long wanted) {
    long rows = manifest.rows();
    if (rows <= wanted) {
      return relation(manifest, file);
    }
    String position = manifest.firstLine() == 0 ? "_line" : "file_row_number";
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < RANGES; i++) {
      long from = (rows - wanted / RANGES) / (RANGES - 1) * i;
      ranges.add(position + " between " + from + " and " + (from + wanted / RANGES));
    }
    String all = relation(manifest, file);
    return all.substring(0, all.length() - 1) + " where " + String.join(" or ", ranges) + ")";
  }

  private void prepare(String dataset) {
    try {
      Files.createDirectories(folder.resolve(dataset));
    } catch (IOException failure) {
      throw Faults.storage("Cannot make folder " + folder.resolve(dataset), failure);
    }
  }

  /// Makes the landing count: the rows first, then the manifest, each whole on disk before it gets
  /// its name.
  public void commit(Manifest manifest, Path rows) {
    try {
      AtomicFile.of(parquet(manifest.dataset(), manifest.landing())).durable().take(rows);
      byte[] json = manifest.json();
      AtomicFile.of(manifest(manifest.dataset(), manifest.landing()))
          .durable()
          .write(out -> out.write(json));
    } catch (IOException failure) {
      throw Faults.storage("Cannot write to " + folder, failure);
    }
  }

  public void delete(String dataset, String landing) {
    // The manifest goes first: without it the rest does not count.
    delete(manifest(dataset, landing));
    delete(parquet(dataset, landing));
  }

  public void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw Faults.storage("Cannot delete " + file, failure);
    }
  }

  /// Removes what imports that were cut off left behind, and nothing that is not their work.
  ///
  /// @param known landings the lake knows: their rows stay, whatever else of them is gone
  public void sweep(Set<String> known) {
    for (Path file : files()) {
      String name = Faults.name(file);
      if (name.endsWith(TEMPORARY)) {
        delete(file);
      } else if (name.endsWith(".parquet")) {
        String landing = name.substring(0, name.length() - ".parquet".length());
        if (LANDING.matcher(landing).matches()
            && !known.contains(landing)
            && !Files.exists(file.resolveSibling(landing + ".json"))) {
          delete(file);
        }
      }
    }
  }

  /// All landings that count, in the order they came, also those whose rows are gone.
  public List<Manifest> manifests() {
    List<Manifest> found = new ArrayList<>();
    for (Path file : files()) {
      String name = Faults.name(file);
      if (name.endsWith(".json")) {
        found.add(Manifest.read(file));
      }
    }
    found.sort(Comparator.comparingLong(Manifest::number));
    return found;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw Faults.storage("Cannot read " + folder, failure);
    }
  }
}
