package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Received = good + quarantined + duplicate, whatever is in the files; and every good row leads
/// back to the line it came from. Files are drawn at random from a fixed seed.
class BalanceTest {
  private static final int FILES = 12;

  @TempDir Path folder;

  @Test
  void everyRowIsSomewhereExactlyOnce() {
    Random dice = new Random(7);
    List<String> pool = new ArrayList<>();
    Map<String, String[]> written = new HashMap<>();
    try (IngestFixture lake = IngestFixture.create(folder)) {
      for (int f = 0; f < FILES; f++) {
        StringBuilder text = new StringBuilder(IngestFixture.ORDERS_HEADER);
        int rows = 60 + dice.nextInt(60);
        for (int i = 0; i < rows; i++) {
          text.append(line(dice, pool)).append(dice.nextInt(30) == 0 ? "\r\n" : "\n");
        }
        String name = "file" + f + ".csv";
        String content = text.toString();
        written.put(name, content.split("\n", -1));
        String mapping = IngestFixture.ORDERS + (dice.nextBoolean() ? "key: [order]\n" : "");
        ImportReport report = lake.load(name, content, mapping);
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.accepted() + report.quarantined() + report.duplicates()).isEqualTo(rows);
      }
      mendSome(lake, dice);
      check(lake, written);
    }
  }

  private static String line(Random dice, List<String> pool) {
    if (!pool.isEmpty() && dice.nextInt(4) == 0) {
      return pool.get(dice.nextInt(pool.size()));
    }
    String id = "o" + dice.nextInt(100_000);
    String line =
        switch (dice.nextInt(16)) {
          case 0 -> id + ",A,2062-01-01,1,2.00,GBP,c";
          case 1 -> id + ",A,2026-01-01,x,2.00,GBP,c";
          case 2 -> id + ",A,2026-01-01,7000,2.00,GBP,c";
          case 3 -> id + ",A,2026-01-01";
          case 4 -> id + ",\"A, \"\"quoted\"\"\",2026-01-01,1,2.00,GBP,c";
          case 5 -> id + ",\"two\nlines\",2026-01-01,1,2.00,GBP,c";
          default -> id + ",A,2026-01-01," + (1 + dice.nextInt(5)) + ",2.00,GBP,c";
        };
    pool.add(line);
    return line;
  }

  private static void mendSome(IngestFixture lake, Random dice) {
    List<QuarantineRow> rows =
        lake.ingest.quarantine(QuarantineFilter.open(1_000)).stream()
            .filter(row -> row.field().equals("quantity"))
            .toList();
    List<Long> ids =
        rows.stream().filter(row -> dice.nextBoolean()).map(QuarantineRow::id).toList();
    if (!ids.isEmpty()) {
      lake.ingest.fixAndReplay(ids, "quantity = quantity / 1000", Progress.NONE);
    }
  }

  private static void check(IngestFixture lake, Map<String, String[]> written) {
    long received = 0;
    long good = 0;
    for (Landing landing : lake.ingest.landings()) {
      assertThat(landing.accepted() + landing.quarantined() + landing.duplicates())
          .isEqualTo(landing.rows());
      received += landing.rows();
      good += landing.accepted();
    }
    assertThat(received).isPositive();
    assertThat(lake.number("select count(*) from bronze.transaction")).isEqualTo(good);
    assertThat(lake.number("select count(*) from ops.quarantine where status <> 'FIXED'"))
        .isEqualTo(lake.ingest.landings().stream().mapToLong(Landing::quarantined).sum());
    assertThat(lake.number("select count(distinct (_landing, _line)) from bronze.transaction"))
        .isEqualTo(good);
    for (String row : lake.rows("select _file, _line, order_id from bronze.transaction")) {
      String[] cells = row.split("\\|");
      assertThat(written.get(cells[0])[Integer.parseInt(cells[1]) - 1]).startsWith(cells[2] + ",");
    }
  }
}
