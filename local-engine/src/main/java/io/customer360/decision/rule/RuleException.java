package io.customer360.decision.rule;

/// A rule that cannot be read: what is wrong, and where in its text.
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  RuleException(String text, int position, String problem) {
    super(problem + " at position " + (position + 1) + " of \"" + text + "\"");
    this.position = position;
  }

  /// Counted from 0.
  public int position() {
    return position;
  }
}
