package io.customer360.ingest.file;

import java.util.ArrayList;
import java.util.List;

/// Splits a small piece of CSV text into records, for looking at a file before it is read in bulk.
public final class CsvRecords {
  private CsvRecords() {}

  /// @param complete whether the text is the whole file; else its last record is left out
  public static List<List<String>> split(
      String text, String delimiter, String quote, boolean complete, int limit) {
    List<List<String>> records = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    char mark = quote.isEmpty() ? '\0' : quote.charAt(0);
    char between = delimiter.charAt(0);
    boolean inside = false;
    boolean started = false;
    int length = text.length();
    for (int i = 0; i < length && records.size() < limit; i++) {
      char c = text.charAt(i);
      if (inside) {
        if (c != mark) {
          field.append(c);
        } else if (i + 1 < length && text.charAt(i + 1) == mark) {
          field.append(c);
          i++;
        } else {
          inside = false;
        }
      } else if (mark != '\0' && c == mark && !started) {
        inside = true;
        started = true;
      } else if (c == between) {
        fields.add(field.toString());
        field.setLength(0);
        started = false;
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n') {
          i++;
        }
        if (!fields.isEmpty() || !field.isEmpty() || started) {
          fields.add(field.toString());
          records.add(List.copyOf(fields));
        }
        fields.clear();
        field.setLength(0);
        started = false;
      } else {
        field.append(c);
        started = true;
      }
    }
    if (complete && records.size() < limit && (!fields.isEmpty() || !field.isEmpty() || started)) {
      fields.add(field.toString());
      records.add(List.copyOf(fields));
    }
    return records;
  }
}
