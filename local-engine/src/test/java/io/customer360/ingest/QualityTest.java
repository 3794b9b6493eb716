package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {
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

  private void day(int day, int rows, double price, String customer) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(day).append('-').append(i).append(",A,2026-11-").append(day);
      text.append("T09:00:00Z,").append(1 + i % 3).append(',').append(price + i % 7);
      text.append(",GBP,").append(customer).append('\n');
    }
    lake.orders("day" + day + ".csv", text.toString());
  }

  /// Enough lines that two bad ones are no alarm.
  private static String hundred() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append("n").append(i).append(",A,2026-11-19T09:00:00Z,1,23,GBP,c1\n");
    }
    return text.toString();
  }

  private List<String> alarms() {
    return lake.ingest.quality().stream()
        .filter(check -> !check.passed())
        .map(check -> check.name() + ": " + check.words())
        .toList();
  }

  @Test
  void quietWhenNothingIsWrong() {
    for (int day = 14; day <= 19; day++) {
      day(day, 90 + day, 20, "c1");
    }
    lake.orders("typo.csv", "9,A,2062-11-19T09:00:00Z,1,20,GBP,c1\n".repeat(2) + hundred());
    assertThat(alarms()).isEmpty();
    assertThat(lake.ingest.quality())
        .filteredOn(check -> check.name().equals("freshness"))
        .extracting(QualityCheck::words)
        .containsExactly("Latest row is 1 day old, files usually come every 1 day");
    assertThat(lake.ingest.quality())
        .extracting(QualityCheck::name)
        .contains("volume", "empty column", "unit error", "freshness", "held back");
  }

  @Test
  void noticesAHalfEmptyFileAnEmptyColumnAndAChangedUnit() {
    for (int day = 14; day <= 18; day++) {
      day(day, 300, 20, "c1");
    }
    day(19, 60, 2000, "");

    assertThat(alarms())
        .containsExactlyInAnyOrder(
            "volume: 60 rows against 300 usually",
            "empty column: source_key is empty in 100% of the rows against 0% usually",
            "unit error: The median of unit_price is 2,003 against 23 usually");
  }

  @Test
  void noticesThatFilesStoppedComing() {
    for (int day = 1; day <= 6; day++) {
      day(10 + day - 1, 60, 20, "c1");
    }
    assertThat(alarms())
        .containsExactly("freshness: Latest row is 5 days old, files usually come every 1 day");
  }
}
