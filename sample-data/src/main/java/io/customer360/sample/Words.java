package io.customer360.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The word lists under `words/`: one entry a line, fields separated by `;`, `#` for remarks.
final class Words {
  private Words() {}

  /// All entries of a list, cut into their fields; the last field may hold `;`.
  static List<String[]> list(String name, int fields) {
    List<String[]> entries = new ArrayList<>();
    for (String line : text("words/" + name + ".txt").split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(line.split(";", fields));
      }
    }
    return entries;
  }

  /// A text resource of this package.
  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String name) {
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing from the program.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
