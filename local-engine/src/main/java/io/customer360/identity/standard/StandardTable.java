package io.customer360.identity.standard;

import io.customer360.identity.record.RecordTable;
import java.util.List;
import java.util.Optional;

/// Records with their columns in standard form.
///
/// @param records as they were read
/// @param columns what can be compared
/// @param remarks in plain words: columns left out and values not believed
public record StandardTable(
    RecordTable records, List<StandardColumn> columns, List<String> remarks) {
  /// Copies the lists.
  public StandardTable {
    columns = List.copyOf(columns);
    remarks = List.copyOf(remarks);
  }

  /// The first column of a kind.
  public Optional<StandardColumn> first(ColumnKind kind) {
    return columns.stream().filter(column -> column.kind() == kind).findFirst();
  }
}
