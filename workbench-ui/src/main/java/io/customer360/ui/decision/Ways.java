package io.customer360.ui.decision;

import io.customer360.ui.text.Messages;
import java.util.Locale;

/// How something reaches a customer and where it is handed over, in words.
final class Ways {
  private Ways() {}

  static String channel(String stored) {
    return switch (stored) {
      case "email", "sms", "call", "phone", "post", "app", "push" ->
          Messages.text("decision.channel." + stored);
      default -> plain(stored);
    };
  }

  static String target(String stored) {
    return switch (stored) {
      case "webhook", "file" -> Messages.text("decision.target." + stored);
      default -> plain(stored);
    };
  }

  private static String plain(String stored) {
    String spaced = stored.replace('-', ' ').replace('_', ' ').strip();
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
