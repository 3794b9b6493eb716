package io.customer360.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts the texts of the sample beside its data: offers, knowledge documents, mappings.
final class Texts {
  private Texts() {}

  static void write(Path folder) throws IOException {
    for (String name : Words.text("texts.txt").split("\n", -1)) {
      if (!name.isBlank()) {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, Words.bytes(name));
      }
    }
    Path mappings = folder.resolve("mappings");
    Files.createDirectories(mappings);
    for (SourceFile file : SourceFile.values()) {
      Files.writeString(
          folder.resolve(mapping(file)), MappingText.of(file), StandardCharsets.UTF_8);
    }
  }

  /// Where the mapping of a file lies; the registers share one.
  static String mapping(SourceFile file) {
    return "mappings/" + MappingText.name(file) + ".yaml";
  }

  static SampleSummary summary(Path folder, Outputs outputs, Assembly assembly, double seconds)
      throws IOException {
    List<SampleSummary.WrittenFile> files = new ArrayList<>();
    long rows = 0;
    long bytes = 0;
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.skipped(i)) {
        continue;
      }
      Outputs.Output file = outputs.file(i);
      long size = Files.size(folder.resolve(file.path()));
      SourceFile form = file.form();
      files.add(
          new SampleSummary.WrittenFile(
              file.path(),
              file.source(),
              file.dataset(),
              form == null ? "" : mapping(form),
              assembly.rows(i),
              size));
      rows += form == null ? 0 : assembly.rows(i);
      bytes += size;
    }
    return new SampleSummary(files, rows, bytes, seconds);
  }
}
