package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tables that belong together, folded into one node a layer. A family of one is no family. Free of
/// the toolkit.
final class LineageFolds {
  /// A node of the graph: one table, or a family of them.
  record Fold(String key, int column, List<LineageGraph.Item> members) {
    boolean family() {
      return members.size() > 1;
    }
  }

  private final Map<String, Fold> folds = new LinkedHashMap<>();
  private final Map<String, String> keys = new LinkedHashMap<>();

  LineageFolds(List<LineageGraph.Item> items) {
    Map<String, List<LineageGraph.Item>> groups = new LinkedHashMap<>();
    for (LineageGraph.Item item : items) {
      String key = item.family().isEmpty() ? item.id() : item.column() + "/" + item.family();
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(item);
      keys.put(item.id(), key);
    }
    groups.forEach(
        (key, members) ->
            folds.put(key, new Fold(key, members.getFirst().column(), List.copyOf(members))));
  }

  List<Fold> all() {
    return List.copyOf(folds.values());
  }

  /// The key of the node a table stands in.
  String key(String id) {
    return keys.getOrDefault(id, id);
  }

  Optional<Fold> of(String id) {
    return Optional.ofNullable(folds.get(key(id)));
  }
}
