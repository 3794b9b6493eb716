package io.customer360.ingest.mapping;

import io.customer360.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The mappings of a workspace: `mappings/<name>.yaml` is the newest revision of each, earlier ones
/// are kept as `mappings/history/<name>.<revision>.yaml`.
public final class MappingStore {
  private final Path folder;
  private final MappingText text = new MappingText();

  public MappingStore(Path folder) {
    this.folder = folder;
  }

  public Optional<Mapping> newest(String name) {
    Path file = folder.resolve(name + ".yaml");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  public Mapping read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Faults.mapping(file.toString(), "there is no such file");
    }
    try {
      return text.parse(Files.readString(file), file.toString());
    } catch (IOException failure) {
      throw Faults.mapping(file.toString(), "it cannot be read as text");
    }
  }

  public List<Mapping> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Mapping> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .forEach(file -> found.add(read(file)));
    } catch (IOException failure) {
      throw Faults.storage("Cannot read " + folder, failure);
    }
    found.sort(Comparator.comparing(Mapping::name));
    return List.copyOf(found);
  }

  /// What [#keep] would return, keeping nothing.
  public Mapping numbered(Mapping mapping) {
    Optional<Mapping> current = newest(mapping.name());
    if (current.isEmpty()) {
      return revised(mapping, Math.max(1, mapping.revision()), mapping.fixes());
    }
    // Fixes belong to the workspace: a text without them does not take them back.
    List<MappingFix> fixes = mapping.fixes().isEmpty() ? current.get().fixes() : mapping.fixes();
    Mapping same = revised(mapping, current.get().revision(), fixes);
    return same.equals(current.get())
        ? current.get()
        : revised(mapping, current.get().revision() + 1, fixes);
  }

  /// Makes the mapping the newest of its name. An unchanged one keeps its revision.
  public Mapping keep(Mapping mapping) {
    Mapping next = numbered(mapping);
    Optional<Mapping> current = newest(mapping.name());
    if (current.isPresent() && current.get().equals(next)) {
      return next;
    }
    try {
      Files.createDirectories(folder.resolve("history"));
      Path file = folder.resolve(mapping.name() + ".yaml");
      if (current.isPresent()) {
        Files.copy(
            file,
            folder
                .resolve("history")
                .resolve(mapping.name() + "." + current.get().revision() + ".yaml"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      AtomicFile.of(file).durable().text(text.write(next));
    } catch (IOException failure) {
      throw Faults.storage("Cannot write mapping " + mapping.name(), failure);
    }
    return next;
  }

  private static Mapping revised(Mapping mapping, int revision, List<MappingFix> fixes) {
    return new Mapping(
        mapping.name(),
        revision,
        mapping.dataset(),
        mapping.source(),
        mapping.options(),
        mapping.key(),
        mapping.columns(),
        fixes);
  }

  public static Mapping withFix(Mapping mapping, MappingFix fix) {
    List<MappingFix> fixes = new ArrayList<>(mapping.fixes());
    fixes.add(fix);
    return revised(mapping, mapping.revision(), List.copyOf(fixes));
  }
}
