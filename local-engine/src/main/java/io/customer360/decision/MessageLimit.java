package io.customer360.decision;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// How long a message may be: a body of 12,000 characters (code points), and subject and body
/// together 18,000 bytes as they are sent (JSON in UTF-8), so that with its envelope a delivery
/// stays under the 20 KB that receivers of webhooks take.
public final class MessageLimit {
  /// Of a body, in characters.
  public static final int CHARACTERS = 12_000;

  private static final int BYTES = 18_000;

  private MessageLimit() {}

  /// What is too long and by how much, empty when the message fits.
  public static Optional<String> why(String subject, String body) {
    int characters = body.codePointCount(0, body.length());
    if (characters > CHARACTERS) {
      return Optional.of(
          String.format(
              Locale.UK,
              "The message is %,d characters long and may be %,d. Shorten it by %,d.",
              characters,
              CHARACTERS,
              characters - CHARACTERS));
    }
    long bytes = bytes(subject) + bytes(body);
    if (bytes > BYTES) {
      long all = subject.codePointCount(0, subject.length()) + characters;
      return Optional.of(
          String.format(
              Locale.UK,
              "Subject and message are %,d characters long and take %,d bytes to send; %,d may be"
                  + " sent, about %,d such characters. Shorten them.",
              all,
              bytes,
              BYTES,
              all * BYTES / bytes / 10 * 10));
    }
    return Optional.empty();
  }

  private static long bytes(String text) {
    long escapes =
        text.chars()
            .mapToLong(
                c ->
                    switch (c) {
                      case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 1;
                      default -> c < 0x20 ? 5 : 0;
                    })
            .sum();
    return text.getBytes(StandardCharsets.UTF_8).length + escapes;
  }
}
