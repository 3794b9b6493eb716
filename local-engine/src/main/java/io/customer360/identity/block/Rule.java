package io.customer360.identity.block;

import org.jspecify.annotations.Nullable;

/// A blocking rule: one key, or two that must both agree.
record Rule(KeyPart first, @Nullable KeyPart second) {
  String label() {
    KeyPart other = second;
    return other == null ? first.label() : first.label() + " & " + other.label();
  }

  /// Whether a pair of one person would be brought by this rule.
  ///
  /// @param survives by part, whether its key survived in this pair
  boolean reaches(boolean[] survives, int firstAt, int secondAt) {
    return survives[firstAt] && (second == null || survives[secondAt]);
  }
}
