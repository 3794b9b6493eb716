package io.customer360.ui.shell;

import java.util.List;

/// Somewhere to go, with what to show there. Screens name destinations, never each other.
public sealed interface Destination {
  /// The screen that shows it, one of [Screens].
  String screen();

  /// A screen as it was left.
  record Screen(String screen) implements Destination {}

  /// A customer's profile.
  ///
  /// @param among the list he was picked from, for previous and next; may be empty
  record Customer(String customerId, List<String> among) implements Destination {
    public Customer {
      among = List.copyOf(among);
    }

    public Customer(String customerId) {
      this(customerId, List.of());
    }

    @Override
    public String screen() {
      return Screens.CUSTOMERS;
    }
  }

  /// A list of people under a title.
  record Customers(String title, List<String> customerIds) implements Destination {
    public Customers {
      customerIds = List.copyOf(customerIds);
    }

    @Override
    public String screen() {
      return Screens.CUSTOMERS;
    }
  }

  /// One decision.
  record Decision(String decisionId) implements Destination {
    @Override
    public String screen() {
      return Screens.ACTION_CENTER;
    }
  }

  /// The queue narrowed to these customers, and to an action unless that is empty.
  record Queue(String action, List<String> customerIds) implements Destination {
    public Queue {
      customerIds = List.copyOf(customerIds);
    }

    @Override
    public String screen() {
      return Screens.ACTION_CENTER;
    }
  }

  /// A question to ask at once.
  record Question(String text) implements Destination {
    @Override
    public String screen() {
      return Screens.COMMAND_CENTER;
    }
  }

  /// Two source records side by side, as `source:key`.
  record Pair(String left, String right) implements Destination {
    @Override
    public String screen() {
      return Screens.IDENTITY;
    }
  }

  /// A table or model of the lineage graph.
  record DataNode(String name) implements Destination {
    @Override
    public String screen() {
      return Screens.DATA;
    }
  }

  /// A segment to review, as its condition's text.
  record Segment(String name, String sql) implements Destination {
    @Override
    public String screen() {
      return Screens.SEGMENTS;
    }
  }
}
