package io.customer360.decision;

import java.util.List;
import java.util.Map;

/// What came of approving many proposals at once.
///
/// @param approved in the order they were asked for
/// @param refused by decision id, why it was left as it is; the others are not touched by it
public record BatchApproval(List<ApprovalResult> approved, Map<String, String> refused) {}
