package io.customer360.decision;

/// Why a person said no, by one key. All but OTHER and TIMING lower the action for like customers.
public enum RejectReason {
  WRONG_CUSTOMER('W', "Not right for this customer"),
  WRONG_ACTION('A', "Another action is better"),
  WRONG_MESSAGE('M', "The message is not good"),
  TOO_COSTLY('C', "Costs too much"),
  TIMING('T', "Not now"),
  ALREADY_HANDLED('H', "Already taken care of"),
  BAD_DATA('D', "The facts are wrong"),
  OTHER('O', "Something else");

  private final char key;
  private final String words;

  RejectReason(char key, String words) {
    this.key = key;
    this.words = words;
  }

  public char key() {
    return key;
  }

  public String words() {
    return words;
  }

  /// Whether it speaks against the action for customers like this one.
  public boolean teaches() {
    return switch (this) {
      case WRONG_CUSTOMER, WRONG_ACTION, WRONG_MESSAGE, TOO_COSTLY -> true;
      case TIMING, ALREADY_HANDLED, BAD_DATA, OTHER -> false;
    };
  }
}
