package io.customer360.ui.center;

import io.customer360.assistant.ActionTarget;
import io.customer360.ui.shell.Destination;

/// Where the engine's buttons lead in this window.
final class Targets {
  private Targets() {}

  static Destination destination(ActionTarget target) {
    return switch (target) {
      case ActionTarget.Queue(var action, var ids) -> new Destination.Queue(action, ids);
      case ActionTarget.Customers(var title, var ids) -> new Destination.Customers(title, ids);
      case ActionTarget.Profile(var id) -> new Destination.Customer(id);
      case ActionTarget.Question(var text) -> new Destination.Question(text);
      case ActionTarget.Segment(var name, var sql) -> new Destination.Segment(name, sql);
    };
  }
}
