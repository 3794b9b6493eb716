package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewPair.Edge;
import io.customer360.identity.review.ReviewPair.Graph;
import io.customer360.identity.review.ReviewPair.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the records of a cluster stand: each customer is laid out for itself, then the customers
/// are put side by side, the two records under review facing each other. Lengths are those of
/// [ForceLayout]. May be computed on any thread; a few hundred milliseconds for 5,000 records.
///
/// @param x of each node, in the order of the graph
/// @param from node of each edge whose both ends are known
/// @param group of each node
/// @param groups in the order drawn
record ClusterPlan(
    List<Node> nodes,
    List<Edge> edges,
    double[] x,
    double[] y,
    int[] from,
    int[] to,
    int[] group,
    List<Group> groups,
    double width,
    double height) {
  private static final double PAD = 0.62;
  private static final double BETWEEN = 0.9;

  /// A customer: its name and the box around its records.
  record Group(String customerId, String name, double x, double y, double width, double height) {}

  /// The records of both customers of a pair; each group has the name of its golden record, and its
  /// id where both have the same.
  static ClusterPlan of(ReviewPair pair) {
    ReviewPair.Side left = pair.left();
    ReviewPair.Side right = pair.right();
    boolean namesakes = left.customerName().equals(right.customerName());
    Map<String, String> names = new HashMap<>();
    for (ReviewPair.Side side : List.of(left, right)) {
      names.put(
          side.customerId(),
          namesakes && !pair.together()
              ? side.customerName() + ", " + side.customerId()
              : side.customerName());
    }
    ClusterPlan plan = of(pair.graph(), left.record(), right.record());
    return plan.named(names);
  }

  private ClusterPlan named(Map<String, String> names) {
    List<Group> named =
        groups.stream()
            .map(
                g ->
                    new Group(
                        g.customerId(),
                        names.getOrDefault(g.customerId(), g.name()),
                        g.x(),
                        g.y(),
                        g.width(),
                        g.height()))
            .toList();
    return new ClusterPlan(nodes, edges, x, y, from, to, group, named, width, height);
  }

  /// @param left the record under review at the left, and `right` its partner
  static ClusterPlan of(Graph graph, String left, String right) {
    List<Node> nodes = graph.nodes();
    Map<String, Integer> index = new HashMap<>();
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    // The customer of the left record comes first.
    nodes.stream()
        .filter(node -> node.record().equals(left))
        .forEach(node -> members.put(node.customerId(), new ArrayList<>()));
    for (int i = 0; i < nodes.size(); i++) {
      index.put(nodes.get(i).record(), i);
      members.computeIfAbsent(nodes.get(i).customerId(), id -> new ArrayList<>()).add(i);
    }
    List<Edge> edges =
        graph.edges().stream()
            .filter(edge -> index.containsKey(edge.left()) && index.containsKey(edge.right()))
            .toList();
    int[] from = edges.stream().mapToInt(edge -> index.getOrDefault(edge.left(), 0)).toArray();
    int[] to = edges.stream().mapToInt(edge -> index.getOrDefault(edge.right(), 0)).toArray();
    Places places = new Places(nodes.size());
    List<Block> blocks = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry : members.entrySet()) {
      int facing = members.size() == 2 ? (blocks.isEmpty() ? 1 : -1) : 0;
      Integer focus = index.get(blocks.isEmpty() ? left : right);
      blocks.add(
          places.lay(
              entry.getKey(),
              entry.getValue(),
              nodes,
              from,
              to,
              focus == null ? -1 : focus,
              facing));
    }
    List<Group> groups = places.pack(blocks);
    double width = groups.stream().mapToDouble(g -> g.x() + g.width()).max().orElse(1);
    double height = groups.stream().mapToDouble(g -> g.y() + g.height()).max().orElse(1);
    return new ClusterPlan(
        nodes, edges, places.x, places.y, from, to, places.group, groups, width, height);
  }

  private record Block(String customer, String name, List<Integer> members, double[] box) {}

  /// Positions while they are being found.
  private static final class Places {
    final double[] x;
    final double[] y;
    final int[] group;
    private int blocks;

    Places(int count) {
      x = new double[count];
      y = new double[count];
      group = new int[count];
    }

    Block lay(
        String customer,
        List<Integer> members,
        List<Node> nodes,
        int[] from,
        int[] to,
        int focus,
        int facing) {
      Map<Integer, Integer> local = new HashMap<>();
      members.forEach(node -> local.put(node, local.size()));
      List<int[]> inside = new ArrayList<>();
      for (int i = 0; i < from.length; i++) {
        Integer a = local.get(from[i]);
        Integer b = local.get(to[i]);
        if (a != null && b != null && !a.equals(b)) {
          inside.add(new int[] {a, b});
        }
      }
      double[][] at =
          ForceLayout.place(
              members.size(),
              inside.stream().mapToInt(link -> link[0]).toArray(),
              inside.stream().mapToInt(link -> link[1]).toArray());
      Integer facer = local.get(focus);
      double turn =
          facing == 0 || facer == null || members.size() < 2
              ? 0
              : (facing > 0 ? 0 : Math.PI) - Math.atan2(at[1][facer], at[0][facer]);
      double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
      for (int node : members) {
        int i = local.getOrDefault(node, 0);
        x[node] = at[0][i] * Math.cos(turn) - at[1][i] * Math.sin(turn);
        y[node] = at[0][i] * Math.sin(turn) + at[1][i] * Math.cos(turn);
        group[node] = blocks;
        box[0] = Math.min(box[0], x[node] - PAD);
        box[1] = Math.min(box[1], y[node] - PAD);
        box[2] = Math.max(box[2], x[node] + PAD);
        box[3] = Math.max(box[3], y[node] + PAD);
      }
      blocks++;
      String name = nodes.get(members.getFirst()).name();
      return new Block(customer, name, members, box);
    }

    /// Two stand side by side; more fill shelves, the tallest first.
    List<Group> pack(List<Block> all) {
      Group[] placed = new Group[all.size()];
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        order.add(i);
      }
      if (all.size() > 2) {
        order.sort(Comparator.comparingDouble(i -> all.get(i).box()[1] - all.get(i).box()[3]));
      }
      double area =
          all.stream()
              .mapToDouble(
                  b -> (b.box()[2] - b.box()[0] + BETWEEN) * (b.box()[3] - b.box()[1] + BETWEEN))
              .sum();
      double widest = all.size() <= 2 ? Double.MAX_VALUE : 1.4 * Math.sqrt(area) + 1;
      double tallest = all.stream().mapToDouble(b -> b.box()[3] - b.box()[1]).max().orElse(0);
      double left = 0;
      double top = 0;
      double shelf = 0;
      for (int i : order) {
        Block block = all.get(i);
        double width = block.box()[2] - block.box()[0];
        double height = block.box()[3] - block.box()[1];
        if (left > 0 && left + width > widest) {
          left = 0;
          top += shelf + BETWEEN;
          shelf = 0;
        }
        double down = all.size() <= 2 ? (tallest - height) / 2 : top;
        for (int node : block.members()) {
          x[node] += left - block.box()[0];
          y[node] += down - block.box()[1];
        }
        placed[i] = new Group(block.customer(), block.name(), left, down, width, height);
        left += width + BETWEEN;
        shelf = Math.max(shelf, height);
      }
      return List.of(placed);
    }
  }
}
