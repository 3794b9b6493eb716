package io.customer360.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tab of the profile: how much there is, a few facts, and its newest rows. `total` is the
/// number beside the tab's name; `rows` may be fewer.
public record DomainView(
    Domain domain, long total, List<Fact> facts, List<Column> columns, List<Row> rows) {

  /// A fact ready to show; `value` is typed by `kind` and null when there is nothing to say.
  public record Fact(String label, @Nullable Object value, ValueKind kind) {}

  public record Column(String label, ValueKind kind) {}

  /// Cells in the order of the columns.
  public record Row(List<@Nullable Object> cells) {}
}
