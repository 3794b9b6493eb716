package io.customer360.identity.standard;

/// What a column holds, as far as comparing two of its values is concerned.
public enum ColumnKind {
  GIVEN_NAME("given name"),
  SURNAME("surname"),
  FULL_NAME("full name"),
  /// A middle name, a maiden name: what only some records hold beside the first name and surname.
  FURTHER_NAME("further name"),
  DATE("date"),
  EMAIL("e-mail address"),
  PHONE("phone number"),
  POSTCODE("postcode"),
  ADDRESS("address line"),
  HOUSE_NUMBER("house number"),
  PLACE("place"),
  /// One of few values: sex, state, class.
  CATEGORY("category"),
  /// A word or two: an occupation, a make.
  WORD("word"),
  /// Several words: a title, a description.
  TEXT("text"),
  /// A number or code that is meant to be one thing's own.
  IDENTIFIER("identifier"),
  /// A quantity; near is alike.
  NUMBER("number");

  private final String words;

  ColumnKind(String words) {
    this.words = words;
  }

  /// In plain words: `given name`.
  public String words() {
    return words;
  }

  /// Several of them: `e-mail addresses`.
  String plural() {
    return words.endsWith("y")
        ? words.substring(0, words.length() - 1) + "ies"
        : words + (words.endsWith("s") ? "es" : "s");
  }
}
