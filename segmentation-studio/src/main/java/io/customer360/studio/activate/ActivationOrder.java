package io.customer360.studio.activate;

import io.customer360.fault.WorkbenchException;
import java.util.List;

/// What is to be sent where.
///
/// @param target the destination's name, as the outbox has it
/// @param channel by which people will be addressed there: `email`, `sms`, `post`, `call`, `push`
/// @param purpose of the consent: `marketing`
/// @param columns fields that go along
/// @param days after which what was not sent is not sent any more
public record ActivationOrder(
    String target, String channel, String purpose, List<String> columns, int days) {
  private static final List<String> CHANNELS = List.of("email", "sms", "call", "post", "push");

  public ActivationOrder {
    columns = List.copyOf(columns);
    if (!CHANNELS.contains(channel)) {
      throw WorkbenchException.user(
          "C360-SEG-064", "The channel is email, sms, call, post or push, not " + channel + ".");
    }
    if (days < 1 || days > 90) {
      throw WorkbenchException.user("C360-SEG-065", "An activation lasts 1 to 90 days.");
    }
  }

  /// The channel's name in the consents.
  String consentChannel() {
    return switch (channel) {
      case "call" -> "phone";
      case "push" -> "app";
      default -> channel;
    };
  }

  /// The customer's column that holds the address.
  String addressField() {
    return switch (channel) {
      case "sms", "call" -> "phone";
      case "post" -> "address";
      case "push" -> "customer_id";
      default -> "email";
    };
  }
}
