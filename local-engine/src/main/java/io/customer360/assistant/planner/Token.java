package io.customer360.assistant.planner;

/// A word, number or sign of a question.
///
/// @param text as written
/// @param start offset into the question
/// @param end offset after it
/// @param norm lower case, without accents
/// @param stem `norm` without plural endings, for matching
/// @param number the value of a number; NaN otherwise
/// @param mark what stood at a number: `£`, `%`, `k` is already applied; empty for none
/// @param corrected the word as it was written when the spelling was mended; empty otherwise
record Token(
    String text,
    int start,
    int end,
    Kind kind,
    String norm,
    String stem,
    double number,
    String mark,
    String corrected) {
  enum Kind {
    WORD,
    NUMBER,
    /// `C-004711`.
    CUSTOMER_ID,
    /// `2026-09-21`, `21/09/2026`, `21.09.2026`; `norm` is the ISO form.
    DATE,
    /// `>=`, `<`.
    SIGN,
    COMMA
  }

  boolean is(String... words) {
    for (String word : words) {
      if (norm.equals(word)) {
        return true;
      }
    }
    return false;
  }

  Token readAs(String word) {
    return new Token(text, start, end, kind, word, Tokenizer.stem(word), number, mark, text);
  }
}
