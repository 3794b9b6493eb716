package io.customer360.decision.rule;

/// The type of a fact or of an expression.
public enum FactType {
  NUMBER,
  TEXT,
  YES_NO,
  LIST;

  String words() {
    return switch (this) {
      case NUMBER -> "a number";
      case TEXT -> "a text";
      case YES_NO -> "yes or no";
      case LIST -> "a list";
    };
  }
}
