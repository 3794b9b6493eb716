package io.customer360.identity.rules;

import io.customer360.fault.WorkbenchException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A kind of identifier that joins records by itself, in the order in which they are applied unless
/// a company sets another.
public enum IdentifierKind {
  LOYALTY("loyalty id", "loyalty"),
  EMAIL("e-mail", "email"),
  PHONE("phone", "phone");

  private final String id;
  private final String word;

  IdentifierKind(String id, String word) {
    this.id = id;
    this.word = word;
  }

  /// As tables hold it and people read it.
  public String id() {
    return id;
  }

  /// As settings and the command line name it.
  public String word() {
    return word;
  }

  /// The column of a staged record that holds it in the form that is compared.
  public String key() {
    return word + "_key";
  }

  /// The column that says whether it says nothing about who somebody is.
  public String placeholder() {
    return word + "_placeholder";
  }

  /// Throws a user error for another word.
  public static IdentifierKind of(String text) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(asked) || kind.id.equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-IDN-030",
                    "\""
                        + text.strip()
                        + "\" is no kind of identifier. The kinds are: "
                        + Arrays.stream(values())
                            .map(IdentifierKind::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /// Throws a user error where a value cannot be one of this kind.
  String checked(String value) {
    String plain = value.strip();
    boolean possible =
        switch (this) {
          case LOYALTY -> plain.codePoints().anyMatch(Character::isLetterOrDigit);
          case EMAIL -> plain.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}");
          case PHONE -> {
            long digits = plain.codePoints().filter(Character::isDigit).count();
            yield digits >= 8 && digits <= 15 && !plain.matches(".*\\p{L}.*");
          }
        };
    if (!possible || plain.contains(",")) {
      throw WorkbenchException.user(
          "C360-IDN-031",
          "\""
              + plain
              + "\" is no "
              + id
              + ". "
              + switch (this) {
                case LOYALTY -> "Give one as it stands in the data, without a comma.";
                case EMAIL -> "Give one such as info@example.com.";
                case PHONE -> "Give one with its country, such as +441614960000.";
              });
    }
    return plain;
  }
}
