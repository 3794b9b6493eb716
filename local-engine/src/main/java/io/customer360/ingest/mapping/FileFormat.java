package io.customer360.ingest.mapping;

/// The formats that can be read.
public enum FileFormat {
  CSV("CSV"),
  JSON_LINES("JSON lines"),
  PARQUET("Parquet");

  private final String words;

  FileFormat(String words) {
    this.words = words;
  }

  /// The name for people.
  public String words() {
    return words;
  }
}
