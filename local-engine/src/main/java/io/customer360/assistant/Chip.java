package io.customer360.assistant;

import java.util.List;

/// A part of the question as it was understood: `at risk` - `churn risk ≥ 0.60`.
///
/// @param key stable within the question; used in [AskOptions#overrides]
/// @param label the muted part, mostly the person's own words; may be empty
/// @param words what it was taken to mean
/// @param value the current choice's value
/// @param alternatives other meanings, the current one among them; with fewer than two the chip
///     cannot be edited
public record Chip(
    String key, String label, String words, String value, List<Choice> alternatives) {
  public Chip {
    alternatives = List.copyOf(alternatives);
  }

  public boolean editable() {
    return alternatives.size() > 1;
  }
}
