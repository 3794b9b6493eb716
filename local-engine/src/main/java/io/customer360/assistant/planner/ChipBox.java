package io.customer360.assistant.planner;

import io.customer360.assistant.Chip;
import io.customer360.assistant.Choice;
import io.customer360.fault.WorkbenchException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Collects the chips of one question and answers which alternative a person chose.
final class ChipBox {
  static final String OFF = "off";

  private record At(int position, Chip chip) {}

  private final Map<String, String> overrides;
  private final List<At> chips = new ArrayList<>();

  ChipBox(Map<String, String> overrides) {
    this.overrides = overrides;
  }

  /// What was chosen for a chip, or the question's own meaning.
  String chosen(String key, String own) {
    return overrides.getOrDefault(key, own);
  }

  boolean changed(String key) {
    return overrides.containsKey(key);
  }

  double chosenNumber(String key, double own) {
    String chosen = overrides.get(key);
    if (chosen == null) {
      return own;
    }
    try {
      return Double.parseDouble(chosen);
    } catch (NumberFormatException e) {
      throw WorkbenchException.user(
          "C360-ASK-010", "The chip " + key + " takes a number, not \"" + chosen + "\".");
    }
  }

  void add(
      int position, String key, String label, String words, String value, List<Choice> choices) {
    if (chips.stream().noneMatch(c -> c.chip().key().equals(key))) {
      chips.add(new At(position, new Chip(key, label, words, value, choices)));
    }
  }

  void fixed(int position, String key, String label, String words) {
    add(position, key, label, words, "", List.of());
  }

  List<Chip> inOrder() {
    return chips.stream().sorted(Comparator.comparingInt(At::position)).map(At::chip).toList();
  }
}
