package io.customer360.assistant.semantic;

import java.util.List;
import java.util.Map;

/// A word for a condition on customers: `loyal`, `at risk`.
public sealed interface NamedFilter {
  String key();

  /// The word shown in the chip.
  String title();

  List<String> synonyms();

  /// A threshold on an attribute: churn risk of at least 0.60.
  record Threshold(
      String key,
      String title,
      List<String> synonyms,
      String attribute,
      String op,
      double value,
      List<Double> alternatives)
      implements NamedFilter {
    public Threshold {
      synonyms = List.copyOf(synonyms);
      alternatives = List.copyOf(alternatives);
    }
  }

  /// Values of a dimension of customers: tier Gold or Silver.
  record Values(
      String key,
      String title,
      List<String> synonyms,
      String dimension,
      List<String> values,
      List<List<String>> alternatives)
      implements NamedFilter {
    public Values {
      synonyms = List.copyOf(synonyms);
      values = List.copyOf(values);
      alternatives = alternatives.stream().map(List::copyOf).toList();
    }
  }

  /// Having done something in the last months: families bought children's things.
  record Did(
      String key,
      String title,
      List<String> synonyms,
      String activity,
      Map<String, List<String>> details,
      int months)
      implements NamedFilter {
    public Did {
      synonyms = List.copyOf(synonyms);
      details = Map.copyOf(details);
    }
  }
}
