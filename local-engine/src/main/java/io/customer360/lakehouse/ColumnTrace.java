package io.customer360.lakehouse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The way of a column back to what was received.
///
/// @param steps the column itself first, then whatever it is computed from, nearest first; each
///     column once
/// @param complete false when the way ends in a table whose columns are not followed, such as one
///     a step in Java writes
public record ColumnTrace(List<Step> steps, boolean complete) {
  public ColumnTrace {
    steps = List.copyOf(steps);
  }

  /// A column on the way.
  ///
  /// @param distance tables between it and the column asked about
  /// @param column `*` stands for the number of rows of the table
  public record Step(int distance, String table, String column) {
    /// Whether it is a column as received: its rows know their file and line.
    public boolean received() {
      return table.startsWith("bronze.");
    }
  }

  /// The columns as received.
  public List<Step> received() {
    return steps.stream().filter(Step::received).toList();
  }

  /// Follows a column of a lineage.
  public static ColumnTrace of(ModelGraph graph, String table, String column) {
    List<Step> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>(List.of(new Step(0, table, column)));
    boolean complete = true;
    while (!open.isEmpty()) {
      Step step = open.removeFirst();
      if (!seen.add(step.table() + "." + step.column())) {
        continue;
      }
      steps.add(step);
      if (step.received()) {
        continue;
      }
      List<ColumnEdge> origins = graph.origins(step.table(), step.column());
      if (origins.isEmpty() && !step.column().equals("*")) {
        complete = false;
      }
      for (ColumnEdge edge : origins) {
        open.addLast(new Step(step.distance() + 1, edge.fromTable(), edge.fromColumn()));
      }
    }
    return new ColumnTrace(steps, complete);
  }
}
