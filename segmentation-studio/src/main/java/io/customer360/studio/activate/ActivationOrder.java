package io.customer360.studio.activate;

import io.customer360.fault.WorkbenchException;
import java.util.List;
import java.util.Map;

/// What is to be sent where.
///
/// @param target the destination's name, as the outbox has it
/// @param channel by which people will be addressed there: `email`, `sms`, `post`, `call`, `push`
/// @param purpose of the consent: `marketing`
/// @param columns fields that go along
/// @param days after which what was not sent is not sent any more
public record ActivationOrder(
    String target, String channel, String purpose, List<String> columns, int days) {
  /// Channels to the consent's word for them and to the field with the address.
  private static final Map<String, String[]> CHANNELS =
      Map.of(
          "email", new String[] {"email", "email"},
          "sms", new String[] {"sms", "phone"},
          "call", new String[] {"phone", "phone"},
          "post", new String[] {"post", "address"},
          "push", new String[] {"app", "customer_id"});

  public ActivationOrder {
    columns = List.copyOf(columns);
    if (!CHANNELS.containsKey(channel)) {
      throw WorkbenchException.user(
          "C360-SEG-064", "The channel is email, sms, call, post or push, not " + channel + ".");
    }
    if (days < 1 || days > 90) {
      throw WorkbenchException.user("C360-SEG-065", "An activation lasts 1 to 90 days.");
    }
  }

  String consentChannel() {
    return CHANNELS.get(channel)[0];
  }

  String addressField() {
    return CHANNELS.get(channel)[1];
  }
}
