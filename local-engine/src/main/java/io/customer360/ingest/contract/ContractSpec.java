package io.customer360.ingest.contract;

import io.customer360.lakehouse.Canonical;
import io.customer360.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A contract as read from its text.
public record ContractSpec(
    Canonical.Dataset dataset, String origin, String text, double mostBad, List<Field> fields) {
  /// What one column promises. Nulls pass everything but `required`.
  ///
  /// @param spreadFrom the range does not hold for a file whose values are spread evenly from here
  ///     up to the limit: bulk trade, not a wrong unit
  /// @param unless SQL condition under which range and pattern do not hold
  /// @param after earliest date, ISO
  /// @param codes `iso-4217` or `iso-3166`
  /// @param known `store.store_id`: must be there once that dataset has rows
  /// @param synonyms received value in lower case to canonical value
  record Field(
      String name,
      boolean required,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Double spreadFrom,
      @Nullable String unless,
      @Nullable String after,
      boolean notInFuture,
      @Nullable String codes,
      List<String> oneOf,
      @Nullable String pattern,
      @Nullable String known,
      Map<String, String> synonyms) {}

  /// Changes when what rows are held against does: whatever was judged under another print is
  /// judged again.
  public String print() {
    return Sha256.half(text);
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// Synonyms by column, for the columns that have any.
  public Map<String, Map<String, String>> synonyms() {
    Map<String, Map<String, String>> all = new java.util.LinkedHashMap<>();
    for (Field field : fields) {
      if (!field.synonyms().isEmpty()) {
        all.put(field.name(), field.synonyms());
      }
    }
    return all;
  }
}
