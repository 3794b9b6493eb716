package io.customer360.studio.rule;

import io.customer360.fault.WorkbenchException;

/// A rule that makes no sense, in words.
public final class RuleFault {
  private RuleFault() {}

  static WorkbenchException of(String what) {
    return WorkbenchException.user("C360-SEG-020", "The rule cannot be used: " + what + ".");
  }

  /// @param place the rule's place in the tree: `2.1` is the first of the second
  public static WorkbenchException at(String place, String what) {
    return WorkbenchException.user(
        "C360-SEG-021", (place.isEmpty() ? "The rule: " : "Rule " + place + ": ") + what + ".");
  }
}
