package io.customer360.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs and verifies by Standard Webhooks 1.0.0: HMAC-SHA256 over `{id}.{unix seconds}.{body}`,
/// written `v1,<base 64>`; several, separated by blanks, while a secret is being rotated.
public final class WebhookSignature {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  /// How far the sender's clock may be off.
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private WebhookSignature() {}

  /// The `webhook-signature` header: one signature for each secret, the newest first.
  public static String sign(List<WebhookSecret> secrets, String id, Instant at, String body) {
    return secrets.stream()
        .map(secret -> "v1," + mac(secret, id, at.getEpochSecond(), body))
        .collect(Collectors.joining(" "));
  }

  /// Whether a received call is genuine and fresh. Compares in constant time.
  public static boolean verify(
      List<WebhookSecret> secrets,
      String id,
      String timestamp,
      String signatures,
      String body,
      Instant now) {
    long seconds;
    try {
      seconds = Long.parseLong(timestamp);
    } catch (NumberFormatException e) {
      return false;
    }
    if (Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    boolean genuine = false;
    for (String signature : signatures.split(" ", -1)) {
      for (WebhookSecret secret : secrets) {
        byte[] expected =
            ("v1," + mac(secret, id, seconds, body)).getBytes(StandardCharsets.US_ASCII);
        genuine |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return genuine;
  }

  private static String mac(WebhookSecret secret, String id, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.key(), "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      mac.update(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
