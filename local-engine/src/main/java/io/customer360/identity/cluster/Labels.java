package io.customer360.identity.cluster;

import io.customer360.identity.match.PairExplanation;
import java.util.Locale;
import java.util.Map;

/// Compared fields as a person reads them.
public final class Labels {
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

  public static final String START = "Chance before comparing";

  private Labels() {}

  public static String of(String field) {
    if (field.equals(PairExplanation.HOME)) {
      return "Could be one home";
    }
    String known = WORDS.get(field);
    if (known != null) {
      return known;
    }
    String spaced = field.replace('_', ' ');
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }

  /// The same within a sentence.
  public static String inSentence(String field) {
    String label = of(field);
    return label.equals("Born")
        ? "birth date"
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
