package io.customer360.ingest;

import static io.customer360.job.Progress.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.ingest.mapping.ColumnMapping;
import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.suggest.FilePreview;
import io.customer360.ingest.suggest.PreviewColumn;
import io.customer360.ingest.value.DateGuess;
import io.customer360.ingest.value.Guess;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
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

  private FilePreview look(String name, String text) {
    return lake.ingest.preview(lake.file(name, text));
  }

  private static String from(Mapping mapping, String target) {
    ColumnMapping column = mapping.columns().get(target);
    return column == null ? "nothing" : String.valueOf(column.from());
  }

  @Test
  void suggestsTheMappingOfAnUnknownRetailFile() {
    FilePreview preview =
        look(
            "online_retail.csv",
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
            C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,United Kingdom
            536544,90214D,"LETTER ""D"" BLING KEY RING",1,2010-12-01 14:32:00,0.85,,EIRE
            """);
    Mapping mapping = preview.suggested();

    assertThat(mapping.dataset()).isEqualTo("transaction");
    assertThat(mapping.source()).isEqualTo("online-retail");
    assertThat(from(mapping, "order_id")).isEqualTo("InvoiceNo");
    assertThat(from(mapping, "sku")).isEqualTo("StockCode");
    assertThat(from(mapping, "product_name")).isEqualTo("Description");
    assertThat(from(mapping, "quantity")).isEqualTo("Quantity");
    assertThat(from(mapping, "ordered_at")).isEqualTo("InvoiceDate");
    assertThat(from(mapping, "unit_price")).isEqualTo("UnitPrice");
    assertThat(from(mapping, "source_key")).isEqualTo("CustomerID");
    assertThat(mapping.columns()).hasSize(7);
    assertThat(preview.doubts(mapping, false)).isEmpty();
    assertThat(preview.remarks()).contains("Kept as received but not used: Country.");
    assertThat(preview.datasets().getFirst().columns())
        .filteredOn(column -> column.from() != null)
        .allSatisfy(column -> assertThat(column.reason()).isNotBlank());

    ImportReport report = lake.ingest.load(preview.file(), mapping, NONE);
    assertThat(report.accepted()).isEqualTo(3);
    assertThat(lake.rows("select sum(quantity * unit_price) from bronze.transaction"))
        .containsExactly("-11.35");
  }

  @Test
  void recognisesPeopleByNamesAbbreviationsAndValues() {
    Mapping mapping =
        look(
                "crm-customers-2026-11.csv",
                """
                cust_id;fname;Surname;contact;tel;dob;zip;town;ctry
                1;Ngozi;Okafor;n.okafor@example.com;+44 113 496 0001;23/04/1985;LS1 4AP;Leeds;United Kingdom
                2;Siân;Pritchard;sian@example.org;+44 29 2018 0002;02/11/1990;CF10 1EP;Cardiff;United Kingdom
                """)
            .suggested();

    assertThat(mapping.dataset()).isEqualTo("person");
    assertThat(mapping.source()).isEqualTo("crm");
    assertThat(from(mapping, "source_key")).isEqualTo("cust_id");
    assertThat(from(mapping, "last_name")).isEqualTo("Surname");
    assertThat(from(mapping, "email")).isEqualTo("contact");
    assertThat(from(mapping, "phone")).isEqualTo("tel");
    assertThat(from(mapping, "postcode")).isEqualTo("zip");
    assertThat(from(mapping, "city")).isEqualTo("town");
    assertThat(from(mapping, "country")).isEqualTo("ctry");
    assertThat(mapping.columns().get("birth_date").format()).isEqualTo("%d/%m/%Y");
    assertThat(mapping.options().delimiter()).isEqualTo(";");
  }

  @Test
  void findsTheFieldsOfNestedJson() {
    FilePreview preview =
        look(
            "app-events.jsonl",
            """
            {"messageId":"m1","event":"Page Viewed","timestamp":"2026-11-18T09:00:00Z","user":{"email":"a@example.com"},"context":{"session":"s1"}}
            {"messageId":"m2","event":"Cart","timestamp":"2026-11-18T09:01:00Z","user":{"email":"b@example.com"},"context":{"session":"s1"}}
            """);

    assertThat(preview.format().value()).isEqualTo(FileFormat.JSON_LINES);
    assertThat(preview.suggested().dataset()).isEqualTo("event");
    assertThat(from(preview.suggested(), "occurred_at")).isEqualTo("$.timestamp");
    assertThat(from(preview.suggested(), "email")).isEqualTo("$.user.email");
    assertThat(from(preview.suggested(), "session_id")).isEqualTo("$.context.session");
  }

  private static DateGuess dates(String... values) {
    return DateGuess.of(List.of(values));
  }

  @Test
  void decidesTheOrderOfDatesFromTheirValues() {
    assertThat(dates("01/02/2026", "13/02/2026").format()).isEqualTo("%d/%m/%Y");
    assertThat(dates("01/02/2026", "02/13/2026").format()).isEqualTo("%m/%d/%Y");
    assertThat(dates("01.02.26 09:15", "28.02.26 10:00").format()).isEqualTo("%d.%m.%y %H:%M");
    assertThat(dates("2026-02-13 09:15:00").format()).isNull();
    assertThat(dates("2026/02/13").format()).isEqualTo("%Y/%m/%d");
    assertThat(dates("01-Dec-2026").format()).isEqualTo("%d-%b-%Y");
    assertThat(dates("12/31/2026 9:15 PM").format()).isEqualTo("%m/%d/%Y %I:%M %p");
    assertThat(dates("hello", "2026-02-13").share()).isLessThan(0.9);
  }

  @Test
  void saysWhenTheOrderOfDatesCannotBeKnown() {
    FilePreview preview =
        look(
            "orders.csv",
            "order_id,order_date,qty,price\n1,01/02/2026,1,2.00\n2,03/04/2026,1,3.00\n");

    assertThat(preview.columns().get(1).type().confidence()).isEqualTo(0.5);
    assertThat(preview.remarks())
        .contains("order_date could have the day or the month first; day first is assumed.");
  }

  @Test
  void tellsEncodingsApart() {
    String text = "id,name\n1,Käse\n2,Crème\n";
    assertThat(encoding(text, StandardCharsets.UTF_8)).isEqualTo("utf-8");
    assertThat(encoding(text, StandardCharsets.UTF_16)).isEqualTo("utf-16");
    assertThat(encoding(text, StandardCharsets.ISO_8859_1)).isEqualTo("latin-1");
    assertThat(encoding("id,name\n1,“Käse” 3 €\n", Charset.forName("windows-1252")))
        .isEqualTo("cp1252");
  }

  private String encoding(String text, Charset charset) {
    FilePreview preview = lake.ingest.preview(lake.file("text.csv", text.getBytes(charset)));
    assertThat(preview.sample().getFirst().get(1)).containsAnyOf("Käse");
    return preview.encoding().value();
  }

  @Test
  void tellsDelimitersAndHeadersApart() {
    assertThat(look("a.csv", "id|name\n1|\"a|b\"\n2|c\n").delimiter().value()).isEqualTo("|");
    assertThat(look("b.tsv", "id\tname\n1\ta, b\n2\tc, d\n").delimiter().value()).isEqualTo("\t");
    FilePreview bare = look("c.csv", "1,2026-11-18,3.50\n2,2026-11-19,4.50\n");
    assertThat(bare.header().value()).isFalse();
    assertThat(bare.columns())
        .extracting(PreviewColumn::name)
        .containsExactly("column1", "column2", "column3");
  }

  @Test
  void whatAPersonChoseIsNotGuessedAgain() {
    Path file = lake.file("d.csv", "id;name\n1;a,b\n");
    FilePreview preview = lake.ingest.preview(file, FileOptions.CSV);

    assertThat(preview.delimiter()).isEqualTo(new Guess<>(",", 1, "chosen"));
    assertThat(preview.columns()).hasSize(1);
  }

  @Test
  void numbersWithADecimalCommaAreRead() {
    FilePreview preview =
        look(
            "bestellungen-orders.csv",
            """
            order id;date;qty;price
            1;13.11.2026;2;1.234,50
            2;14.11.2026;1;9,90
            """);
    Mapping mapping = preview.suggested();
    assertThat(mapping.columns().get("unit_price").format()).isEqualTo("1.234,56");
    lake.ingest.load(preview.file(), mapping, NONE);

    assertThat(lake.rows("select unit_price from bronze.transaction order by order_id"))
        .containsExactly("1234.50", "9.90");
  }

  /// Thirty customers, each line made from its number.
  private static String lines(String header, IntFunction<String> line) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 10; i < 40; i++) {
      text.append(line.apply(i)).append('\n');
    }
    return text.toString();
  }

  @Test
  void microsecondsAreReadAndWhatIsNoMomentIsHeldBack() {
    FilePreview preview =
        look(
            "web-events.jsonl",
            """
            {"event_name":"page_view","event_timestamp":1745849495000000,"user_id":"u1"}
            {"event_name":"purchase","event_timestamp":1738504290000000,"user_id":"u2"}
            """);
    assertThat(preview.suggested().columns().get("occurred_at").format()).isEqualTo("epoch_us");
    assertThat(lake.ingest.load(preview.file(), preview.suggested(), NONE).accepted()).isEqualTo(2);

    ImportReport tooLarge =
        lake.load(
            "seconds.csv",
            "at,what\n1745849495,view\n1745849496,view\n1745849497,view\n1745849495000000,cart\n",
            """
            version: 1
            dataset: event
            source: web
            columns: {occurred_at: {from: at, format: epoch_s}, event_type: what}
            """);
    assertThat(tooLarge.accepted()).isEqualTo(3);
    assertThat(tooLarge.quarantined()).isEqualTo(1);
  }

  @Test
  void offsetsWithoutAColonAreRead() {
    FilePreview preview =
        look(
            "orders.csv",
            """
            order_id,order_date,sku,quantity,unit_price
            1,2025-01-19 02:15:39 +0100,A,1,2.00
            2,2025-01-19T02:15:39.000+0000,A,1,3.00
            3,2025-01-19 02:15:39 UTC,A,1,3.00
            """);
    lake.ingest.load(preview.file(), preview.suggested(), NONE);
    assertThat(lake.rows("select ordered_at from bronze.transaction order by order_id"))
        .containsExactly("2025-01-19 01:15:39.0", "2025-01-19 02:15:39.0", "2025-01-19 02:15:39.0");
  }

  @Test
  void theApostropheOfASpreadsheetIsNoQuote() {
    FilePreview preview =
        look(
            "customers.csv",
            lines(
                "Customer ID,Email,First Name,Last Name,Phone",
                i -> "'60" + i + ",p" + i + "@example.com,Ada,Lovett,'+4477009001" + i));
    assertThat(preview.quote().value()).isEqualTo("\"");
    lake.ingest.load(preview.file(), preview.suggested(), NONE);
    assertThat(lake.rows("select source_key, phone, email from bronze.person where _line = 2"))
        .containsExactly("6010|+447700900110|p10@example.com");
  }

  @Test
  void valuesThatCannotBeItLowerWhatANameSays() {
    FilePreview invoices =
        look(
            "positions.csv",
            lines(
                "Belegnr;Belegdatum;Artikelnr;Menge;Einzelpreis;Rabatt %;Filiale",
                i -> "R" + i / 2 + ";1" + i % 10 + ".02.2025;A-1;2;9,50;5;Leeds"));
    assertThat(invoices.suggested().dataset()).isEqualTo("transaction");
    assertThat(from(invoices.suggested(), "order_id")).isEqualTo("Belegnr");
    assertThat(from(invoices.suggested(), "ordered_at")).isEqualTo("Belegdatum");
    assertThat(from(invoices.suggested(), "discount")).isEqualTo("nothing");

    FilePreview people =
        look(
            "tbl_kd.csv",
            lines(
                "kd_nr;nm_f;nm_l;dt_brth;crt_dt",
                i -> i + ";Ada;Lovett;19" + (40 + i) + "0403;202401" + i % 20));
    assertThat(people.suggested().dataset()).isEqualTo("person");
    assertThat(from(people.suggested(), "source_key")).isEqualTo("kd_nr");
    assertThat(from(people.suggested(), "first_name")).isEqualTo("nm_f");
    assertThat(from(people.suggested(), "last_name")).isEqualTo("nm_l");
    assertThat(from(people.suggested(), "birth_date")).isEqualTo("dt_brth");
  }

  @Test
  void saysWhatItIsNotSureOf() {
    FilePreview sure =
        look("customers.csv", lines("customer_id,first_name,last_name", i -> i + ",Ada,Lovett"));
    assertThat(sure.doubts(sure.suggested(), false)).isEmpty();

    FilePreview unsure = look("x.csv", lines("a,b,status", i -> i + ",2025-01-01,open"));
    assertThat(unsure.doubts(unsure.suggested(), false))
        .anyMatch(doubt -> doubt.startsWith("that it is "));
  }

  @Test
  void remarksAreOfTheMappingAskedFor() {
    FilePreview preview =
        look(
            "customers.csv",
            lines(
                "customer_id,first_name,last_name,Accepts Marketing,points",
                i -> i + ",Ada,Lovett,yes,7" + i));
    assertThat(preview.remarks())
        .contains("Kept as received but not used: Accepts Marketing, points.")
        .anyMatch(remark -> remark.startsWith("Looks like consent and is NOT taken as such:"));

    Mapping accounts = lake.ingest.suggest(preview, "loyalty_account");
    assertThat(preview.remarks(accounts))
        .noneMatch(remark -> remark.startsWith("Kept") && remark.contains("points"));
  }

  @Test
  void aDryRunRefusesWhatAnImportRefuses() {
    FilePreview preview = look("people.csv", "first_name,last_name\nAda,Lovett\nBen,Osei\n");
    Mapping people = lake.ingest.suggest(preview, "person");
    assertThatThrownBy(() -> lake.ingest.dryRun(preview.file(), people, NONE))
        .hasMessageContaining("source_key");
  }

  @Test
  void namelessColumnsAtTheEndAreNotUsed() {
    FilePreview preview =
        look(
            "customers.csv",
            """
            customer_id,email,first_name,last_name,,,
            A61,a7@b.com,Ann,Lee,,,
            A62,b7@b.com,Bob,Ray,,,
            """);
    assertThat(preview.header().value()).isTrue();
    assertThat(preview.columns()).hasSize(4);
    assertThat(preview.sample()).allSatisfy(row -> assertThat(row).hasSize(4));
    assertThat(preview.remarks())
        .contains("The last 3 columns have neither names nor values; they are not used.");
    assertThat(
            lake.ingest
                .load(preview.file(), preview.suggested(), io.customer360.job.Progress.NONE)
                .accepted())
        .isEqualTo(2);
  }

  @Test
  void blankAndRepeatedNamesAreStillNames() {
    FilePreview numbered =
        look("people.csv", ",customer_id,email\n0,A21,a2@b.com\n1,A22,b2@b.com\n");
    assertThat(numbered.columns())
        .extracting(PreviewColumn::name)
        .containsExactly("column1", "customer_id", "email");
    assertThat(numbered.remarks()).contains("Column 1 has no name and is called 'column1'.");
    FilePreview twice = look("twice.csv", "customer_id,email,note,email\n1,a@b.com,x,c@b.com\n");
    assertThat(twice.columns())
        .extracting(PreviewColumn::name)
        .containsExactly("customer_id", "email", "note", "email_2");
    assertThat(twice.remarks())
        .contains("Column 4 is imported as 'email_2': there is a 'email' before it.");
  }

  @Test
  void recordsWithRepeatedWordsAreNoHeader() {
    assertThat(look("bare.csv", "Lee,Ann,Lee,\nRay,Bob,Roe,x\n").header().value()).isFalse();
  }
}
