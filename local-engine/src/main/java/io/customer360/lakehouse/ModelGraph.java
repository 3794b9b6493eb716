package io.customer360.lakehouse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The lineage: every node in pipeline order, the edges between them and, where the SQL allows,
/// between their columns.
public record ModelGraph(List<ModelNode> nodes, List<ModelEdge> edges, List<ColumnEdge> columns) {
  public ModelGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    columns = List.copyOf(columns);
  }

  public Optional<ModelNode> node(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /// Everything the node is made from, itself not included.
  public Set<String> upstream(String name) {
    return reach(name, edge -> edge.to(), edge -> edge.from());
  }

  /// Everything made from the node, itself not included.
  public Set<String> downstream(String name) {
    return reach(name, edge -> edge.from(), edge -> edge.to());
  }

  /// The columns a column is directly computed from; of a whole column those of all its parts.
  public List<ColumnEdge> origins(String table, String column) {
    return columns.stream()
        .filter(edge -> edge.toTable().equals(table))
        .filter(
            edge ->
                edge.toColumn().equals(column) || ColumnEdge.whole(edge.toColumn()).equals(column))
        .toList();
  }

  private Set<String> reach(
      String start, Function<ModelEdge, String> here, Function<ModelEdge, String> there) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String node = open.remove();
      for (ModelEdge edge : edges) {
        if (here.apply(edge).equals(node) && seen.add(there.apply(edge))) {
          open.add(there.apply(edge));
        }
      }
    }
    return seen;
  }
}
