package io.customer360.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.ImportReport;
import io.customer360.ingest.IngestFixture;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was imported and is gone is told, stops what would compute without it, and comes back when
/// the file is imported again.
class LostFileTest {
  private static final String ONE = "1,A,2026-11-18T09:00:00Z,2,9.50,GBP,c1\n";
  private static final String TWO = "2,A,2026-11-18T09:00:00Z,1,9.50,GBP,c2\n";
  private static final String BAD = "3,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1\n";
  private static final String CONTENT = "select order_id, _file from bronze.transaction order by 1";

  @TempDir Path folder;

  private Path parquet(IngestFixture lake, String file) {
    return stored(lake, file, ".parquet");
  }

  private Path stored(IngestFixture lake, String file, String ending) {
    String landing =
        lake.ingest.landings().stream()
            .filter(known -> known.file().equals(file))
            .findFirst()
            .orElseThrow()
            .id();
    return lake.workspace.bronze().resolve("transaction").resolve(landing + ending);
  }

  /// Monday has orders 1 and 2 and a bad row, Tuesday order 2 again.
  private void twoDays(IngestFixture lake) {
    lake.orders("monday.csv", ONE + TWO + BAD);
    lake.orders("tuesday.csv", TWO);
  }

  private void assertTold(IngestFixture lake, String what) {
    assertThat(lake.ingest.lost())
        .singleElement()
        .satisfies(
            lost -> {
              assertThat(lost.file()).isEqualTo("monday.csv");
              assertThat(lost.words()).startsWith("bronze/transaction/").contains(what);
              assertThat(lost.advice()).contains("Import monday.csv again");
            });
    assertThatThrownBy(lake.ingest::mustBeWhole)
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("monday.csv")
        .hasMessageContaining("Import monday.csv again");
    assertThat(lake.ingest.quality())
        .filteredOn(check -> check.name().equals(QualityCheck.LOST))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.passed()).isFalse();
              assertThat(check.advice()).contains("Import monday.csv again");
            });
  }

  @Test
  void aDeletedFileIsToldAndComesBackInItsPlace() throws IOException {
    List<String> before;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      twoDays(lake);
      lake.ingest.discard(List.of(lake.open().getFirst().id()), "a test order");
      before = lake.rows(CONTENT);
      Files.delete(parquet(lake, "monday.csv"));
      assertTold(lake, "is missing");
    }
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertTold(lake, "is missing");
      assertThat(lake.ingest.landings()).hasSize(2);
      assertThat(lake.rows(CONTENT)).isEmpty();
      // under another name and with another mapping: the bytes are what counts
      ImportReport back =
          lake.load(
              "copy.csv",
              IngestFixture.ORDERS_HEADER + ONE + TWO + BAD,
              IngestFixture.ORDERS.replace("  sku: sku\n", ""));
      assertThat(back.unchanged()).isFalse();
      assertThat(back.remarks()).singleElement().asString().contains("back in their old place");
      assertThat(lake.rows(CONTENT)).isEqualTo(before);
      assertThat(lake.ingest.landings()).hasSize(2);
      assertThat(lake.open()).as("what was given up stays so").isEmpty();
      lake.ingest.mustBeWhole();
    }
  }

  @Test
  void aHalfCopiedFileIsDamaged() throws IOException {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      twoDays(lake);
      Path rows = parquet(lake, "monday.csv");
      byte[] bytes = Files.readAllBytes(rows);
      Files.write(rows, Arrays.copyOf(bytes, bytes.length / 2));
      assertTold(lake, "is damaged");
      Files.write(rows, bytes);
      lake.ingest.mustBeWhole();
    }
  }

  @Test
  void aFileWhoseManifestIsGoneKeepsItsRowsAndComesBack() throws IOException {
    List<String> before;
    Path rows;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      twoDays(lake);
      before = lake.rows(CONTENT);
      rows = parquet(lake, "monday.csv");
      Files.delete(stored(lake, "monday.csv", ".json"));
    }
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertThat(rows).exists();
      assertTold(lake, "is missing");
      lake.orders("monday.csv", ONE + TWO + BAD);
      lake.ingest.mustBeWhole();
      assertThat(lake.rows(CONTENT)).isEqualTo(before);
      assertThat(lake.ingest.landings()).hasSize(2);
    }
  }

  @Test
  void nothingOfTheSameSourceIsImportedBesideAGap() throws IOException {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      twoDays(lake);
      Files.delete(parquet(lake, "monday.csv"));
      assertThatThrownBy(() -> lake.orders("wednesday.csv", ONE))
          .isInstanceOf(WorkbenchException.class)
          .hasMessageContaining("wednesday.csv was not imported")
          .hasMessageContaining("Import monday.csv again");
      assertThat(lake.ingest.landings()).hasSize(2);
    }
  }

  @Test
  void whatIsGivenUpIsLookedForInLaterFiles() throws IOException {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      twoDays(lake);
      assertThat(lake.rows(CONTENT)).containsExactly("1|monday.csv", "2|monday.csv");
      assertThatThrownBy(() -> lake.ingest.giveUp("monday.csv"))
          .hasMessageContaining("No file called 'monday.csv' is lost");
      Files.delete(parquet(lake, "monday.csv"));
      assertThat(lake.ingest.giveUp("monday.csv")).hasSize(1);
      lake.ingest.mustBeWhole();
      assertThat(lake.ingest.checkAgain(Progress.NONE)).isEqualTo(1);
      assertThat(lake.rows(CONTENT)).containsExactly("2|tuesday.csv");
    }
  }

  @Test
  void aParquetFileOfSomebodyElseIsLeftAlone() throws IOException {
    Path theirs;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      twoDays(lake);
      theirs = lake.workspace.bronze().resolve("transaction/my-notes.parquet");
      Files.writeString(theirs, "kept by hand");
    }
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertThat(theirs).exists();
      assertThat(lake.ingest.landings()).hasSize(2);
    }
  }
}
