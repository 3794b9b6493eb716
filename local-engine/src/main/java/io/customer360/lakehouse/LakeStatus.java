package io.customer360.lakehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lake at a glance.
///
/// @param asOf "today" for the data
/// @param snapshotId short name of the content of gold
/// @param refreshedAt end of the last refresh; null before the first
/// @param balances by dataset; empty when nothing was imported
public record LakeStatus(
    Instant asOf,
    String snapshotId,
    @Nullable Instant refreshedAt,
    List<LayerStatus> layers,
    List<Balance> balances,
    Balance total) {
  public LakeStatus {
    layers = List.copyOf(layers);
    balances = List.copyOf(balances);
  }

  public LayerStatus layer(Layer layer) {
    return layers.stream()
        .filter(status -> status.layer() == layer)
        .findFirst()
        .orElseGet(() -> new LayerStatus(layer, List.of()));
  }

  /// Whether a refresh would build anything.
  public boolean stale() {
    return layers.stream().flatMap(layer -> layer.tables().stream()).anyMatch(TableStatus::stale);
  }
}
