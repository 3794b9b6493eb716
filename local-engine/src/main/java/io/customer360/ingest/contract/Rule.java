package io.customer360.ingest.contract;

/// One compiled promise.
///
/// @param kind what sort of promise it is, for hints
/// @param words as shown: `must be -500 to 500`
/// @param broken SQL over canonical columns and texts that is true for a row that breaks it
public record Rule(String field, Kind kind, String words, String broken) {
  /// The sorts of promise.
  public enum Kind {
    TYPE("type"),
    REQUIRED("required"),
    RANGE("range"),
    AFTER("after"),
    NOT_IN_FUTURE("not_in_future"),
    CODES("codes"),
    ONE_OF("one_of"),
    PATTERN("pattern"),
    KNOWN("known"),
    SHAPE("shape");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
