package io.customer360.identity.household;

/// What two customers have in common, the left id being the smaller.
///
/// @param value the shared value as a person reads it: an address, a phone number, a card
public record Tie(String left, String right, Kind kind, String value) {
  /// On what a tie rests. A shared device alone is none: libraries, shops and schools have many
  /// users.
  public enum Kind {
    /// The same address and postcode and the same last name.
    ADDRESS("address", "live at"),
    /// The same phone and the same postcode.
    PHONE("phone", "share the phone"),
    /// The same loyalty account, or another contract, in two names.
    ACCOUNT("account", "share the account");

    private final String id;
    private final String words;

    Kind(String id, String words) {
      this.id = id;
      this.words = words;
    }

    /// As in `gold.household_tie.kind`.
    public String id() {
      return id;
    }

    /// `live at`, to be followed by the value.
    public String words() {
      return words;
    }

    static Kind of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("Unknown tie " + id);
    }
  }
}
