package io.customer360.lakehouse;

import java.util.List;

/// A layer and its tables, by name.
public record LayerStatus(Layer layer, List<TableStatus> tables) {
  public LayerStatus {
    tables = List.copyOf(tables);
  }

  public long rows() {
    return tables.stream().mapToLong(TableStatus::rows).sum();
  }
}
