package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.quarantine.FixPreview;
import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ingest.quarantine.QuarantineStatus;
import io.customer360.ingest.quarantine.ReplayReport;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  private static final String STORES =
      """
      version: 1
      dataset: store
      source: catalog
      columns: {store_id: id}
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

  /// Forty good lines, then the given ones, the first of them on line 42.
  private ImportReport pos(String name, String... bad) {
    StringBuilder rows = new StringBuilder("order,store,sku,at,qty,price,currency,customer\n");
    for (int i = 0; i < 40; i++) {
      rows.append(name).append(i).append(",LDS-1,A,2026-11-18T09:00:00Z,");
      rows.append(1 + i % 3).append(",9.50,GBP,c").append(i).append('\n');
    }
    for (String line : bad) {
      rows.append(line).append('\n');
    }
    return lake.load(
        name,
        rows.toString(),
        IngestFixture.ORDERS.replace("columns:", "columns:\n  store_id: store"));
  }

  private void balanced() {
    for (Landing landing : lake.ingest.landings()) {
      assertThat(landing.accepted() + landing.quarantined() + landing.duplicates())
          .isEqualTo(landing.rows());
    }
    long accepted = lake.ingest.landings().stream().mapToLong(Landing::accepted).sum();
    assertThat(
            lake.number(
                "select (select count(*) from bronze.transaction) + (select count(*) from"
                    + " bronze.store) + (select count(*) from bronze.person)"))
        .isEqualTo(accepted);
  }

  @Test
  void saysRuleFieldLineValueAndWhatItMayBe() {
    lake.load("stores.csv", "id\nLDS-1\n", STORES);
    pos(
        "pos.csv",
        "1,LDS-1,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1",
        "2,LDS-1,A,2062-11-18T09:00:00Z,1,9.50,GBP,c1",
        "3,LDS-1,A,2026-11-18T09:00:00Z,1,9.50,GPB,c1",
        "4,LDS-9,A,2026-11-18T09:00:00Z,1,9.50,GBP,c1",
        "5,LDS-1,A,2026-11-18T09:00:00Z,1,-129.00,GBP,c1",
        "6,LDS-1,A,2026-11-18T09:00:00Z,one,9.50,GBP,c1",
        ",LDS-1,A,2026-11-18T09:00:00Z,1,9.50,GBP,c1");

    assertThat(lake.open())
        .extracting(
            row ->
                row.line()
                    + " "
                    + row.field()
                    + " | "
                    + row.rule()
                    + " | "
                    + row.value()
                    + " | "
                    + row.hint())
        .containsExactly(
            "42 quantity | must be -500 to 500 | 5000 | Unit error, 1,000 times the median",
            "43 ordered_at | not in the future | 2062-11-18T09:00:00Z | Year typed wrong",
            "44 currency | ISO 4217 code | GPB | Close to GBP",
            "45 store_id | known store | LDS-9 | New store?",
            "46 unit_price | must be 0 to 1,000,000 | -129.00 | Return sent as sale",
            "47 quantity | must be a whole number | one | Text instead of a number",
            "48 order_id | must be there |  | ");
    assertThat(lake.open().getFirst().raw()).contains("\"qty\":\"5000\"");
    balanced();
  }

  @Test
  void mendedRowsBecomeGoodAndTheFixIsKeptAsText() throws IOException {
    pos(
        "pos.csv",
        "1,LDS-1,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1",
        "2,LDS-1,A,2026-11-18T09:00:00Z,2000,9.50,GBP,c1",
        "3,LDS-1,A,2026-11-18T09:00:00Z,1,9.50,GPB,c1");
    List<Long> ids = lake.open().stream().limit(2).map(QuarantineRow::id).toList();

    FixPreview preview = lake.ingest.previewFix(ids, "quantity = quantity / 1000");
    assertThat(preview.good()).isEqualTo(2);
    assertThat(preview.rows())
        .extracting(row -> row.before() + " to " + row.after() + row.problem())
        .containsExactly("5000 to 5", "2000 to 2");
    assertThat(lake.open()).hasSize(3);

    ReplayReport report =
        lake.ingest.fixAndReplay(ids, "quantity = quantity / 1000", Progress.NONE);

    assertThat(report.fixed()).isEqualTo(2);
    assertThat(report.mapping()).isEqualTo("shop-transaction 2");
    assertThat(lake.open()).hasSize(1);
    assertThat(lake.ingest.quarantined(QuarantineFilter.open(0))).isEqualTo(1);
    assertThat(
            lake.rows(
                "select order_id, quantity, _line from bronze.transaction where order_id in ('1',"
                    + " '2') order by 1"))
        .containsExactly("1|5|42", "2|2|43");
    assertThat(Files.readString(lake.workspace.mappings().resolve("shop-transaction.yaml")))
        .contains("revision: 2", "set: quantity = quantity / 1000", "- 42");
    assertThat(lake.stored()).contains("shop-transaction.1.yaml");
    balanced();
    assertThat(
            lake.ingest
                .quarantine(
                    new QuarantineFilter(
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.of(QuarantineStatus.FIXED),
                        10))
                .getFirst()
                .note())
        .isEqualTo("quantity = quantity / 1000");
  }

  @Test
  void aRowWithTwoFaultsNeedsTwoFixes() {
    pos("pos.csv", "1,LDS-1,A,2026-11-18T09:00:00Z,5000,9.50,GPB,c1");
    Long id = lake.open().getFirst().id();

    ReplayReport first =
        lake.ingest.fixAndReplay(List.of(id), "quantity = quantity / 1000", Progress.NONE);
    assertThat(first.fixed()).isZero();
    assertThat(lake.open().getFirst().field()).isEqualTo("currency");
    balanced();

    ReplayReport second = lake.ingest.fixAndReplay(List.of(id), "currency = 'GBP'", Progress.NONE);
    assertThat(second.fixed()).isEqualTo(1);
    assertThat(lake.rows("select quantity, currency from bronze.transaction where order_id = '1'"))
        .containsExactly("5|GBP");
    balanced();
  }

  @Test
  void theSameFileAgainAfterAFixStillChangesNothing() {
    String bad = "1,LDS-1,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1";
    pos("pos.csv", bad);
    lake.ingest.fixAndReplay(
        List.of(lake.open().getFirst().id()), "quantity = quantity / 1000", Progress.NONE);

    ImportReport again = pos("pos.csv", bad);
    assertThat(again.unchanged()).isTrue();
    assertThat(again.quarantined()).isZero();
    balanced();
  }

  @Test
  void givenUpRowsStayCounted() {
    pos("pos.csv", "1,LDS-1,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1");
    Long id = lake.open().getFirst().id();
    lake.ingest.discard(List.of(id), "Test sale");

    assertThat(lake.open()).isEmpty();
    assertThat(lake.ingest.landings().getFirst().quarantined()).isEqualTo(1);
    balanced();
    assertThatThrownBy(() -> lake.ingest.fixAndReplay(List.of(id), "quantity = 5", Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("is not open any more");
  }

  @Test
  void aFixCanOnlyBeAnExpression() {
    pos("pos.csv", "1,LDS-1,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1");
    List<Long> ids = List.of(lake.open().getFirst().id());
    for (String wrong :
        List.of(
            "quantity",
            "nothing = 1",
            "quantity = ",
            "quantity = (select 1)",
            "quantity = 1) from read_csv('/etc/passwd'",
            "quantity = 1; drop table ops.landing",
            "quantity = 1 from ops.landing",
            "quantity = (select count(*) from read_text('/etc/passwd'))",
            "quantity = random()",
            "quantity = no_such_column / 2")) {
      assertThatThrownBy(() -> lake.ingest.previewFix(ids, wrong))
          .as(wrong)
          .isInstanceOf(WorkbenchException.class)
          .hasMessageEndingWith("Nothing was changed.");
    }
  }

  @Test
  void bulkTradeIsNotAUnitError() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      rows.append(i).append(",A,2026-11-18,").append(i % 2 == 0 ? 3 : 100 + i);
      rows.append(",9.50,GBP,c1\n");
    }
    ImportReport report = lake.orders("bulk.csv", rows + "61,A,2026-11-18,8000,9.50,GBP,c1\n");

    assertThat(report.quarantined()).isZero();
    assertThat(report.remarks()).anyMatch(remark -> remark.contains("bulk trade"));
  }

  @Test
  void theWorkspaceMayHaveAContractOfItsOwn() throws IOException {
    Path own = lake.workspace.root().resolve("contracts");
    Files.createDirectories(own);
    Files.writeString(
        own.resolve("transaction.yaml"), "most_bad: 0.5\ncolumns:\n  sku: {one_of: [B]}\n");
    assertThatThrownBy(() -> pos("pos.csv", "1,LDS-1,B,2026-11-18T09:00:00Z,5000,9.50,GBP,c1"))
        .hasMessageContaining("98% of its rows break the contract, mostly sku one of B");
    assertThat(lake.ingest.landings()).isEmpty();
  }
}
