package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was landed is held against the contract in force, not the one it came under.
class ContractChangeTest {
  private static final String ROWS =
      "1,A,2026-11-18T09:00:00Z,2,9.50,GBP,c1\n2,A,2026-11-18T09:00:00Z,30,9.50,GBP,c1\n";
  private static final String STATE =
      "select fingerprint from ops.bronze_state where dataset = 'transaction'";

  @TempDir Path folder;

  private void contract(IngestFixture lake, String text) throws IOException {
    Path own = lake.workspace.root().resolve("contracts/transaction.yaml");
    Files.createDirectories(own.getParent());
    Files.writeString(own, text);
  }

  @Test
  void aStricterContractHoldsBackWhatWasGoodAndALooserOneGivesItBack() throws IOException {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.orders("orders.csv", ROWS);
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isZero();
      String before = lake.rows(STATE).getFirst();

      contract(lake, "most_bad: 0.3\ncolumns:\n  quantity: {range: [0, 20]}\n");
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isEqualTo(1);
      assertThat(lake.open()).singleElement().satisfies(r -> assertThat(r.line()).isEqualTo(3));
      assertThat(lake.rows("select order_id from bronze.transaction")).containsExactly("1");
      assertThat(lake.rows(STATE).getFirst()).isNotEqualTo(before);
      lake.ingest.discard(List.of(lake.open().getFirst().id()), "bulk");
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isZero();

      contract(lake, "most_bad: 0.3\ncolumns:\n  quantity: {range: [0, 25]}\n");
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isEqualTo(1);
      assertThat(lake.open()).as("what was given up stays so").isEmpty();

      contract(lake, "most_bad: 0.3\ncolumns:\n  quantity: {range: [0, 40]}\n");
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isEqualTo(1);
      assertThat(lake.number("select count(*) from bronze.transaction")).isEqualTo(2);
    }
  }

  @Test
  void aMendedRowStaysMended() throws IOException {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.orders("orders.csv", ROWS + "3,A,2026-11-18T09:00:00Z,4000,9.50,GBP,c1\n");
      lake.ingest.fixAndReplay(
          List.of(lake.open().getFirst().id()), "quantity = quantity / 1000", Progress.NONE);
      contract(lake, "most_bad: 0.3\ncolumns:\n  quantity: {range: [0, 100]}\n");
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isEqualTo(1);
      assertThat(lake.rows("select quantity from bronze.transaction order by order_id"))
          .containsExactly("2", "30", "4");
    }
  }

  /// A word of the contract's list for another changes the rows without changing which are good.
  @Test
  void otherSynonymsChangeTheDatasetAtTheNextOpening() throws IOException {
    String mapping = IngestFixture.ORDERS.replace("  sku: sku\n", "  channel: sku\n");
    String before;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.load("orders.csv", IngestFixture.ORDERS_HEADER + ROWS, mapping);
      before = lake.rows(STATE).getFirst();
      contract(lake, "most_bad: 0.3\ncolumns:\n  channel: {synonyms: {web: [a]}}\n");
    }
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertThat(lake.rows(STATE).getFirst()).isNotEqualTo(before);
      assertThat(lake.rows("select distinct channel from bronze.transaction"))
          .containsExactly("web");
    }
  }
}
