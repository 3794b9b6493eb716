package io.customer360.studio.rule;

import java.util.List;

/// Events of a kind: orders by web worth more than 100 in the last 90 days.
///
/// @param events a source of the field catalog: `orders`, `messages`
/// @param details conditions on each event; all must hold
public record Occurrence(String events, List<Detail> details, Window window) {
  public Occurrence {
    details = List.copyOf(details);
  }

  /// A condition on an event.
  ///
  /// @param field a field of the source: `channel`, `revenue`
  public record Detail(String field, Comparison comparison) {}

  public static Occurrence of(String events, Window window, Detail... details) {
    return new Occurrence(events, List.of(details), window);
  }
}
