package io.customer360.decision.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known about one customer at one moment, by fact name. A fact that is not known is
/// absent. Values are `Double`, `String`, `Boolean` or `List<String>` as [Vocabulary] says.
public final class Facts {
  private final Map<String, Object> values;

  public Facts(Map<String, Object> values) {
    this.values = new TreeMap<>(values);
  }

  public @Nullable Object value(String name) {
    return values.get(name);
  }

  public Optional<Double> number(String name) {
    return values.get(name) instanceof Double number ? Optional.of(number) : Optional.empty();
  }

  public double number(String name, double ifMissing) {
    return number(name).orElse(ifMissing);
  }

  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  public boolean yes(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  @SuppressWarnings("unchecked")
  public List<String> list(String name) {
    return values.get(name) instanceof List<?> items ? (List<String>) items : List.of();
  }

  /// The fact as a person reads it: `19 days`, `0.71`, `empty`.
  public String shown(String name) {
    String unit = Vocabulary.customer().find(name).map(Vocabulary.Fact::unit).orElse("");
    return Explanation.show(values.get(name), unit);
  }

  /// The fact as it stands in a text, without its unit.
  public String plain(String name) {
    return Explanation.show(values.get(name), "");
  }

  /// Of a parsed JSON object: whole numbers become `Double` too, nulls are left out.
  @JsonCreator
  public static Facts ofJson(Map<String, @Nullable Object> json) {
    Map<String, Object> values = new TreeMap<>();
    json.forEach(
        (name, value) -> {
          if (value instanceof Number number) {
            values.put(name, number.doubleValue());
          } else if (value instanceof List<?> items) {
            values.put(name, items.stream().map(String::valueOf).toList());
          } else if (value != null) {
            values.put(name, value);
          }
        });
    return new Facts(values);
  }

  @JsonValue
  public Map<String, Object> all() {
    return new TreeMap<>(values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facts facts && facts.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
