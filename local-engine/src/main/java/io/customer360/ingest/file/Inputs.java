package io.customer360.ingest.file;

import io.customer360.ingest.mapping.ColumnMapping;
import io.customer360.ingest.mapping.Encodings;
import io.customer360.ingest.mapping.ExpressionGuard;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.MappingFix;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.lakehouse.Canonical;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What must hold of a file and its mapping before any work is done.
public final class Inputs {
  private static final int HEAD = 1 << 18;

  private Inputs() {}

  /// The options of the mapping with what the file itself says about compression and format.
  public static FileOptions actual(Path file, FileOptions wanted) {
    boolean gzip = SourceFile.isGzip(file);
    boolean parquet = !gzip && SourceFile.isParquet(file);
    if (parquet != (wanted.format() == FileFormat.PARQUET)) {
      throw parquet
          ? Faults.reading(file, "it is Parquet, not " + wanted.format().words(), null)
          : Faults.parquet(file, null);
    }
    if (wanted.format() != FileFormat.PARQUET) {
      byte[] head = SourceFile.head(file, gzip, 4096);
      boolean wide = wanted.encoding().toLowerCase(Locale.ROOT).startsWith("utf-16");
      for (byte value : head) {
        if (value == 0 && !wide) {
          throw looksWide(head)
              ? Faults.encoding(file, wanted.encoding(), "")
              : Faults.binary(file, head);
        }
      }
    }
    return new FileOptions(
        wanted.format(),
        gzip,
        wanted.delimiter(),
        wanted.quote(),
        wanted.encoding(),
        wanted.header(),
        wanted.skip());
  }

  static boolean looksWide(byte[] head) {
    if (head.length >= 2) {
      int mark = (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return true;
      }
    }
    return false;
  }

  /// Names in the first line of a text file, as they stand there; numbers where it has no header.
  public static List<String> header(Path file, FileOptions options) {
    if (options.format() == FileFormat.JSON_LINES) {
      return List.of(TypedSelect.JSON);
    }
    Charset charset = Encodings.charset(options.encoding()).orElse(StandardCharsets.UTF_8);
    byte[] head = SourceFile.head(file, options.gzip(), HEAD);
    String text = new String(head, charset);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    text = Preamble.behind(text, options.skip());
    List<List<String>> first =
        CsvRecords.split(text, options.delimiter(), options.quote(), head.length < HEAD, 1);
    if (first.isEmpty()) {
      throw text.isBlank() ? Faults.empty(file) : Faults.openQuote(file, 1);
    }
    List<String> names = first.getFirst();
    if (options.header()) {
      return names;
    }
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      numbered.add("column" + (i + 1));
    }
    return numbered;
  }

  public static void checkRequired(Path file, Mapping mapping, Canonical.Dataset dataset) {
    List<String> missing =
        dataset.columns().stream()
            .filter(Canonical.Column::required)
            .map(Canonical.Column::name)
            .filter(name -> !mapping.columns().containsKey(name))
            .toList();
    if (!missing.isEmpty()) {
      throw Faults.requiredMissing(file, dataset.name(), missing);
    }
  }

  public static void checkColumns(Path file, Mapping mapping, List<String> columns) {
    if (mapping.options().format() == FileFormat.JSON_LINES) {
      return;
    }
    List<String> known = columns.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    for (ColumnMapping column : mapping.columns().values()) {
      String from = column.from();
      if (from != null && !known.contains(from.toLowerCase(Locale.ROOT))) {
        throw Faults.columnMissing(file, from, mapping.name());
      }
    }
  }

  public static void checkLines(Path file, FileOptions options, LineScan.Result lines) {
    switch (options.format()) {
      case PARQUET -> {}
      case CSV -> {
        if (lines.openQuoteLine() > 0) {
          throw Faults.openQuote(file, firstTrouble(lines));
        }
        if (lines.strayQuoteLine() > 0) {
          throw Faults.strayQuote(file, lines.strayQuoteLine());
        }
        if (lines.records() == 0) {
          throw Faults.empty(file);
        }
        if (options.header() && lines.records() == 1) {
          throw Faults.headerOnly(file);
        }
      }
      case JSON_LINES -> {
        if (lines.records() == 0) {
          throw Faults.empty(file);
        }
      }
    }
  }

  /// When a quote stays open, text behind a later quote only follows from it: the first line with
  /// either is the one to mend.
  private static long firstTrouble(LineScan.Result lines) {
    return lines.strayQuoteLine() > 0
        ? Math.min(lines.strayQuoteLine(), lines.openQuoteLine())
        : lines.openQuoteLine();
  }

  public static void checkExpressions(Connection connection, Mapping mapping) throws SQLException {
    for (ColumnMapping column : mapping.columns().values()) {
      if (column.transform() != null) {
        ExpressionGuard.check(connection, column.transform());
      }
    }
    for (MappingFix fix : mapping.fixes()) {
      ExpressionGuard.check(connection, fix.expression());
    }
  }

  /// The plain first line of what the database says.
  public static String firstLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    String line = message.lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
