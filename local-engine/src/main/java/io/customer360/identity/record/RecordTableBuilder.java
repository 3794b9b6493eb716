package io.customer360.identity.record;

import io.customer360.fault.WorkbenchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects rows into a [RecordTable]. Values are trimmed; empty ones and the usual words for "no
/// value" are missing. Not for use by several threads.
public final class RecordTableBuilder {
  private final List<String> names;
  private final List<Map<String, Integer>> dictionaries = new ArrayList<>();
  private final List<int[]> codes = new ArrayList<>();
  private final List<Map<String, Integer>> seen = new ArrayList<>();
  private String[] ids = new String[1024];
  private byte[] sources = new byte[1024];
  private int rows;
  private int sourceCount = 1;
  private boolean turned;

  public RecordTableBuilder(List<String> columnNames) {
    names = List.copyOf(columnNames);
    for (int i = 0; i < names.size(); i++) {
      dictionaries.add(new HashMap<>());
      seen.add(new HashMap<>());
      codes.add(new int[1024]);
    }
  }

  /// Adds one record.
  ///
  /// @param source 0 or 1
  /// @param values one for each column, null where there is none
  public void add(int source, String id, @Nullable String[] values) {
    if (rows == ids.length) {
      grow();
    }
    ids[rows] = id;
    sources[rows] = (byte) source;
    sourceCount = Math.max(sourceCount, source + 1);
    for (int c = 0; c < values.length; c++) {
      codes.get(c)[rows] = code(c, values[c]);
    }
    rows++;
  }

  private int code(int column, @Nullable String value) {
    if (value == null) {
      return TextColumn.MISSING;
    }
    Map<String, Integer> known = seen.get(column);
    Integer code = known.get(value);
    if (code == null) {
      String clean = value.strip();
      Map<String, Integer> dictionary = dictionaries.get(column);
      if (NullWords.isMissing(clean)) {
        code = TextColumn.MISSING;
      } else {
        Integer present = dictionary.putIfAbsent(clean, dictionary.size());
        code = present == null ? dictionary.size() - 1 : present;
      }
      known.put(value, code);
    }
    return code;
  }

  private void grow() {
    int length = ids.length * 2;
    ids = Arrays.copyOf(ids, length);
    sources = Arrays.copyOf(sources, length);
    codes.replaceAll(column -> Arrays.copyOf(column, length));
  }

  /// Makes the larger of two files the first source, and of two of one size the one whose contents
  /// come first by their hash, so that nothing depends on which was given first. To be called once,
  /// after the last row.
  public void orderTwoFiles() {
    sourceCount = 2;
    int second = 0;
    for (int row = 0; row < rows; row++) {
      second += sources[row];
    }
    int order = Integer.compare(rows - second, second);
    turned = order < 0 || (order == 0 && contents(0) > contents(1));
    for (int row = 0; row < rows && turned; row++) {
      sources[row] = (byte) (1 - sources[row]);
    }
  }

  /// Whether the second file became the first source.
  public boolean turned() {
    return turned;
  }

  /// A hash of a file's rows, whatever their order.
  private long contents(int source) {
    long[][] values = new long[names.size()][];
    for (int c = 0; c < values.length; c++) {
      long name = TextHash.of(names.get(c));
      long[] hashes = new long[dictionaries.get(c).size()];
      dictionaries
          .get(c)
          .forEach((value, code) -> hashes[code] = TextHash.of(name, TextHash.of(value)));
      values[c] = hashes;
    }
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      if (sources[row] == source) {
        long cells = 0;
        for (int c = 0; c < values.length; c++) {
          int code = codes.get(c)[row];
          cells += code < 0 ? 0 : values[c][code];
        }
        sum += TextHash.of(TextHash.of(ids[row]), cells);
      }
    }
    return sum;
  }

  /// The table, rows in the order of source and id.
  ///
  /// @throws WorkbenchException when an id occurs twice in one source
  public RecordTable build() {
    Integer[] order = new Integer[rows];
    Arrays.setAll(order, row -> row);
    Arrays.parallelSort(order, this::compareRows);
    for (int i = 1; i < rows; i++) {
      if (compareRows(order[i - 1], order[i]) == 0) {
        throw WorkbenchException.data(
            "C360-IDT-003",
            "The id "
                + ids[order[i]]
                + " stands on more than one row ("
                + (Math.min(order[i - 1], order[i]) + 1)
                + " and "
                + (Math.max(order[i - 1], order[i]) + 1)
                + "); choose an id column whose values are unique, or leave --id out to number"
                + " the rows.");
      }
    }
    String[] sortedIds = new String[rows];
    byte[] sortedSources = new byte[rows];
    for (int i = 0; i < rows; i++) {
      sortedIds[i] = ids[order[i]];
      sortedSources[i] = sources[order[i]];
    }
    List<TextColumn> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      columns.add(column(c, order));
    }
    return new RecordTable(sortedIds, sortedSources, columns, sourceCount, turned);
  }

  /// Codes are given anew by first appearance in the sorted rows, so that they too do not depend
  /// on the order of the input.
  private TextColumn column(int c, Integer[] order) {
    Map<String, Integer> dictionary = dictionaries.get(c);
    String[] old = new String[dictionary.size()];
    dictionary.forEach((value, code) -> old[code] = value);
    int[] given = new int[old.length];
    Arrays.fill(given, -1);
    String[] values = new String[old.length];
    int[] sorted = new int[rows];
    int next = 0;
    int[] column = codes.get(c);
    for (int i = 0; i < rows; i++) {
      int code = column[order[i]];
      if (code >= 0 && given[code] < 0) {
        given[code] = next;
        values[next++] = old[code];
      }
      sorted[i] = code < 0 ? TextColumn.MISSING : given[code];
    }
    return new TextColumn(names.get(c), sorted, values);
  }

  private int compareRows(int a, int b) {
    int order = Integer.compare(sources[a], sources[b]);
    return order == 0 ? ids[a].compareTo(ids[b]) : order;
  }
}
