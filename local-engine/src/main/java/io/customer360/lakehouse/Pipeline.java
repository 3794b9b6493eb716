package io.customer360.lakehouse;

import io.customer360.fault.WorkbenchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The graph of everything a refresh builds, in an order in which it can be built. The order is the
/// same on every machine: among what is ready, by name.
final class Pipeline {
  /// Something that is built: one table by SQL, or one or more by Java.
  sealed interface Node {
    String name();

    Set<String> reads();

    Set<String> writes();

    /// Where a person finds it, for messages.
    String place();

    record Model(SqlModel model) implements Node {
      @Override
      public String name() {
        return model.name();
      }

      @Override
      public Set<String> reads() {
        return model.reads();
      }

      @Override
      public Set<String> writes() {
        return Set.of(model.name());
      }

      @Override
      public String place() {
        return model.file();
      }
    }

    record Step(PipelineStep step) implements Node {
      @Override
      public String name() {
        return "model:" + step.name();
      }

      @Override
      public Set<String> reads() {
        return step.reads();
      }

      @Override
      public Set<String> writes() {
        return step.writes();
      }

      @Override
      public String place() {
        return "step " + step.name();
      }
    }
  }

  private final List<Node> order;
  private final Map<String, Node> writers;

  private Pipeline(List<Node> order, Map<String, Node> writers) {
    this.order = order;
    this.writers = writers;
  }

  static Pipeline of(List<SqlModel> models, List<PipelineStep> steps) {
    List<Node> nodes = new ArrayList<>();
    models.forEach(model -> nodes.add(new Node.Model(model)));
    steps.forEach(step -> nodes.add(new Node.Step(step)));
    Map<String, Node> writers = new HashMap<>();
    for (Node node : nodes) {
      for (String table : node.writes()) {
        Node twin = writers.put(table, node);
        if (twin != null) {
          throw fault(
              "C360-LAKE-024", twin.place() + " and " + node.place() + " both write " + table);
        }
      }
    }
    checkReferences(nodes, writers);
    return new Pipeline(sort(nodes, writers), writers);
  }

  private static void checkReferences(List<Node> nodes, Map<String, Node> writers) {
    Set<String> problems = new TreeSet<>();
    for (Node node : nodes) {
      for (String table : node.reads()) {
        boolean known =
            writers.containsKey(table)
                || table.startsWith("ops.")
                || (table.startsWith("bronze.")
                    && Canonical.find(table.substring("bronze.".length())).isPresent());
        if (!known) {
          problems.add(node.place() + " reads " + table + ", which nothing writes");
        }
      }
    }
    if (!problems.isEmpty()) {
      throw fault("C360-LAKE-025", String.join("; ", problems));
    }
  }

  private static List<Node> sort(List<Node> nodes, Map<String, Node> writers) {
    Map<Node, Set<Node>> waiting = new LinkedHashMap<>();
    for (Node node : nodes) {
      Set<Node> before = new LinkedHashSet<>();
      for (String table : node.reads()) {
        Node writer = writers.get(table);
        if (writer != null) {
          before.add(writer);
        }
      }
      waiting.put(node, before);
    }
    List<Node> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      TreeMap<String, Node> ready = new TreeMap<>();
      waiting.forEach(
          (node, before) -> {
            if (before.isEmpty()) {
              ready.put(rank(node) + node.name(), node);
            }
          });
      if (ready.isEmpty()) {
        throw fault("C360-LAKE-026", "circle in the pipeline: " + circle(waiting));
      }
      Node next = ready.firstEntry().getValue();
      order.add(next);
      waiting.remove(next);
      waiting.values().forEach(before -> before.remove(next));
    }
    return List.copyOf(order);
  }

  private static String rank(Node node) {
    return node.name().startsWith("silver.") ? "0" : "1";
  }

  /// Walks back along what is still missing until a node comes again.
  private static String circle(Map<Node, Set<Node>> waiting) {
    List<Node> path = new ArrayList<>();
    Node node = waiting.keySet().iterator().next();
    while (!path.contains(node)) {
      path.add(node);
      node = waiting.getOrDefault(node, Set.of()).iterator().next();
    }
    List<String> places = new ArrayList<>();
    for (Node member : path.subList(path.indexOf(node), path.size())) {
      places.add(member.place());
    }
    places.add(node.place());
    return String.join(" reads ", places);
  }

  private static WorkbenchException fault(String code, String plain) {
    return WorkbenchException.internal(code, plain + ".", null);
  }

  /// Every node, in the order to build.
  List<Node> order() {
    return order;
  }

  /// Who writes a table.
  Optional<Node> writer(String table) {
    return Optional.ofNullable(writers.get(table));
  }

  /// Every table of the pipeline.
  Set<String> tables() {
    return new TreeSet<>(writers.keySet());
  }
}
