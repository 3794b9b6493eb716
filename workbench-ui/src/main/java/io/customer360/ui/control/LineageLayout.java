package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where each table of a lineage stands, and which of its links are drawn. Free of the toolkit.
///
/// A layer with more than `tall` tables takes two columns or more, split by how deep a table lies
/// within its layer, so that links run from left to right. Rows are ordered by the mean place of
/// what feeds a table (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981), which keeps
/// links from crossing. A link that a chain of other links already says is not drawn.
final class LineageLayout {
  /// A table's place: the drawn column from 0 and the row in it from 0.
  record Place(int slot, int row) {}

  record Link(String from, String to) {}

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Integer> firstSlots = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();
  private final Set<Link> drawn;

  /// @param layers table id to its layer from 0; the order breaks ties
  /// @param layerCount how many layers have a title, tables or not
  /// @param tall the most tables in one column
  LineageLayout(Map<String, Integer> layers, int layerCount, List<Link> links, int tall) {
    Map<String, Set<String>> parents = new HashMap<>();
    layers.keySet().forEach(id -> parents.put(id, new HashSet<>()));
    for (Link link : links) {
      Set<String> above = parents.get(link.to());
      if (above != null && parents.containsKey(link.from()) && !link.from().equals(link.to())) {
        above.add(link.from());
      }
    }
    List<List<String>> slots = new ArrayList<>();
    for (int layer = 0; layer < layerCount; layer++) {
      firstSlots.add(slots.size());
      slots.addAll(columns(layer, layers, parents, tall));
    }
    order(slots, parents, children(parents));
    for (int slot = 0; slot < slots.size(); slot++) {
      depths.add(slots.get(slot).size());
      for (int row = 0; row < slots.get(slot).size(); row++) {
        places.put(slots.get(slot).get(row), new Place(slot, row));
      }
    }
    drawn = reduced(links, parents);
  }

  Place place(String id) {
    return places.getOrDefault(id, new Place(0, 0));
  }

  int slots() {
    return depths.size();
  }

  /// How many tables stand in a drawn column.
  int depth(int slot) {
    return depths.get(slot);
  }

  int tallest() {
    return depths.stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  /// The first drawn column of a layer.
  int firstSlot(int layer) {
    return firstSlots.get(layer);
  }

  /// Whether a link is drawn while nothing asks for it.
  boolean drawn(String from, String to) {
    return drawn.contains(new Link(from, to));
  }

  private static List<List<String>> columns(
      int layer, Map<String, Integer> layers, Map<String, Set<String>> parents, int tall) {
    List<String> ids =
        layers.entrySet().stream()
            .filter(entry -> entry.getValue() == layer)
            .map(Map.Entry::getKey)
            .toList();
    if (ids.size() <= tall) {
      return List.of(new ArrayList<>(ids));
    }
    TreeMap<Integer, List<String>> byDepth = new TreeMap<>();
    Map<String, Integer> depth = new HashMap<>();
    for (String id : ids) {
      int at = depth(id, layer, layers, parents, depth, new HashSet<>());
      byDepth.computeIfAbsent(at, none -> new ArrayList<>()).add(id);
    }
    List<List<String>> columns = new ArrayList<>();
    columns.add(new ArrayList<>());
    for (List<String> rank : byDepth.values()) {
      if (!columns.getLast().isEmpty() && columns.getLast().size() + rank.size() > tall) {
        columns.add(new ArrayList<>());
      }
      for (String id : rank) {
        if (columns.getLast().size() == tall) {
          columns.add(new ArrayList<>());
        }
        columns.getLast().add(id);
      }
    }
    return columns;
  }

  /// The longest chain within the layer that leads to a table. A circle counts as no chain.
  private static int depth(
      String id,
      int layer,
      Map<String, Integer> layers,
      Map<String, Set<String>> parents,
      Map<String, Integer> known,
      Set<String> way) {
    Integer found = known.get(id);
    if (found != null) {
      return found;
    }
    int deepest = 0;
    if (way.add(id)) {
      for (String parent : parents.getOrDefault(id, Set.of())) {
        if (layers.getOrDefault(parent, -1) == layer && !way.contains(parent)) {
          deepest = Math.max(deepest, 1 + depth(parent, layer, layers, parents, known, way));
        }
      }
      way.remove(id);
    }
    known.put(id, deepest);
    return deepest;
  }

  private static Map<String, Set<String>> children(Map<String, Set<String>> parents) {
    Map<String, Set<String>> children = new HashMap<>();
    parents.forEach(
        (id, above) ->
            above.forEach(
                parent -> children.computeIfAbsent(parent, none -> new HashSet<>()).add(id)));
    return children;
  }

  private static void order(
      List<List<String>> slots, Map<String, Set<String>> parents, Map<String, Set<String>> below) {
    for (int sweep = 0; sweep < 4; sweep++) {
      boolean forward = sweep % 2 == 0;
      Map<String, Double> at = heights(slots);
      for (int i = 0; i < slots.size(); i++) {
        int slot = forward ? i : slots.size() - 1 - i;
        Map<String, Set<String>> near = forward ? parents : below;
        slots
            .get(slot)
            .sort(Comparator.comparingDouble(id -> mean(id, near.getOrDefault(id, Set.of()), at)));
        at.putAll(heights(slots));
      }
    }
  }

  /// The place of every table as a share of its column, so that short columns compare with tall.
  private static Map<String, Double> heights(List<List<String>> slots) {
    Map<String, Double> at = new HashMap<>();
    for (List<String> slot : slots) {
      for (int row = 0; row < slot.size(); row++) {
        at.put(slot.get(row), row - (slot.size() - 1) / 2.0);
      }
    }
    return at;
  }

  private static double mean(String id, Set<String> near, Map<String, Double> at) {
    return near.stream()
        .mapToDouble(other -> at.getOrDefault(other, 0.0))
        .average()
        .orElse(at.getOrDefault(id, 0.0));
  }

  /// Leaves out every link `a -> c` where a longer way from `a` leads to `c`.
  private static Set<Link> reduced(List<Link> links, Map<String, Set<String>> parents) {
    Map<String, Set<String>> ancestors = new HashMap<>();
    Set<Link> kept = new HashSet<>();
    for (Link link : links) {
      boolean said =
          parents.getOrDefault(link.to(), Set.of()).stream()
              .filter(other -> !other.equals(link.from()))
              .anyMatch(other -> ancestors(other, parents, ancestors).contains(link.from()));
      if (!said) {
        kept.add(link);
      }
    }
    return kept;
  }

  private static Set<String> ancestors(
      String id, Map<String, Set<String>> parents, Map<String, Set<String>> known) {
    Set<String> found = known.get(id);
    if (found != null) {
      return found;
    }
    Set<String> all = new HashSet<>();
    known.put(id, all);
    for (String parent : parents.getOrDefault(id, Set.of())) {
      all.add(parent);
      all.addAll(ancestors(parent, parents, known));
    }
    return all;
  }
}
