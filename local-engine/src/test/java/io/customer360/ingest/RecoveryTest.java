package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  private static final String GOOD = "1,A,2026-11-18T09:00:00Z,2,9.50,GBP,c1\n";
  private static final String BAD = "2,A,2026-11-18T09:00:00Z,5000,9.50,GBP,c1\n";

  @TempDir Path folder;

  private static List<String> content(IngestFixture lake) {
    return lake.rows("select * from bronze.transaction order by _file, _line");
  }

  @Test
  void whatACutOffImportLeftBehindIsRemoved() throws IOException {
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.orders("orders.csv", GOOD);
      Path bronze = lake.workspace.bronze().resolve("transaction");
      Files.writeString(bronze.resolve("import-1.rows.part"), "half");
      Files.writeString(bronze.resolve("20261120-000000-11111111.parquet"), "no manifest");
    }
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertThat(lake.stored()).noneMatch(name -> name.endsWith(".part"));
      assertThat(lake.stored()).noneMatch(name -> name.contains("11111111"));
      assertThat(content(lake)).hasSize(1);
    }
  }

  @Test
  void aLandingCutOffBeforeItsRecordsIsCompleted() {
    List<String> before;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.orders("orders.csv", GOOD + BAD);
      before = content(lake);
      lake.lakehouse.write(
          c -> {
            Records.remove(c, lake.ingest.landings().getFirst().id());
            return true;
          });
    }
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertThat(lake.ingest.landings())
          .singleElement()
          .satisfies(
              landing -> {
                assertThat(landing.accepted()).isEqualTo(1);
                assertThat(landing.quarantined()).isEqualTo(1);
              });
      assertThat(content(lake)).isEqualTo(before);
      assertThat(lake.open()).hasSize(1);
    }
  }

  @Test
  void aLostLakeIsBuiltAgainFromBronzeWithItsFixes() throws IOException {
    List<String> before;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.orders("monday.csv", GOOD + BAD);
      lake.orders("tuesday.csv", GOOD + BAD + BAD.replace("2,A", "3,A"));
      List<Long> ids =
          lake.open().stream()
              .filter(row -> row.file().equals("monday.csv"))
              .map(QuarantineRow::id)
              .toList();
      lake.ingest.fixAndReplay(ids, "quantity = quantity / 1000", Progress.NONE);
      before = content(lake);
      assertThat(before).hasSize(2);
    }
    Files.delete(folder.resolve("test.c360/lake.duckdb"));
    try (IngestFixture lake = IngestFixture.reopen(folder)) {
      assertThat(content(lake)).isEqualTo(before);
      assertThat(lake.open()).hasSize(1);
      assertThat(lake.ingest.landings())
          .allSatisfy(
              l -> assertThat(l.accepted() + l.quarantined() + l.duplicates()).isEqualTo(l.rows()));
    }
  }

  @Test
  void theFolderCanBeMoved() throws IOException {
    List<String> before;
    try (IngestFixture lake = IngestFixture.create(folder)) {
      lake.orders("orders.csv", GOOD);
      before = content(lake);
    }
    Path moved = folder.resolve("elsewhere");
    Files.createDirectories(moved);
    Files.move(folder.resolve("test.c360"), moved.resolve("test.c360"));
    try (IngestFixture lake = IngestFixture.reopen(moved)) {
      assertThat(content(lake)).isEqualTo(before);
    }
  }

  @Test
  void aCancelledImportLeavesNothing() throws Exception {
    try (IngestFixture lake = IngestFixture.create(folder);
        JobRunner runner = new JobRunner()) {
      Path file = lake.file("large.csv", IngestFixture.ORDERS_HEADER + GOOD.repeat(400_000));
      Mapping mapping = lake.ingest.parseMapping(IngestFixture.ORDERS);
      CountDownLatch landing = new CountDownLatch(1);
      runner.listen(
          status -> {
            if (status.stage().startsWith("Land")) {
              landing.countDown();
            }
          });
      JobHandle<ImportReport> job =
          runner.submit("Import", progress -> lake.ingest.load(file, mapping, progress));
      assertThat(landing.await(60, TimeUnit.SECONDS)).isTrue();
      job.cancel();
      assertThatThrownBy(() -> job.result().get(60, TimeUnit.SECONDS))
          .isInstanceOf(CancellationException.class);
      assertThat(lake.stored()).isEmpty();
      assertThat(lake.ingest.landings()).isEmpty();
    }
  }
}
