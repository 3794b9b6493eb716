package io.customer360.decision;

import org.jspecify.annotations.Nullable;

/// What the person changed before approving.
///
/// @param option rank of another option; 0 = the first
/// @param subject another subject, null = as rendered
/// @param body another text, null = as rendered
public record ApprovalEdit(int option, @Nullable String subject, @Nullable String body) {
  public static final ApprovalEdit NONE = new ApprovalEdit(0, null, null);
}
