package io.customer360.ingest.file;

import io.customer360.ingest.mapping.Encodings;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.value.Guess;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The start of a text file and a few pieces further on, decoded.
///
/// @param text the start, without a mark of its encoding
/// @param more the pieces, each whole lines
/// @param whole whether the start is all of the file
public record TextHead(Guess<String> encoding, String text, String more, boolean whole) {
  private static final int LENGTH = 1 << 18;

  /// @param chosen the encoding to use, empty to guess it
  /// @throws io.customer360.fault.WorkbenchException when the file is empty or holds no text
  public static TextHead of(Path file, boolean gzip, Optional<String> chosen) {
    byte[] head = SourceFile.head(file, gzip, gzip ? LENGTH * 4 : LENGTH);
    if (head.length == 0) {
      throw Faults.empty(file);
    }
    boolean whole = head.length < LENGTH;
    var pieces = TextGuess.pieces(file, gzip, LENGTH);
    Guess<String> guess = TextGuess.encoding(head, pieces, whole);
    boolean wide = guess.value().equals(Encodings.UTF_16);
    if (!wide && binary(head)) {
      throw Faults.binary(file, head);
    }
    Guess<String> used = chosen.map(name -> new Guess<>(name, 1, "chosen")).orElse(guess);
    Charset charset = Encodings.charset(used.value()).orElse(StandardCharsets.UTF_8);
    String text = decode(head, charset);
    if (text.isBlank()) {
      throw Faults.empty(file);
    }
    StringBuilder more = new StringBuilder();
    if (!wide) {
      pieces.forEach(piece -> more.append(new String(piece, charset)));
    }
    return new TextHead(used, text, more.toString(), whole);
  }

  /// Whether the file holds JSON objects rather than fields.
  public boolean isJson() {
    return text.stripLeading().startsWith("{");
  }

  /// Lines above the table; none are looked for in a text of two bytes a letter.
  public Preamble preamble() {
    return encoding.value().equals(Encodings.UTF_16) ? Preamble.NONE : Preamble.of(text, whole);
  }

  private static String decode(byte[] head, Charset charset) {
    String text = new String(head, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean binary(byte[] head) {
    int odd = 0;
    for (byte value : head) {
      if (value == 0) {
        return true;
      }
      if (value > 0 && value < 32 && value != '\t' && value != '\n' && value != '\r') {
        odd++;
      }
    }
    return odd > head.length / 50;
  }
}
