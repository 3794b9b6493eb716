package io.customer360.ui.data;

import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.NodeKind;
import io.customer360.ui.text.Messages;

/// Which tables of a layer are about the same thing and are drawn as one until somebody opens them.
final class Families {
  private Families() {}

  /// What they are called together; empty for a table that stands alone.
  static String of(ModelNode node) {
    if (node.kind() == NodeKind.SOURCE || node.kind() == NodeKind.USE) {
      return "";
    }
    String key = key(node.label());
    return key.isEmpty() ? "" : Messages.text("data.family." + key);
  }

  private static String key(String table) {
    String stem = table.contains("_") ? table.substring(0, table.indexOf('_')) : table;
    return switch (stem) {
      case "identity", "golden", "blocked" -> "identity";
      case "household" -> "household";
      case "score" -> "score";
      case "segment", "segments" -> "segment";
      case "person", "source" -> "people";
      case "transaction", "order", "orders", "shipment" -> "orders";
      case "product", "store", "country", "channel", "sentiment" -> "reference";
      case "event", "engagement", "session" -> "activity";
      case "loyalty" -> "loyalty";
      default -> "";
    };
  }
}
