package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ingest.suggest.FilePreview;
import io.customer360.job.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as spreadsheets, book-keeping and reports write them, imported by the suggestion alone.
class AnalystFilesTest {
  private static final String HEADER =
      "order_id;order_date;customer_id;sku;quantity;unit_price;currency\n";

  @TempDir Path folder;
  private IngestFixture lake;

  @BeforeEach
  void open() {
    lake = IngestFixture.create(folder);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private FilePreview load(String text) {
    Path file = lake.file("orders.csv", text);
    FilePreview preview = lake.ingest.preview(file);
    assertThat(preview.suggested().dataset()).isEqualTo("transaction");
    lake.ingest.load(file, preview.suggested(), Progress.NONE);
    return preview;
  }

  /// Thirty orders, of which the dates and prices are given.
  private static String orders(List<String> dates, List<String> prices) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(
          "%d;%s;C%d;BOOT-%d;%d;%s;EUR%n"
              .formatted(
                  1000 + i,
                  dates.get(i % dates.size()),
                  i % 9,
                  i % 4,
                  1 + i % 3,
                  prices.get(i % prices.size())));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private void assertPrices(List<String> written, String... read) {
    load(HEADER + orders(List.of("2025-03-14"), written));
    assertThat(lake.rows("select distinct unit_price from bronze.transaction order by 1"))
        .containsExactly(read);
  }

  @Test
  void amountsWithACurrencyBehindADecimalComma() {
    assertPrices(List.of("9,50 €", "1.234,00 €"), "9.50", "1234.00");
  }

  @Test
  void amountsWithTheCodeOfACurrency() {
    assertPrices(List.of("EUR 9.50", "EUR 1,234.00"), "9.50", "1234.00");
  }

  @Test
  void blanksBetweenThousands() {
    assertPrices(List.of("9,50", "1\u00a0234,00"), "9.50", "1234.00");
  }

  @Test
  void apostrophesBetweenThousands() {
    assertPrices(List.of("9.50", "1'234.00"), "9.50", "1234.00");
  }

  @Test
  void whatIsTakenAwayStandsInBracketsOrHasItsSignBehind() {
    String rows =
        orders(List.of("2025-03-14"), List.of("9.50"))
            + "1040;2025-03-15;C1;BOOT-1;1;(2.50);EUR\n1041;2025-03-15;C1;BOOT-1;1;3.50-;EUR\n";
    load(HEADER + rows);
    assertThat(lake.open()).extracting(QuarantineRow::line).containsExactly(32L, 33L);
    assertThat(lake.open()).allSatisfy(row -> assertThat(row.rule()).contains("0 to 1,000,000"));
  }

  @Test
  void datesWithTheNameOfTheMonth() {
    load(HEADER + orders(List.of("14 March 2025 10:15", "3 May 2025 08:00"), List.of("9.50")));
    assertThat(lake.rows("select distinct ordered_at::date from bronze.transaction order by 1"))
        .containsExactly("2025-03-14", "2025-05-03");
  }

  @Test
  void datesOfFourStylesInOneColumn() {
    FilePreview preview =
        load(
            HEADER
                + orders(
                    List.of("2025-03-14", "15/03/2025", "16.03.2025", "\"Mar 17, 2025\""),
                    List.of("9.50")));
    assertThat(lake.rows("select distinct ordered_at::date from bronze.transaction order by 1"))
        .containsExactly("2025-03-14", "2025-03-15", "2025-03-16", "2025-03-17");
    assertThat(preview.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("order_date has dates of several styles (2025-03-14; 15/03/2025;"));
  }

  @Test
  void aSpreadsheetNamesTheDelimiterInTheFirstLine() {
    load(
        "sep=;\r\n"
            + (HEADER + orders(List.of("2025-03-14"), List.of("9,50"))).replace("\n", "\r\n"));
    assertThat(lake.number("select count(*) from bronze.transaction")).isEqualTo(30);
    assertThat(lake.number("select min(_line) from bronze.transaction")).isEqualTo(3);
  }

  @Test
  void commentsAndTitlesAboveTheTable() {
    String rows = HEADER + orders(List.of("2025-03-14"), List.of("9.50")) + "x;;;;;;\n";
    FilePreview preview = load("# shop X\n# made on Monday\n" + rows);
    assertThat(preview.suggested().options().skip()).isEqualTo(2);
    assertThat(lake.open()).singleElement().satisfies(r -> assertThat(r.line()).isEqualTo(34));
    Path titled = lake.file("report.csv", "Orders of March;;;;;;\n;;;;;;\n" + rows);
    assertThat(lake.ingest.preview(titled).suggested().options().skip()).isEqualTo(2);
    assertThat(lake.ingest.mappingText(preview.suggested())).contains("skip: 2");
  }

  @Test
  void aTableWithoutATitleLosesNoLine() {
    for (String text :
        List.of(
            HEADER + orders(List.of("2025-03-14"), List.of("9.50")),
            "#;name;city\n1;Ada;York\n2;Ben;Hull\n3;Cy;Bath\n",
            "note;amount;day\n\"a;b\";;\n;;\n1;2;3\n1;2;3\n")) {
      assertThat(lake.ingest.preview(lake.file("t.csv", text)).options().skip()).isZero();
    }
  }

  @Test
  void wordsThatStandForNothing() {
    StringBuilder text = new StringBuilder("customer_id,last_name,email,birth_date\n");
    List<String> words = List.of("NULL", "N/A", "NaN", "#N/A", "-");
    for (int i = 0; i < 30; i++) {
      boolean there = i % 3 > 0;
      text.append(
          "C%d,%s,%s,%s\n"
              .formatted(
                  i,
                  i == 1 ? "Null" : "Lee",
                  there ? "p" + i + "@example.com" : words.get(i % 5),
                  there ? "1980-05-1" + i % 9 : words.get((i + 1) % 5)));
    }
    Path file = lake.file("customers.csv", text.toString());
    FilePreview preview = lake.ingest.preview(file);
    lake.ingest.load(file, preview.suggested(), Progress.NONE);
    assertThat(
            lake.rows(
                "select count(*), count(email), count(birth_date), count(*) filter (last_name ="
                    + " 'Null') from bronze.person"))
        .containsExactly("30|20|20|1");
    assertThat(lake.open()).isEmpty();
    assertThat(preview.notes()).contains("email has #n/a, -, n/a, nan, null for nothing.");
  }

  @Test
  void columnsBeyondCountAreNotAllNamed() {
    StringBuilder more = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < 293; i++) {
      more.append(";attr_").append(i);
      values.append(";x");
    }
    String rows = orders(List.of("2025-03-14"), List.of("9.50")).replace("\n", values + "\n");
    FilePreview preview = load(HEADER.strip() + more + "\n" + rows);
    assertThat(preview.doubts(preview.suggested(), false)).isEmpty();
    assertThat(preview.remarks(preview.suggested()))
        .anySatisfy(remark -> assertThat(remark).endsWith("attr_19 and 273 more."));
  }

  @Test
  void aDelimiterBehindEveryLineButTheHeader() {
    String rows = orders(List.of("2025-03-14"), List.of("9.50")).replace("\n", ";\n");
    assertThatThrownBy(() -> load(HEADER + rows))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("has a ';' at the end of its lines (line 2)");
  }

  @Test
  void anArchiveAndAWorkbookAreCalledSo() throws IOException {
    Path archive = lake.file("orders.csv", zip("orders.csv"));
    assertThatThrownBy(() -> lake.ingest.preview(archive))
        .hasMessageContaining("is a zip archive. Unpack it");
    Path workbook = lake.file("orders.xlsx", zip("[Content_Types].xml"));
    assertThatThrownBy(() -> lake.ingest.preview(workbook))
        .hasMessageContaining("is an Excel workbook. Save the sheet as CSV");
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
