package io.customer360.lakehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the lineage.
///
/// @param name unique: `gold.customer`, `source:crm`, `model:identity`, `use:360 profile`
/// @param label as shown: `customer`, `crm`
/// @param sql the model's text as written; empty for nodes without one
/// @param alarm something needs a look: rows in quarantine, or a build that failed
/// @param note why, in a few words; empty without an alarm
public record ModelNode(
    String name,
    String label,
    NodeKind kind,
    String grain,
    String meaning,
    String sql,
    List<ColumnInfo> columns,
    long rows,
    double seconds,
    @Nullable Instant refreshedAt,
    boolean stale,
    boolean alarm,
    String note) {
  public ModelNode {
    columns = List.copyOf(columns);
  }
}
