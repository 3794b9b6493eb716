package io.customer360.ingest.mapping;

/// How to read a file. Kept in its mapping, so that the next file is read the same way.
///
/// @param gzip whether the file is compressed
/// @param delimiter one character between fields (CSV)
/// @param quote one character around fields that hold a delimiter, or empty for none (CSV)
/// @param encoding `utf-8`, `utf-16`, `latin-1` or `cp1252`
/// @param header whether the first record names the columns (CSV); else they are column1, column2
/// @param skip lines above the table that are no part of it (CSV)
public record FileOptions(
    FileFormat format,
    boolean gzip,
    String delimiter,
    String quote,
    String encoding,
    boolean header,
    int skip) {
  public FileOptions(
      FileFormat format,
      boolean gzip,
      String delimiter,
      String quote,
      String encoding,
      boolean header) {
    this(format, gzip, delimiter, quote, encoding, header, 0);
  }

  /// Comma separated, quoted, UTF-8, with a header.
  public static final FileOptions CSV =
      new FileOptions(FileFormat.CSV, false, ",", "\"", "utf-8", true);

  /// One JSON object a line, UTF-8.
  public static final FileOptions JSON_LINES =
      new FileOptions(FileFormat.JSON_LINES, false, "", "", "utf-8", false);

  public static final FileOptions PARQUET =
      new FileOptions(FileFormat.PARQUET, false, "", "", "utf-8", false);
}
