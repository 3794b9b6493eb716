package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each file that cannot be taken: a code, one plain line, and nothing changed.
class BadFileTest {
  private static final String GOOD = "1,A,2026-11-18T09:00:00Z,2,9.50,GBP,c1\n";

  @TempDir Path folder;
  private IngestFixture lake;
  private List<String> stored = List.of();

  @BeforeEach
  void open() {
    lake = IngestFixture.create(folder);
    lake.orders("before.csv", GOOD);
    stored = lake.stored();
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private void refused(Path file, String mapping, String code, String... words) {
    Mapping parsed = lake.ingest.parseMapping(mapping);
    var failure =
        catchThrowableOfType(
            WorkbenchException.class, () -> lake.ingest.load(file, parsed, Progress.NONE));
    assertThat(failure).isNotNull();
    assertThat(failure.plain()).contains(words).endsWith("Nothing was changed.");
    assertThat(failure.plain().lines()).hasSize(1);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(lake.stored()).isEqualTo(stored);
    assertThat(lake.ingest.landings()).hasSize(1);
    assertThat(lake.number("select count(*) from bronze.transaction")).isEqualTo(1);
  }

  private void refused(String name, String text, String code, String... words) {
    refused(lake.file(name, text), IngestFixture.ORDERS, code, words);
  }

  private void refused(String name, byte[] bytes, String code, String... words) {
    refused(lake.file(name, bytes), IngestFixture.ORDERS, code, words);
  }

  @Test
  void missing() {
    refused(folder.resolve("gone.csv"), IngestFixture.ORDERS, "C360-IMP-001", "does not exist");
  }

  @Test
  void folder() {
    refused(folder, IngestFixture.ORDERS, "C360-IMP-002", "is a folder");
  }

  @Test
  void empty() {
    refused("empty.csv", "", "C360-IMP-003", "empty.csv is empty");
  }

  @Test
  void headerOnly() {
    refused("header.csv", IngestFixture.ORDERS_HEADER, "C360-IMP-004", "a header and no rows");
  }

  @Test
  void binary() {
    byte[] noise = new byte[500];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 37);
    }
    refused("photo.csv", noise, "C360-IMP-005", "is not text");
  }

  @Test
  void halfAGzip() throws IOException {
    byte[] whole = gzip(IngestFixture.ORDERS_HEADER + GOOD.repeat(5_000));
    refused("half.csv.gz", Arrays.copyOf(whole, whole.length / 2), "C360-IMP-006", "in the middle");
  }

  @Test
  void damagedGzip() throws IOException {
    byte[] whole = gzip(IngestFixture.ORDERS_HEADER + GOOD.repeat(5_000));
    whole[10] = (byte) 0xFF;
    refused("damaged.csv.gz", whole, "C360-IMP-007", "damaged gzip");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  @Test
  void wrongEncoding() {
    String text = IngestFixture.ORDERS_HEADER + GOOD + "2,Käse,2026-11-18,1,2.00,EUR,c2\n";
    refused(
        "latin.csv",
        text.getBytes(StandardCharsets.ISO_8859_1),
        "C360-IMP-008",
        "is not utf-8",
        "Choose its encoding");
  }

  @Test
  void utf16ReadAsUtf8() {
    refused(
        "wide.csv",
        (IngestFixture.ORDERS_HEADER + GOOD).getBytes(StandardCharsets.UTF_16),
        "C360-IMP-008",
        "is not utf-8");
  }

  @Test
  void mostLinesOfAnotherWidth() {
    refused(
        "torn.csv",
        IngestFixture.ORDERS_HEADER + "a;b\n".repeat(30) + GOOD,
        "C360-IMP-009",
        "7 fields a line");
  }

  @Test
  void wrongDelimiter() {
    refused(
        "semicolons.csv",
        (IngestFixture.ORDERS_HEADER + GOOD).replace(',', ';'),
        "C360-IMP-010",
        "no column 'order'",
        "delimiter");
  }

  @Test
  void nothingForARequiredColumn() {
    Mapping suggested =
        lake.ingest.suggest(
            lake.ingest.preview(lake.file("notes.csv", "remark,colour\nfine,red\nfaded,blue\n")),
            "person");
    assertThat(
            catchThrowableOfType(
                    WorkbenchException.class,
                    () -> lake.ingest.load(folder.resolve("notes.csv"), suggested, Progress.NONE))
                .plain())
        .startsWith("notes.csv cannot be imported as person: no column of it fills source_key")
        .endsWith("Nothing was changed.");
    assertThat(lake.stored()).isEqualTo(stored);
  }

  @Test
  void brokenJson() {
    String mapping =
        """
        version: 1
        dataset: event
        source: app
        file: {format: jsonl}
        columns: {occurred_at: at, event_type: type}
        """;
    String line = "{\"at\":\"2026-11-18\",\"type\":\"view\"}\n";
    refused(
        lake.file("events.jsonl", line + line + "{\"at\":\"2026-1\n" + line),
        mapping,
        "C360-IMP-011",
        "line 3");
  }

  @Test
  void tooManyBadRows() {
    refused(
        "wrong.csv",
        IngestFixture.ORDERS_HEADER + GOOD.replace("2026-11-18T09:00:00Z", "soon").repeat(40),
        "C360-IMP-012",
        "100%",
        "ordered_at must be a date and time");
  }

  @Test
  void openQuote() {
    refused(
        "quote.csv",
        IngestFixture.ORDERS_HEADER
            + GOOD.repeat(3)
            + "2,\"Tent 3P,2026-11-18,1,2.00,EUR,c2\n"
            + GOOD.repeat(3),
        "C360-IMP-014",
        "line 5",
        "never closes");
  }

  @Test
  void textBehindAClosingQuote() {
    refused(
        "quote.csv",
        IngestFixture.ORDERS_HEADER + GOOD + "2,\"Tent\" 3P,2026-11-18,1,2.00,EUR,c2\n",
        "C360-IMP-015",
        "line 3");
  }

  @Test
  void notParquet() {
    String mapping =
        """
        version: 1
        dataset: store
        source: catalog
        file: {format: parquet}
        columns: {store_id: id}
        """;
    refused(
        lake.file("broken.parquet", "PAR1 and then nothing of the kind"),
        mapping,
        "C360-IMP-016",
        "Parquet");
    refused(lake.file("text.parquet", "id\n1\n"), mapping, "C360-IMP-016", "Parquet");
  }

  @Test
  void previewRefusesTheSame() {
    assertThat(
            catchThrowableOfType(
                    WorkbenchException.class, () -> lake.ingest.preview(lake.file("empty.csv", "")))
                .code())
        .isEqualTo("C360-IMP-003");
    assertThat(
            catchThrowableOfType(WorkbenchException.class, () -> lake.ingest.preview(folder))
                .code())
        .isEqualTo("C360-IMP-002");
  }
}
