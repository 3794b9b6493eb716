package io.customer360.assistant;

import java.util.List;

/// Where a button leads. Opening it is the screen's work; nothing has happened yet.
public sealed interface ActionTarget {
  /// The Action Center's queue, narrowed to these customers; `action` may be empty for any.
  record Queue(String action, List<String> customerIds) implements ActionTarget {
    public Queue {
      customerIds = List.copyOf(customerIds);
    }
  }

  /// A list of people under a title.
  record Customers(String title, List<String> customerIds) implements ActionTarget {
    public Customers {
      customerIds = List.copyOf(customerIds);
    }
  }

  record Profile(String customerId) implements ActionTarget {}

  record Question(String question) implements ActionTarget {}

  /// A segment to review and save, as the condition's text.
  record Segment(String name, String sql) implements ActionTarget {}
}
