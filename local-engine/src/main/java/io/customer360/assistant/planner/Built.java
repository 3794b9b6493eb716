package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Plan;
import org.jspecify.annotations.Nullable;

/// A plan, or why there is none.
///
/// @param problem one plain line; empty when there is a plan
record Built(@Nullable Plan plan, String problem) {
  static Built of(Plan plan) {
    return new Built(plan, "");
  }

  static Built refused(String problem) {
    return new Built(null, problem);
  }
}
