package io.customer360.studio.matrix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.VarCharVector;

/// What the rows are called: the texts of an id column in one array of bytes, so that a million
/// names are two arrays, or the row numbers from 1 when there is no such column.
public final class RowNames {
  private final String column;
  private final byte[] bytes;
  private final int[] ends;

  private RowNames(String column, byte[] bytes, int[] ends) {
    this.column = column;
    this.bytes = bytes;
    this.ends = ends;
  }

  /// Row numbers, under the heading `row`.
  public static RowNames numbers() {
    return new RowNames("row", new byte[0], new int[0]);
  }

  /// The heading: the id column's name, or `row`.
  public String column() {
    return column;
  }

  /// Whether these are texts of a column and not row numbers.
  public boolean named() {
    return ends.length > 0;
  }

  /// How many rows are named, 0 for row numbers.
  int rows() {
    return ends.length;
  }

  /// The name of row `row`, counted from 0.
  public String name(int row) {
    if (!named()) {
      return Integer.toString(row + 1);
    }
    int start = row == 0 ? 0 : ends[row - 1];
    return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
  }

  /// Sets the place of a batch to the name of a row, without making a text of it.
  public void into(VarCharVector batch, int place, int row) {
    if (named()) {
      int start = row == 0 ? 0 : ends[row - 1];
      batch.setSafe(place, bytes, start, ends[row] - start);
    } else {
      batch.setSafe(place, name(row).getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Collects names in row order. Not for several threads.
  static final class Builder {
    private final String column;
    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 12];
    private int rows;
    private int length;

    Builder(String column) {
      this.column = column;
    }

    void add(String name) {
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      room(text.length);
      System.arraycopy(text, 0, bytes, length, text.length);
      length += text.length;
      ends[rows++] = length;
    }

    /// Adds the names of a batch; nothing where there is none.
    void addAll(VarCharVector batch, int count) {
      ArrowBuf texts = batch.getDataBuffer();
      for (int row = 0; row < count; row++) {
        long start = batch.getStartOffset(row);
        int size = batch.isNull(row) ? 0 : batch.getValueLength(row);
        room(size);
        texts.getBytes(start, bytes, length, size);
        length += size;
        ends[rows++] = length;
      }
    }

    private void room(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
      }
      if (rows == ends.length) {
        ends = Arrays.copyOf(ends, rows * 2);
      }
    }

    boolean ascending() {
      int before = 0;
      for (int row = 1; row < rows; row++) {
        if (Arrays.compareUnsigned(bytes, before, ends[row - 1], bytes, ends[row - 1], ends[row])
            > 0) {
          return false;
        }
        before = ends[row - 1];
      }
      return true;
    }

    RowNames build() {
      return new RowNames(column, Arrays.copyOf(bytes, length), Arrays.copyOf(ends, rows));
    }
  }
}
