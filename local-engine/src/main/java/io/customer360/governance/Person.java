package io.customer360.governance;

import io.customer360.fault.WorkbenchException;
import java.util.Optional;

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

  /// Why this person may not approve, reject or take back an action of a class, empty when he may.
  ///
  /// @param kind class of the action: `service`, `regulatory`
  public Optional<String> barredFrom(String kind) {
    return isAgent() || !role.mayDecide(kind)
        ? Optional.of(barred("decide on " + kind + " actions"))
        : Optional.empty();
  }

  /// Why this person may not let stopped agents go on, empty when he may.
  public Optional<String> barredFromResuming() {
    return isAgent() || !role.mayResume()
        ? Optional.of(barred("let stopped agents go on"))
        : Optional.empty();
  }

  private String barred(String what) {
    return isAgent()
        ? name + " is an agent and may not " + what + "."
        : name + " has the role " + role.key() + " and may not " + what + ".";
  }

  public boolean isAgent() {
    return id.startsWith("agent:");
  }
}
