package io.customer360.ingest.file;

import java.util.ArrayList;
import java.util.List;

/// Walks over the bytes of a UTF-8 text once and learns where its records start: the line number of
/// every record, quotes that span lines, blank lines, a quote that never closes. Looks at eight
/// bytes at a time, because almost every byte is neither a line end nor a quote.
public final class LineScan {
  /// From record `ordinal` (0 is the first, header included) on, a record starts `shift` lines
  /// later than its ordinal alone would say.
  record Shift(long ordinal, long shift) {}

  /// @param records with the header
  /// @param blankLines lines without a character, which are not records
  /// @param shifts empty when record n starts at line n + 1
  /// @param openQuoteLine line of a quote that is open at the end, or 0
  /// @param strayQuoteLine first line with text behind a closing quote, or 0
  public record Result(
      long records, long blankLines, List<Shift> shifts, long openQuoteLine, long strayQuoteLine) {}

  private final byte quote;
  private final byte delimiter;
  private final long quotes;
  private final List<Shift> shifts = new ArrayList<>();

  private long base;
  private long recordStart;
  private long line = 1;
  private long recordLine = 1;
  private long records;
  private long blank;
  private long shift;
  private boolean inside;
  private long closedAt = -2;
  private long openLine;
  private long strayLine;
  private byte last = '\n';
  private byte lastButOne = '\n';

  /// @param quote the quote character, or empty for none
  /// @param delimiter the delimiter, or empty for none
  LineScan(String quote, String delimiter) {
    this.quote = quote.isEmpty() ? ByteWords.NONE : (byte) quote.charAt(0);
    byte[] between = delimiter.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    this.delimiter = between.length == 0 ? ByteWords.NONE : between[between.length - 1];
    this.quotes = ByteWords.repeated(this.quote);
  }

  void feed(byte[] bytes, int length) {
    if (base == 0 && length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB) {
      recordStart = 3;
    }
    checkBehindClosed(bytes, length);
    int at = 0;
    for (; at + 8 <= length; at += 8) {
      long word = (long) ByteWords.LONGS.get(bytes, at);
      long hits = ByteWords.zeros(word ^ ByteWords.NEWLINES) | ByteWords.zeros(word ^ quotes);
      while (hits != 0) {
        int index = at + (Long.numberOfTrailingZeros(hits) >>> 3);
        hits &= hits - 1;
        see(bytes, index, length);
      }
    }
    for (; at < length; at++) {
      see(bytes, at, length);
    }
    if (length >= 2) {
      lastButOne = bytes[length - 2];
    } else if (length == 1) {
      lastButOne = last;
    }
    if (length > 0) {
      last = bytes[length - 1];
    }
    base += length;
  }

  private void see(byte[] bytes, int index, int length) {
    byte value = bytes[index];
    if (value == '\n') {
      newline(bytes, index);
    } else if (value == quote) {
      quoteAt(bytes, index, length);
    }
  }

  private void newline(byte[] bytes, int index) {
    line++;
    if (inside) {
      return;
    }
    long width = base + index - recordStart;
    boolean empty = width == 0 || (width == 1 && before(bytes, index) == '\r');
    endRecord(empty, base + index + 1);
  }

  private void endRecord(boolean empty, long nextStart) {
    if (empty) {
      blank++;
    } else {
      if (recordLine - (records + 1) != shift) {
        shift = recordLine - (records + 1);
        shifts.add(new Shift(records, shift));
      }
      records++;
    }
    recordStart = nextStart;
    recordLine = line;
  }

  private byte before(byte[] bytes, int index) {
    return index > 0 ? bytes[index - 1] : last;
  }

  private void quoteAt(byte[] bytes, int index, int length) {
    long position = base + index;
    if (inside) {
      inside = false;
      closedAt = position;
      if (index + 1 < length) {
        checkBehind(bytes[index + 1]);
      }
    } else if (closedAt == position - 1) {
      inside = true;
    } else if (position == recordStart || before(bytes, index) == delimiter) {
      inside = true;
      openLine = line;
    }
    // Anywhere else a quote is a letter: 7" SINGLE.
  }

  private void checkBehindClosed(byte[] bytes, int length) {
    if (!inside && closedAt == base - 1 && length > 0) {
      checkBehind(bytes[0]);
    }
  }

  private void checkBehind(byte next) {
    boolean fine = next == quote || next == delimiter || next == '\n' || next == '\r';
    if (!fine && strayLine == 0 && !multiByteDelimiter()) {
      strayLine = openLine;
    }
  }

  private boolean multiByteDelimiter() {
    return delimiter < 0 && delimiter != ByteWords.NONE;
  }

  Result result() {
    if (base > recordStart) {
      boolean empty = base == recordStart + 1 && last == '\r' && lastButOne == '\n';
      line++;
      endRecord(empty, base);
    }
    return new Result(records, blank, List.copyOf(shifts), inside ? openLine : 0, strayLine);
  }
}
