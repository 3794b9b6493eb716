package io.customer360.ingest.file;

import java.io.IOException;
import java.util.Arrays;

/// Parts delimited text into fields: where each begins and ends in a buffer. Quoted fields are
/// freed of their quotes in place; a quote within an unquoted field is a letter; a blank line is no
/// record. Looks at eight bytes at a time. For use by one thread at a time.
final class CsvColumns {
  /// Readable behind the text, and writable behind what is copied.
  static final int ROOM = 8;

  private static final int INCOMPLETE = -1;

  private final int columns;
  private final byte delimiter;
  private final byte quote;
  private final long delimiters;
  private int[] starts = new int[1 << 16];
  private int[] ends = new int[1 << 16];
  private int fields;

  /// Fields that hold doubled quotes.
  private int[] doubled = new int[64];

  private int doubles;
  private int consumed;
  private long records;
  private final boolean[] padded;

  /// @param delimiter one byte
  /// @param quote one byte, or empty for none
  CsvColumns(int columns, String delimiter, String quote) {
    this.columns = columns;
    this.delimiter = (byte) delimiter.charAt(0);
    this.quote = quote.isEmpty() ? ByteWords.NONE : (byte) quote.charAt(0);
    this.delimiters = ByteWords.repeated(this.delimiter);
    this.padded = new boolean[columns];
  }

  /// Parts the whole records between two places; their fields can be asked for until the next call.
  /// A record that does not end before `to` is left for the next call, unless the text does.
  ///
  /// @param bytes at least [#ROOM] longer than `to`
  /// @param last whether the text ends at `to`
  /// @return how many records there are
  /// @throws IOException when a record does not have as many fields as there are columns
  int part(byte[] bytes, int from, int to, boolean last) throws IOException {
    fields = 0;
    doubles = 0;
    consumed = from;
    int rows = 0;
    while (consumed < to) {
      int behind = record(bytes, consumed, to, last);
      if (behind == INCOMPLETE) {
        fields = rows * columns;
        break;
      }
      consumed = behind;
      int found = fields - rows * columns;
      if (found > 0) {
        rows++;
        records++;
        if (found != columns) {
          throw misshapen("has " + found + " fields where " + columns + " are wanted");
        }
      }
    }
    for (int i = 0; i < doubles && doubled[i] < fields; i++) {
      ends[doubled[i]] = single(bytes, starts[doubled[i]], ends[doubled[i]]);
    }
    return rows;
  }

  /// Where the records of the last call end.
  int consumed() {
    return consumed;
  }

  /// The place behind the first record, which may stand behind blank lines; -1 when it does not end
  /// before `to`.
  int behindFirst(byte[] bytes, int from, int to, boolean last) throws IOException {
    int at = from;
    fields = 0;
    while (fields == 0 && at != INCOMPLETE && at < to) {
      at = record(bytes, at, to, last);
    }
    return at;
  }

  private IOException misshapen(String what) {
    return new IOException("record " + records + " " + what);
  }

  /// Adds the fields of one record; the place behind it.
  private int record(byte[] bytes, int from, int to, boolean last) throws IOException {
    int before = fields;
    int start = from;
    while (true) {
      if (start < to && bytes[start] == quote) {
        int close = closing(bytes, start + 1, to);
        int next = close + 1;
        if (close < 0 || (next >= to && !last)) {
          if (last) {
            throw misshapen("ends within quotes");
          }
          return INCOMPLETE;
        }
        add(start + 1, close);
        if (next < to && bytes[next] == delimiter) {
          start = next + 1;
          continue;
        }
        next += next < to && bytes[next] == '\r' ? 1 : 0;
        if (next >= to) {
          return last ? to : INCOMPLETE;
        }
        if (bytes[next] != '\n') {
          throw misshapen("has text behind a closing quote");
        }
        return next + 1;
      }
      int hit = next(bytes, start, to);
      if (hit < to && bytes[hit] == delimiter) {
        add(start, hit);
        start = hit + 1;
        continue;
      }
      if (hit >= to && !last) {
        return INCOMPLETE;
      }
      int end = hit > start && bytes[hit - 1] == '\r' ? hit - 1 : hit;
      if (fields > before || end > start) {
        add(start, end);
      }
      return Math.min(to, hit + 1);
    }
  }

  /// The next delimiter or line end, or `to`.
  private int next(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at += 8) {
      long word = (long) ByteWords.LONGS.get(bytes, at);
      long hits = ByteWords.zeros(word ^ delimiters) | ByteWords.zeros(word ^ ByteWords.NEWLINES);
      if (hits != 0) {
        // The lowest hit is a true one: only those above it can be false.
        return Math.min(to, at + (Long.numberOfTrailingZeros(hits) >>> 3));
      }
    }
    return to;
  }

  /// The place of the quote that closes the field to be added next, or -1.
  private int closing(byte[] bytes, int from, int to) {
    boolean twice = false;
    for (int at = from; at < to; at++) {
      if (bytes[at] == quote) {
        if (at + 1 < to && bytes[at + 1] == quote) {
          twice = true;
          at++;
        } else {
          if (twice) {
            doubled = doubles == doubled.length ? Arrays.copyOf(doubled, 2 * doubles) : doubled;
            doubled[doubles++] = fields;
          }
          return at;
        }
      }
    }
    return -1;
  }

  private void add(int start, int end) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, 2 * fields);
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    starts[fields] = start;
    ends[fields++] = end;
  }

  /// Takes one of every two quotes out, in place; the end of what is left. What was behind it
  /// becomes quotes, so that no half of a letter stays.
  private int single(byte[] bytes, int from, int to) {
    int end = from;
    for (int at = from; at < to; at++) {
      bytes[end++] = bytes[at];
      at += bytes[at] == quote ? 1 : 0;
    }
    Arrays.fill(bytes, end, to, quote);
    return end;
  }

  /// Bytes of one column's fields together.
  int length(int rows, int column) {
    int length = 0;
    for (int row = 0, field = column; row < rows; row++, field += columns) {
      length += ends[field] - starts[field];
    }
    return length;
  }

  /// Copies one column's fields behind one another.
  ///
  /// @param offsets takes where each field begins, and the end of the last
  /// @param valid takes a bit for each field that is not empty
  /// @param into at least [#ROOM] longer than the fields together
  void copy(byte[] bytes, int rows, int column, int[] offsets, byte[] valid, byte[] into) {
    Arrays.fill(valid, 0, (rows + 7) >>> 3, (byte) 0);
    boolean padded = this.padded[column];
    int at = 0;
    for (int row = 0, field = column; row < rows; row++, field += columns) {
      offsets[row] = at;
      int start = starts[field];
      int length = ends[field] - start;
      for (int done = 0; done < length; done += 8) {
        ByteWords.LONGS.set(into, at + done, (long) ByteWords.LONGS.get(bytes, start + done));
      }
      if (length > 0) {
        valid[row >>> 3] |= (byte) (1 << (row & 7));
        padded |= blank(bytes, start, start + length);
      }
      at += length;
    }
    offsets[rows] = at;
    this.padded[column] = padded;
  }

  /// Whether a field may begin or end with a blank of any script; every blank beyond ASCII is
  /// written in two or three bytes of which the first is one of these.
  private static boolean blank(byte[] bytes, int start, int end) {
    return bytes[start] == ' '
        || bytes[end - 1] == ' '
        || (bytes[start] < 0 && blankAt(bytes, start, end))
        || (bytes[end - 1] < 0
            && ((end - start > 1 && blankAt(bytes, end - 2, end))
                || (end - start > 2 && blankAt(bytes, end - 3, end))));
  }

  private static boolean blankAt(byte[] bytes, int at, int end) {
    byte first = bytes[at];
    return end - at >= 2
        && (first == (byte) 0xC2 && bytes[at + 1] == (byte) 0xA0
            || first == (byte) 0xE1
            || first == (byte) 0xE2
            || first == (byte) 0xE3);
  }

  /// Whether a value of a column that was copied may begin or end with a blank.
  boolean padded(int column) {
    return padded[column];
  }
}
