package io.customer360.identity;

import java.util.Locale;
import java.util.Map;

/// Compared fields as a person reads them.
final class Labels {
  private static final Map<String, String> WORDS =
      Map.of(
          "first_name", "Given name",
          "last_name", "Surname",
          "birth_date", "Born",
          "mailbox_id", "E-mail",
          "phone", "Phone",
          "address", "Street",
          "postcode", "Postcode",
          "city", "Town",
          "loyalty_number", "Loyalty id");

  private Labels() {}

  static String of(String field) {
    return switch (field) {
      case WeighedPair.PRIOR -> "Chance before comparing";
      case WeighedPair.HOME -> "Could be one home";
      default -> {
        String known = WORDS.get(field);
        if (known != null) {
          yield known;
        }
        String spaced = field.replace('_', ' ');
        yield spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
      }
    };
  }
}
