package io.customer360.assistant.semantic;

import java.util.List;

/// Finds customers by what a person calls them.
public interface People {
  /// A customer who could be meant.
  record Person(String customerId, String name, String city) {}

  /// Customers with exactly this name (case and accents aside), at most `limit`.
  List<Person> named(String name, int limit);

  /// Customers whose name is close to this, the closest first.
  List<Person> like(String name, int limit);

  /// The customer with this id, if there is one; `C-004711`.
  java.util.Optional<Person> withId(String customerId);
}
