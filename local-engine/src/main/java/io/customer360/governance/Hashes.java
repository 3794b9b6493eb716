package io.customer360.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over text, and the link of the audit chain.
public final class Hashes {
  /// The hash before the first entry: 32 zero bytes.
  public static final String ZERO = "0".repeat(64);

  private static final HexFormat HEX = HexFormat.of();

  private Hashes() {}

  /// Lower-case hex of the UTF-8 bytes.
  public static String sha256(String text) {
    return HEX.formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// `SHA-256(previous || canonical)`.
  public static String chain(String previous, String canonical) {
    MessageDigest digest = digest();
    digest.update(HEX.parseHex(previous));
    return HEX.formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
