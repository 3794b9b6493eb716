package io.customer360.assistant;

import org.jspecify.annotations.Nullable;

/// Who planned the answer.
///
/// @param model the local model's name, null for the built-in planner
/// @param digest the model's content digest, null for the built-in planner
/// @param note a plain word when something fell back: `llama3.2 stopped answering; the built-in
///     planner answered.`; empty when all went as asked
public record PlannerUsed(@Nullable String model, @Nullable String digest, String note) {
  public static final PlannerUsed BUILT_IN = new PlannerUsed(null, null, "");

  /// `Built-in planner`, or the model's name.
  public String words() {
    return model == null ? "Built-in planner" : model;
  }
}
