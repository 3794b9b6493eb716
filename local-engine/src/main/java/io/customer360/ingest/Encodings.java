package io.customer360.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The encodings a file may have, by the names used in mappings.
final class Encodings {
  static final String UTF_8 = "utf-8";
  static final String UTF_16 = "utf-16";
  static final String LATIN_1 = "latin-1";
  static final String CP1252 = "cp1252";
  static final List<String> ALL = List.of(UTF_8, UTF_16, LATIN_1, CP1252);

  private Encodings() {}

  /// The Java charset of a name; empty for a name that is not known.
  static Optional<Charset> charset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case UTF_8, "utf8" -> Optional.of(StandardCharsets.UTF_8);
      case UTF_16, "utf16" -> Optional.of(StandardCharsets.UTF_16);
      case LATIN_1, "latin1", "iso-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
      case CP1252, "windows-1252" -> Optional.of(Charset.forName("windows-1252"));
      default -> Optional.empty();
    };
  }

  static boolean utf8(String name) {
    return charset(name).filter(StandardCharsets.UTF_8::equals).isPresent();
  }
}
