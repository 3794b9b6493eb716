package io.customer360.studio.sql;

/// Says inside this package why a part of a SQL text is not a rule.
final class NotShown extends Exception {
  private static final long serialVersionUID = 1L;

  NotShown(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
