package io.customer360.governance;

import io.customer360.fault.WorkbenchException;

/// Somebody who is answerable for what he does here.
///
/// @param id stable and short: `mh`; agents use `agent:churn-prevention`
/// @param name as shown: `Maya Holt`
public record Person(String id, String name, Role role) {
  public Person {
    if (id.isBlank()) {
      throw WorkbenchException.user("C360-GOV-001", "A person needs an id.");
    }
  }

  /// A software agent as an actor; it never approves.
  public static Person agent(String agentId, String name) {
    return new Person("agent:" + agentId, name, Role.ANALYST);
  }

  public boolean isAgent() {
    return id.startsWith("agent:");
  }
}
