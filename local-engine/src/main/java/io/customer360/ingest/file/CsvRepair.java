package io.customer360.ingest.file;

import io.customer360.ingest.mapping.Manifest;
import io.customer360.job.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The slow road for a file the bulk reader refused: copies the records that have the right number
/// of fields and sets the others aside with their line. Blank lines are dropped; they hold nothing.
final class CsvRepair {
  /// @param shifts as of [LineScan], over the records that were copied
  record Result(long records, List<LineScan.Shift> shifts, List<Manifest.Misshapen> misshapen) {}

  private static final int LONGEST_TEXT = 2_000;

  private final byte quote;
  private final byte delimiter;
  private final int expected;
  private final List<LineScan.Shift> shifts = new ArrayList<>();
  private final List<Manifest.Misshapen> misshapen = new ArrayList<>();
  private long records;
  private long shift;

  CsvRepair(String quote, String delimiter, int expected) {
    this.quote = quote.isEmpty() ? (byte) 0xFF : (byte) quote.charAt(0);
    byte[] between = delimiter.getBytes(StandardCharsets.UTF_8);
    this.delimiter = between[between.length - 1];
    this.expected = expected;
  }

  Result copy(Path from, Path to, Progress progress) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(from), 1 << 20);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 20)) {
      ByteArrayOutputStream record = new ByteArrayOutputStream();
      boolean inside = false;
      boolean fieldStart = true;
      byte before = '\n';
      int fields = 1;
      long line = 1;
      long recordLine = 1;
      int value = skipMark(in);
      for (; value >= 0; value = in.read()) {
        byte letter = (byte) value;
        record.write(value);
        if (letter == '\n') {
          line++;
          if ((line & 0xFFF) == 0) {
            progress.checkCancelled();
          }
          if (!inside) {
            end(record, fields, recordLine, out);
            record.reset();
            fields = 1;
            fieldStart = true;
            recordLine = line;
            before = letter;
            continue;
          }
        } else if (letter == quote) {
          // A doubled quote closes and opens again, which comes to the same.
          inside = !inside && (fieldStart || before == quote);
        } else if (letter == delimiter && !inside) {
          fields++;
          fieldStart = true;
          before = letter;
          continue;
        }
        fieldStart = false;
        before = letter;
      }
      end(record, fields, recordLine, out);
    }
    return new Result(records, List.copyOf(shifts), List.copyOf(misshapen));
  }

  private static int skipMark(InputStream in) throws IOException {
    in.mark(3);
    if (in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF) {
      return in.read();
    }
    in.reset();
    return in.read();
  }

  private void end(ByteArrayOutputStream record, int fields, long recordLine, OutputStream out)
      throws IOException {
    String text = record.size() <= 2 ? record.toString(StandardCharsets.UTF_8).strip() : "x";
    if (text.isEmpty()) {
      return;
    }
    if (fields != expected) {
      String whole = record.toString(StandardCharsets.UTF_8).stripTrailing();
      misshapen.add(
          new Manifest.Misshapen(
              recordLine,
              fields,
              whole.length() > LONGEST_TEXT ? whole.substring(0, LONGEST_TEXT) : whole));
      return;
    }
    if (recordLine - (records + 1) != shift) {
      shift = recordLine - (records + 1);
      shifts.add(new LineScan.Shift(records, shift));
    }
    records++;
    // One kind of line end for all: files put together from several systems mix them.
    byte[] bytes = record.toByteArray();
    int length = bytes.length;
    boolean mixed = length >= 2 && bytes[length - 1] == '\n' && bytes[length - 2] == '\r';
    out.write(bytes, 0, mixed ? length - 2 : length);
    if (mixed) {
      out.write('\n');
    }
  }
}
