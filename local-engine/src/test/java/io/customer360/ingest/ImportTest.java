package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final String TWO =
      """
      1,A,2026-11-18T09:00:00Z,2,9.50,GBP,c1
      1,B,2026-11-18 12:00:00+02:00,-1,4.00,GBP,c1
      """;

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

  @Test
  void landsTypedRowsThatLeadBackToTheirLines() {
    ImportReport report = lake.orders("orders.csv", TWO);

    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.mapping()).isEqualTo("shop-transaction 1");
    assertThat(
            lake.rows(
                "select order_id, line_no, sku, ordered_at, quantity, unit_price, source_key,"
                    + " _source, _file, _line from bronze.transaction order by _line"))
        .containsExactly(
            "1|2|A|2026-11-18 09:00:00.0|2|9.50|c1|shop|orders.csv|2",
            "1|3|B|2026-11-18 10:00:00.0|-1|4.00|c1|shop|orders.csv|3");
    assertThat(lake.ingest.rawRow(report.landing(), 3).orElseThrow())
        .containsEntry("at", "2026-11-18 12:00:00+02:00")
        .containsEntry("qty", "-1");
  }

  @Test
  void theSameFileAgainChangesNothingAndSaysSo() {
    ImportReport first = lake.orders("orders.csv", TWO);
    var stored = lake.stored();
    ImportReport again = lake.orders("copy-of-orders.csv", TWO);

    assertThat(again.unchanged()).isTrue();
    assertThat(again.landing()).isEqualTo(first.landing());
    assertThat(again.remarks()).containsExactly("This file was imported before. 0 rows changed.");
    assertThat(lake.stored()).isEqualTo(stored);
    assertThat(lake.number("select count(*) from bronze.transaction")).isEqualTo(2);
  }

  @Test
  void rowsSentAgainInAnotherFileAreDropped() {
    lake.orders("monday.csv", TWO);
    ImportReport report =
        lake.orders("tuesday.csv", TWO + "2,A,2026-11-19T09:00:00Z,1,9.50,GBP,c2\n");

    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.duplicates()).isEqualTo(2);
    assertThat(lake.number("select count(*) from bronze.transaction")).isEqualTo(3);
  }

  @Test
  void orderLinesWithoutANumberMayRepeatInOneFileButNotInTheNext() {
    String line = "1,A,2026-11-18T09:00:00Z,1,9.50,GBP,c1\n";
    assertThat(lake.orders("first.csv", line + line).accepted()).isEqualTo(2);
    ImportReport second = lake.orders("second.csv", line + line + line);

    assertThat(second.duplicates()).isEqualTo(2);
    assertThat(second.accepted()).isEqualTo(1);
  }

  @Test
  void rowsWithAKeyMayNotRepeatInOneFile() {
    String line = "1,A,2026-11-18T09:00:00Z,1,9.50,GBP,c1\n";
    ImportReport report =
        lake.load(
            "keyed.csv",
            IngestFixture.ORDERS_HEADER + line + line,
            IngestFixture.ORDERS + "key: [order, sku]\n");

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(lake.rows("select _line from bronze.transaction")).containsExactly("2");
  }

  @Test
  void aTextOverSeveralLinesKeepsTheLineNumbersOfTheOthersRight() {
    String mapping =
        """
        version: 1
        dataset: service_ticket
        source: desk
        columns: {ticket_id: id, opened_at: {from: at, format: "%d/%m/%Y"}, body: text}
        """;
    lake.load(
        "tickets.csv",
        """
        id,at,text
        1,01/11/2026,plain
        2,13/11/2026,"two
        lines, and ""quotes\"""

        3,14/11/2026,after
        """,
        mapping);

    assertThat(lake.rows("select ticket_id, opened_at, body, _line from bronze.service_ticket"))
        .containsExactlyInAnyOrder(
            "1|2026-11-01 00:00:00.0|plain|2",
            "2|2026-11-13 00:00:00.0|two\nlines, and \"quotes\"|3",
            "3|2026-11-14 00:00:00.0|after|6");
  }

  @Test
  void recordsWithTheWrongNumberOfFieldsAreHeldBackAlone() {
    ImportReport report =
        lake.orders(
            "ragged.csv",
            TWO + "3,A,2026-11-18T09:00:00Z\n" + "4,A,2026-11-18T09:00:00Z,1,9.50,GBP,c1\n");

    assertThat(report.rows()).isEqualTo(4);
    assertThat(report.accepted()).isEqualTo(3);
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(lake.open())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.line()).isEqualTo(4);
              assertThat(row.rule()).isEqualTo("7 fields a line");
              assertThat(row.hint()).isEqualTo("3 fields found");
            });
    assertThat(lake.rows("select _line from bronze.transaction where order_id = '4'"))
        .containsExactly("5");
  }

  @Test
  void readsGzipOtherEncodingsAndMarks() throws IOException {
    String mapping =
        """
        version: 1
        dataset: person
        source: %s
        file: {format: csv, delimiter: ";", encoding: %s}
        columns: {source_key: id, full_name: name}
        """;
    String text = "id;name\n1;Siân “Pritchard”\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(Charset.forName("windows-1252")));
    }
    load("a.csv.gz", packed.toByteArray(), mapping.formatted("a", "cp1252"));
    load("b.csv", text.getBytes(StandardCharsets.UTF_16), mapping.formatted("b", "utf-16"));
    load(
        "c.csv",
        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
        mapping.formatted("c", "utf-8"));

    assertThat(lake.rows("select _source, source_key, full_name, _line from bronze.person"))
        .containsExactlyInAnyOrder(
            "a|1|Siân “Pritchard”|2", "b|1|Siân “Pritchard”|2", "c|1|Siân “Pritchard”|2");
  }

  private void load(String name, byte[] bytes, String mapping) {
    lake.ingest.load(lake.file(name, bytes), lake.ingest.parseMapping(mapping), Progress.NONE);
  }

  @Test
  void readsJsonLinesByPath() {
    String mapping =
        """
        version: 1
        dataset: event
        source: app
        file: {format: jsonl}
        columns:
          event_id: id
          source_key: $.user.id
          occurred_at: {from: $.ts, format: epoch_s}
          event_type: type
          properties: $.data
        """;
    ImportReport report =
        lake.load(
            "events.jsonl",
            """
            {"id":"e1","user":{"id":7},"ts":1763629200,"type":"view","data":{"sku":"A"}}

            {"id":"e2","user":null,"ts":1763629260,"type":"cart"}
            """,
            mapping);

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(
            lake.rows(
                "select event_id, source_key, occurred_at, event_type, properties, _line from"
                    + " bronze.event order by 1"))
        .containsExactly(
            "e1|7|2025-11-20 09:00:00.0|view|{\"sku\":\"A\"}|1",
            "e2|null|2025-11-20 09:01:00.0|cart|null|3");
  }

  @Test
  void readsParquet() {
    Path file = folder.resolve("stores.parquet");
    lake.run("copy (select 1 as id, 'Leeds' as town) to '" + file + "' (format parquet)");
    String mapping =
        """
        version: 1
        dataset: store
        source: catalog
        file: {format: parquet}
        columns: {store_id: id, city: {transform: upper(town)}, zone: {constant: Europe/London}}
        """;
    lake.ingest.load(file, lake.ingest.parseMapping(mapping), Progress.NONE);

    assertThat(lake.rows("select store_id, city, zone from bronze.store"))
        .containsExactly("1|LEEDS|Europe/London");
  }

  @Test
  void aTrialRunReportsAndLeavesNothing() {
    Path file = lake.file("orders.csv", IngestFixture.ORDERS_HEADER + TWO);
    ImportReport report =
        lake.ingest.dryRun(file, lake.ingest.parseMapping(IngestFixture.ORDERS), Progress.NONE);

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(lake.stored()).isEmpty();
    assertThat(lake.ingest.landings()).isEmpty();
    assertThat(lake.number("select count(*) from bronze.transaction")).isZero();
  }

  private static final String PEOPLE =
      """
      version: 1
      name: crm-person
      dataset: person
      source: crm
      file: {format: csv}
      columns: {source_key: id, email: email}
      """;

  private void twoGoodOneHeldBackOneDuplicate(ImportReport report) {
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(
            lake.rows(
                "select source_key, _landing = '"
                    + report.landing()
                    + "', _file = '"
                    + report.file()
                    + "', _line from bronze.person order by _line"))
        .containsExactly(
            "51|true|true|" + (report.file().endsWith("parquet") ? 1 : 2),
            "52|true|true|" + (report.file().endsWith("parquet") ? 3 : 4));
  }

  @Test
  void columnsNamedAsTheProgramsOwnDoNotTakeTheirPlace() {
    String names = "id,email,_landing,_FILE,_line,_row_hash,file_row_number,filename\n";
    String rows =
        """
        51,a@b.com,x,y,7,0,0,f
        ,b@b.com,x,y,7,0,0,f
        52,c@b.com,x,y,7,0,0,f
        52,c@b.com,x,y,7,0,0,f
        """;
    ImportReport report = lake.load("people.csv", names + rows, PEOPLE);

    twoGoodOneHeldBackOneDuplicate(report);
    assertThat(report.remarks())
        .hasSize(5)
        .contains(
            "Column '_landing' is imported as '_landing_2': the program writes a column of that"
                + " name itself.");
    assertThat(lake.ingest.rawRow(report.landing(), 2).orElseThrow())
        .containsEntry("_landing_2", "x")
        .containsEntry("_FILE_2", "y");
    assertThat(lake.load("again.csv", names + rows + "53,d@b.com,x,y,7,0,0,f\n", PEOPLE).accepted())
        .isEqualTo(1);
  }

  @Test
  void neitherDoThoseOfParquetAndJson() {
    Path parquet = folder.resolve("people.parquet");
    lake.run(
        "copy (select * from (values ('51', 'x', 'y', 7), (null, 'x', 'y', 7), ('52', 'x', 'y', 7),"
            + " ('52', 'x', 'y', 7)) t(id, _landing, _file, _line)) to '"
            + parquet
            + "' (format parquet)");
    String mapping = PEOPLE.replace("format: csv", "format: parquet").replace(", email: email", "");
    twoGoodOneHeldBackOneDuplicate(
        lake.ingest.load(parquet, lake.ingest.parseMapping(mapping), Progress.NONE));
    String json =
        """
        {"id": "61", "_landing": "x", "_line": 9, "_j1": "z"}
        {"_landing": "x", "_line": 9}
        """;
    ImportReport report =
        lake.load("people.jsonl", json, mapping.replace("format: parquet", "format: jsonl"));
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(lake.rows("select source_key, _line from bronze.person where _file like '%jsonl'"))
        .containsExactly("61|1");
  }

  @Test
  void aColumnCalledLineStandsBesideTextsOfSeveralLines() {
    lake.load("lines.csv", "id,email,line\n1,a@b.com,\"5\n6\"\n2,b@b.com,7\n", PEOPLE);
    assertThat(lake.rows("select source_key, _line from bronze.person order by 1"))
        .containsExactly("1|2", "2|4");
  }

  @Test
  void withoutAnythingDatedTodayIsTheDayOfTheLastImport(@TempDir Path other) {
    try (IngestFixture shop = IngestFixture.create(other, "data")) {
      Duration day = Duration.ofDays(1);
      Instant now = Instant.now();
      assertThat(shop.lakehouse.asOf()).isBetween(now, now.plus(day));
      shop.load("people.csv", "id,email\n51,a@b.com\n", PEOPLE);
      shop.lakehouse.write(
          c -> {
            Rows.run(c, "update ops.landing set received_at = timestamp '2026-03-01 12:00:00'");
            return true;
          });
      assertThat(shop.lakehouse.asOf()).isEqualTo(Instant.parse("2026-03-01T23:59:59Z"));
      shop.load("orders.csv", IngestFixture.ORDERS_HEADER + TWO, IngestFixture.ORDERS);
      assertThat(shop.lakehouse.asOf()).isEqualTo(Instant.parse("2026-11-18T23:59:59Z"));
    }
  }
}
