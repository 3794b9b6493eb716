package io.customer360.assistant.semantic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something to split or narrow by.
///
/// @param on table key to expression; a `customer` expression also serves every other table
/// @param values stored value to its other words
/// @param lookup whether its values are read from the data
/// @param did the activity that ties a customer to a value when the dimension is not one of
///     customers: a category is something bought
/// @param order of the values where it has one
public record Dimension(
    String key,
    String title,
    Map<String, String> on,
    Map<String, List<String>> values,
    boolean lookup,
    @Nullable String did,
    List<String> order,
    List<String> synonyms) {
  public Dimension {
    on = Map.copyOf(on);
    values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    order = List.copyOf(order);
    synonyms = List.copyOf(synonyms);
  }

  public boolean ofCustomer() {
    return on.containsKey("customer");
  }
}
