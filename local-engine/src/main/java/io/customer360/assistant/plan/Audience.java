package io.customer360.assistant.plan;

import java.util.List;
import java.util.stream.Collectors;

/// Customers (or rows) for which all conditions hold.
public record Audience(List<Condition> conditions) {
  public static final Audience ALL = new Audience(List.of());

  public Audience {
    conditions = List.copyOf(conditions);
  }

  public boolean isAll() {
    return conditions.isEmpty();
  }

  public String text() {
    return isAll()
        ? ""
        : conditions.stream()
            .map(Condition::text)
            .collect(Collectors.joining(" and ", " where ", ""));
  }
}
