package io.customer360.connector.webhook;

import io.customer360.fault.WorkbenchException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// A shared secret: `whsec_` and 24 to 64 bytes in base 64. Never prints itself.
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  public static WebhookSecret of(String text) {
    if (!text.startsWith(PREFIX)) {
      throw WorkbenchException.user(
          "C360-HOOK-001", "A webhook secret starts with whsec_; this one does not.");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw WorkbenchException.user(
          "C360-HOOK-002", "The webhook secret is not base 64 after whsec_.");
    }
    if (key.length < 24 || key.length > 64) {
      throw WorkbenchException.user(
          "C360-HOOK-003", "A webhook secret has 24 to 64 bytes; this one has " + key.length + ".");
    }
    return new WebhookSecret(key);
  }

  public static WebhookSecret random(SecureRandom random) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  /// The secret as text, for the key store and for showing it once to its owner.
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  byte[] key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && Arrays.equals(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
