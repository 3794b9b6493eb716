package io.customer360.ingest.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The encodings a file may have, by the names used in mappings.
public final class Encodings {
  public static final String UTF_8 = "utf-8";
  public static final String UTF_16 = "utf-16";
  public static final String LATIN_1 = "latin-1";
  public static final String CP1252 = "cp1252";
  static final List<String> ALL = List.of(UTF_8, UTF_16, LATIN_1, CP1252);

  private Encodings() {}

  /// The Java charset of a name; empty for a name that is not known.
  public static Optional<Charset> charset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case UTF_8, "utf8" -> Optional.of(StandardCharsets.UTF_8);
      case UTF_16, "utf16" -> Optional.of(StandardCharsets.UTF_16);
      case LATIN_1, "latin1", "iso-8859-1" -> Optional.of(StandardCharsets.ISO_8859_1);
      case CP1252, "windows-1252" -> Optional.of(Charset.forName("windows-1252"));
      default -> Optional.empty();
    };
  }

  public static boolean utf8(String name) {
    return charset(name).filter(StandardCharsets.UTF_8::equals).isPresent();
  }
}
