package io.customer360.governance;

import io.customer360.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// SHA-256 over text, and the link of the audit chain.
public final class Hashes {
  /// The hash before the first entry: 32 zero bytes.
  public static final String ZERO = "0".repeat(64);

  private static final HexFormat HEX = HexFormat.of();

  private Hashes() {}

  /// Lower-case hex of the UTF-8 bytes.
  public static String sha256(String text) {
    return HEX.formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// `SHA-256(previous || canonical)`.
  public static String chain(String previous, String canonical) {
    MessageDigest digest = Sha256.digest();
    digest.update(HEX.parseHex(previous));
    return HEX.formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}
