package io.customer360.assistant.semantic;

import java.util.List;

/// The values of the dimensions that are read from the data: cities, categories, stores.
public interface Values {
  /// Known values of a dimension, most frequent first; empty when it has none.
  List<String> of(String dimension);
}
