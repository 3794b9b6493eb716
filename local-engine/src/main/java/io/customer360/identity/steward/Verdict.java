package io.customer360.identity.steward;

import io.customer360.fault.WorkbenchException;

/// What a person says of two records.
public enum Verdict {
  /// One person; they are joined whatever the rules say.
  MATCH("match"),
  /// Two people; nothing joins them.
  NOT_A_MATCH("not"),
  /// Cannot be told from what is there; asked again when either record changes.
  UNSURE("unsure");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /// As stored and as typed on the command line.
  public String id() {
    return id;
  }

  /// Throws a user error for anything but `match`, `not` and `unsure`.
  public static Verdict of(String id) {
    for (Verdict verdict : values()) {
      if (verdict.id.equals(id)) {
        return verdict;
      }
    }
    throw WorkbenchException.user(
        "C360-IDN-010", "A verdict is match, not or unsure, and not \"" + id + "\".");
  }
}
