package io.customer360.studio.words;

/// Something understood that rules cannot say.
final class NotARule extends Exception {
  private static final long serialVersionUID = 1L;

  NotARule(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
