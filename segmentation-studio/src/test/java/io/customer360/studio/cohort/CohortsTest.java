package io.customer360.studio.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.purchase.PurchaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortsTest {
  private static final String PURCHASES =
      """
      customer,date,amount,channel
      A,2024-01-10,10,web
      B,2024-01-20,20,store
      A,2024-02-05,5,store
      C,2024-02-07,7,web
      A,2024-03-01,1,web
      C,2024-03-15,3,web
      B,2024-03-16,-4,store
      """;

  @TempDir Path folder;

  private CohortReport run(Cohorts.Period period, String by, Path out) throws IOException {
    Path file = Files.writeString(folder.resolve("purchases.csv"), PURCHASES);
    String column = by.isEmpty() ? null : by;
    try (PurchaseFile purchases =
        PurchaseFile.open(file, PurchaseFile.Hints.NONE, column, Progress.NONE)) {
      return Cohorts.run(purchases, period, column != null, by, out);
    }
  }

  @Test
  void monthsOfTheFirstPurchase() throws IOException {
    Path out = folder.resolve("cells.csv");
    CohortReport report = run(Cohorts.Period.MONTH, "", out);
    assertThat(report.customers()).isEqualTo(3);
    assertThat(report.cohorts())
        .extracting(CohortReport.Cohort::cohort)
        .containsExactly("2024-01", "2024-02");
    CohortReport.Cohort january = report.cohorts().getFirst();
    assertThat(january.cells()).extracting(CohortReport.Cell::active).containsExactly(2L, 1L, 1L);
    assertThat(january.cells().get(0).money()).isEqualByComparingTo("30");
    assertThat(january.cells().get(2).money()).isEqualByComparingTo("-3");
    assertThat(january.cells().get(1).retention()).isEqualTo(0.5);
    assertThat(january.cells())
        .extracting(CohortReport.Cell::complete)
        .containsExactly(true, true, false);
    assertThat(report.cohorts().get(1).cells()).hasSize(2);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(6);
    assertThat(lines.get(2)).startsWith("\"2024-01\",2,1,2,1,0.500000,");
  }

  @Test
  void aColumnAtTheFirstPurchaseCountsOnlyPeriodsThatAreOver() throws IOException {
    CohortReport report = run(Cohorts.Period.MONTH, "channel", null);
    CohortReport.Cohort web = report.cohorts().getFirst();
    assertThat(web.cohort()).isEqualTo("web");
    assertThat(web.customers()).isEqualTo(2);
    // C's second month ends after the data, so only A tells of it.
    assertThat(web.cells()).extracting(CohortReport.Cell::observed).containsExactly(2L, 1L);
    assertThat(web.cells().get(1).retention()).isEqualTo(1);
    assertThat(report.cohorts().get(1).cells())
        .extracting(CohortReport.Cell::active)
        .containsExactly(1L, 0L);
  }

  @Test
  void quartersAndWeeks() throws IOException {
    assertThat(run(Cohorts.Period.QUARTER, "", null).cohorts())
        .singleElement()
        .satisfies(
            cohort -> {
              assertThat(cohort.cohort()).isEqualTo("2024-Q1");
              assertThat(cohort.customers()).isEqualTo(3);
            });
    assertThat(run(Cohorts.Period.WEEK, "", null).cohorts()).hasSize(3);
  }

  @Test
  void wilsonAsInTheTables() {
    // Newcombe 1998: 81 of 263, and none of 20.
    assertThat(Wilson.of(81, 263).low()).isCloseTo(0.2553, within(5e-5));
    assertThat(Wilson.of(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    assertThat(Wilson.of(0, 20).low()).isZero();
    assertThat(Wilson.of(0, 20).high()).isCloseTo(0.1611, within(5e-5));
  }
}
