package io.customer360.assistant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How to ask.
///
/// @param overrides chip key to chosen [Choice#value]: the person changed a chip
/// @param model the local model to plan and narrate with; null for the built-in planner
/// @param rows how many rows of the table to carry in the answer; the total is always counted
/// @param narration called with each checked sentence of a model's narration as it streams in, on
///     the asking thread or a model's; never called by the built-in planner
public record AskOptions(
    Map<String, String> overrides, @Nullable String model, int rows, Consumer<String> narration) {
  public AskOptions {
    overrides = Map.copyOf(overrides);
    if (rows < 0) {
      throw new IllegalArgumentException("rows must not be negative: " + rows);
    }
  }

  /// The built-in planner, no changed chips, 200 rows.
  public static AskOptions plain() {
    return new AskOptions(Map.of(), null, 200, sentence -> {});
  }

  public AskOptions with(String chipKey, String value) {
    Map<String, String> changed = new LinkedHashMap<>(overrides);
    changed.put(chipKey, value);
    return new AskOptions(changed, model, rows, narration);
  }

  public AskOptions withModel(@Nullable String name) {
    return new AskOptions(overrides, name, rows, narration);
  }

  public AskOptions withRows(int limit) {
    return new AskOptions(overrides, model, limit, narration);
  }

  public AskOptions narrating(Consumer<String> listener) {
    return new AskOptions(overrides, model, rows, listener);
  }
}
