package io.customer360.profile.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Many short texts in ascending byte order, each with a number: one blob, one array of ends, one
/// of numbers. About the length of the text plus eight bytes each.
final class SortedTexts {
  private final byte[] blob;
  private final int[] ends;
  private final int[] owners;

  private SortedTexts(byte[] blob, int[] ends, int[] owners) {
    this.blob = blob;
    this.ends = ends;
    this.owners = owners;
  }

  /// Takes texts in ascending order of their UTF-8 bytes.
  static final class Builder {
    private byte[] blob = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] owners = new int[1 << 8];
    private int length;
    private int size;

    void add(String text, int owner) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (length + bytes.length > blob.length) {
        blob = Arrays.copyOf(blob, Math.max(blob.length * 3 / 2, length + bytes.length));
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, size * 3 / 2);
        owners = Arrays.copyOf(owners, size * 3 / 2);
      }
      System.arraycopy(bytes, 0, blob, length, bytes.length);
      length += bytes.length;
      ends[size] = length;
      owners[size++] = owner;
    }

    SortedTexts build() {
      return new SortedTexts(
          Arrays.copyOf(blob, length), Arrays.copyOf(ends, size), Arrays.copyOf(owners, size));
    }
  }

  int size() {
    return ends.length;
  }

  int owner(int position) {
    return owners[position];
  }

  int length(int position) {
    return ends[position] - start(position);
  }

  /// The first position whose text begins with `prefix` or is greater.
  int from(String prefix) {
    return bound(prefix.getBytes(StandardCharsets.UTF_8), false);
  }

  /// The first position after those whose text begins with `prefix`.
  int until(String prefix) {
    return bound(prefix.getBytes(StandardCharsets.UTF_8), true);
  }

  private int bound(byte[] prefix, boolean after) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int start = start(middle);
      int end = Math.min(ends[middle], start + prefix.length);
      int order = Arrays.compareUnsigned(blob, start, end, prefix, 0, prefix.length);
      if (order < 0 || (after && order == 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int start(int position) {
    return position == 0 ? 0 : ends[position - 1];
  }

  long bytes() {
    return blob.length + 4L * ends.length + 4L * owners.length;
  }
}
