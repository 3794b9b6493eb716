package io.customer360.identity.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records to be matched, from one source (find duplicates) or two (link them). Rows stand in the
/// order of source and id whatever the order they came in, so that nothing computed from a table
/// depends on the order of the input. Two files may have been given in the other order than their
/// sources are numbered: what people read goes by [#file], what is computed by [#source].
/// Immutable.
public final class RecordTable {
  private final String[] ids;
  private final byte[] sources;
  private final List<TextColumn> columns;
  private final int sourceCount;
  private final boolean turned;
  private final List<String> remarks;
  private final Map<String, List<String>> formerNames;

  /// @param turned whether the first source is the second file
  RecordTable(
      String[] ids, byte[] sources, List<TextColumn> columns, int sourceCount, boolean turned) {
    this(ids, sources, columns, sourceCount, turned, List.of(), Map.of());
  }

  private RecordTable(
      String[] ids,
      byte[] sources,
      List<TextColumn> columns,
      int sourceCount,
      boolean turned,
      List<String> remarks,
      Map<String, List<String>> formerNames) {
    this.ids = ids;
    this.sources = sources;
    this.columns = List.copyOf(columns);
    this.sourceCount = sourceCount;
    this.turned = turned;
    this.remarks = List.copyOf(remarks);
    this.formerNames = Map.copyOf(formerNames);
  }

  /// The same records with other columns.
  ///
  /// @param said what is to be said of them
  /// @param former what a column that is none any more has become
  public RecordTable with(
      List<TextColumn> others, List<String> said, Map<String, List<String>> former) {
    return new RecordTable(ids, sources, others, sourceCount, turned, said, former);
  }

  /// The names of the columns that hold what a file's column of this name held: itself, the one it
  /// was made one with, the parts it was split into; empty where there was no such column.
  public List<String> namesNow(String asked) {
    return column(asked).isPresent() ? List.of(asked) : formerNames.getOrDefault(asked, List.of());
  }

  /// The file a row came from, 0 for the one given first.
  public int file(int row) {
    return turned ? 1 - sources[row] : sources[row];
  }

  /// The source that a file is; its own inverse.
  public int sourceOfFile(int file) {
    return turned ? 1 - file : file;
  }

  /// What was done to the columns that a person should know.
  public List<String> remarks() {
    return remarks;
  }

  public int size() {
    return ids.length;
  }

  public String id(int row) {
    return ids[row];
  }

  /// The source of a row: 0 for the first, 1 for the second.
  public int source(int row) {
    return sources[row];
  }

  /// 1 when duplicates are sought within one source, 2 when two sources are to be linked.
  public int sourceCount() {
    return sourceCount;
  }

  public List<TextColumn> columns() {
    return columns;
  }

  /// Rows of the first source; those of the second stand behind them.
  public int firstSource() {
    int low = 0;
    int high = sources.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sources[middle] == 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public Optional<TextColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /// The row of an id in one source, or -1. A binary search.
  public int rowOf(int source, String id) {
    int low = 0;
    int high = ids.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(sources[middle], source);
      order = order == 0 ? ids[middle].compareTo(id) : order;
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// Possible pairs: all within one source, or all across two.
  public double possiblePairs() {
    double n = size();
    if (sourceCount == 1) {
      return n * (n - 1) / 2;
    }
    double second = 0;
    for (byte source : sources) {
      second += source;
    }
    return second * (n - second);
  }
}
