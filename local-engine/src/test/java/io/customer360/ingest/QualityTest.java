package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ingest.contract.QualityCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
    String newest = lake.ingest.landings().getFirst().id();
    return lake.ingest.quality().stream()
        .filter(check -> !check.passed() && check.landing().equals(newest))
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
        .contains("volume", "empty column", "unit error", "columns", "freshness", "held back");
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

  /// The file after a bad one does not hide what was bad.
  @Test
  void anAlarmIsRememberedWithItsFile() {
    for (int day = 14; day <= 17; day++) {
      day(day, 300, 20, "c1");
    }
    day(18, 60, 20, "c1");
    day(19, 300, 20, "c1");
    assertThat(alarms()).isEmpty();
    assertThat(lake.ingest.quality())
        .filteredOn(check -> !check.passed())
        .extracting(check -> check.file() + " " + check.name())
        .containsExactly("day18.csv volume");
  }

  @Test
  void anImportTellsTheAlarmsOfItsFile() {
    for (int day = 14; day <= 17; day++) {
      day(day, 300, 20, "c1");
    }
    String few = IngestFixture.ORDERS_HEADER + hundred().substring(0, 400);
    ImportReport report =
        lake.load("few.csv", few.replaceFirst("\\n[^\\n]*$", "\n"), IngestFixture.ORDERS);
    assertThat(report.alarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.name()).isEqualTo("volume"));
  }

  @Test
  void noticesColumnsThatCameAndWent() {
    day(14, 60, 20, "c1");
    ImportReport report =
        lake.load(
            "other.csv",
            "order,article,sku,at,qty,price,currency\n" + "1,x,A,2026-11-15T09:00:00Z,2,20,GBP\n",
            IngestFixture.ORDERS.replace("  source_key: customer\n", ""));
    assertThat(report.alarms())
        .extracting(QualityCheck::words)
        .containsExactly("Other columns than in day14.csv; gone: customer; new: article");
  }

  private void shop(int day, int rows, double emptyShare, double unit, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(day).append('-').append(i).append(",S").append(random.nextInt(40));
      text.append(",2026-").append(day <= 31 ? "10-" : "11-");
      text.append(String.format("%02d", day <= 31 ? day : day - 31)).append("T09:00:00Z,");
      text.append(1 + random.nextInt(3)).append(',');
      text.append(String.format("%.2f", unit * Math.exp(3 + random.nextGaussian() * 0.7)));
      text.append(",GBP,").append(random.nextDouble() < emptyShare ? "" : "c" + i).append('\n');
    }
    lake.orders("day" + day + ".csv", text.toString());
  }

  /// Sizes swing with the weekday and by chance, a tenth of the receipts has no customer.
  @Test
  void twentyCleanLoadsGiveNoAlarmAndEachPlantedFaultOne() {
    Random random = new Random(11);
    for (int day = 25; day < 45; day++) {
      int rows = (int) ((day % 7 == 0 ? 500 : 360) * Math.exp(random.nextGaussian() * 0.12));
      shop(day, rows, 0.1, 1, random);
      assertThat(alarmsOfContent()).as("clean day %d", day).isEmpty();
    }
    shop(45, 180, 0.1, 1, random);
    assertThat(alarmsOfContent()).singleElement().asString().startsWith("volume: 180 rows against");
    shop(46, 380, 0.45, 1, random);
    assertThat(alarmsOfContent()).singleElement().asString().startsWith("empty column: source_key");
    shop(47, 380, 0.1, 100, random);
    assertThat(alarmsOfContent())
        .singleElement()
        .asString()
        .startsWith("unit error: The median of unit_p");
  }

  /// Without freshness: the loads above are of the weeks before today.
  private List<String> alarmsOfContent() {
    return alarms().stream().filter(alarm -> !alarm.startsWith("freshness")).toList();
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
