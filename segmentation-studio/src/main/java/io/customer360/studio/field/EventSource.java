package io.customer360.studio.field;

import java.util.List;
import java.util.Optional;

/// A kind of event a customer has.
///
/// @param name as in a rule: `orders`
/// @param title as shown: `Orders`
/// @param one one of them: `order`
/// @param table in the lake: `gold.orders`
/// @param time the column that says when
/// @param only a flag column that tells its rows from others of the table, else blank
/// @param flagged the flag's value
/// @param fields of one event
public record EventSource(
    String name,
    String title,
    String one,
    String table,
    String time,
    String only,
    boolean flagged,
    List<Field> fields) {
  public EventSource {
    fields = List.copyOf(fields);
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
