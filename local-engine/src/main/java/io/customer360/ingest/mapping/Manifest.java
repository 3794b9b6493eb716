package io.customer360.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is written beside each landed file, enough to build everything in `ops` again.
///
/// @param number order of the landings, from 1
/// @param receivedAt instant, ISO
/// @param mappingText the mapping as it was
/// @param columns raw columns in order
/// @param firstLine line of the first row in the source file when rows follow each other line by
///     line; 0 when the Parquet file holds a column `_line` instead
/// @param rows rows in the Parquet file
/// @param misshapen records that did not have as many fields as the header
/// @param paths JSON paths whose texts the Parquet file holds beside each document, in the order of
///     its columns [TypedSelect#cut]; empty where there are none
/// @param trimmed raw columns no value of which begins or ends with a blank; empty where nobody
///     looked
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    @JsonProperty("version") int version,
    @JsonProperty("landing") String landing,
    @JsonProperty("number") long number,
    @JsonProperty("dataset") String dataset,
    @JsonProperty("source") String source,
    @JsonProperty("file") String file,
    @JsonProperty("sha256") String sha256,
    @JsonProperty("bytes") long bytes,
    @JsonProperty("received_at") String receivedAt,
    @JsonProperty("mapping") String mapping,
    @JsonProperty("mapping_revision") int mappingRevision,
    @JsonProperty("mapping_text") String mappingText,
    @JsonProperty("columns") List<String> columns,
    @JsonProperty("first_line") long firstLine,
    @JsonProperty("rows") long rows,
    @JsonProperty("misshapen") List<Misshapen> misshapen,
    @JsonProperty("paths") List<String> paths,
    @JsonProperty("trimmed") List<String> trimmed) {
  /// Landings of an earlier version of the program say nothing of paths and blanks.
  public Manifest {
    paths = paths == null ? List.of() : List.copyOf(paths);
    trimmed = trimmed == null ? List.of() : List.copyOf(trimmed);
  }

  /// A record with too many or too few fields, kept as text.
  public record Misshapen(
      @JsonProperty("line") long line,
      @JsonProperty("fields") int fields,
      @JsonProperty("text") String text) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /// Rows of the source file.
  public long received() {
    return rows + misshapen.size();
  }

  /// The mapping but for its revision: what decides how rows are read.
  public String reading() {
    return reading(mappingText);
  }

  public static String reading(String mappingText) {
    return mappingText.replaceFirst("(?m)^revision:.*\\R", "");
  }

  public byte[] json() {
    try {
      return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static Manifest read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), Manifest.class);
    } catch (IOException failure) {
      throw Faults.storage("Cannot read " + file, failure);
    }
  }
}
