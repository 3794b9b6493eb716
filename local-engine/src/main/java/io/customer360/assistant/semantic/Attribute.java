package io.customer360.assistant.semantic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One value per customer, for thresholds and columns.
///
/// @param sql over `c` (gold.customer) and the score aliases
/// @param needs the model whose score row must be joined; null for none
public record Attribute(
    String key,
    String title,
    String sql,
    @Nullable String needs,
    Unit unit,
    List<String> synonyms) {
  public Attribute {
    synonyms = List.copyOf(synonyms);
  }
}
