package io.customer360.studio.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.steward.JudgementStore;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationsTest {
  @TempDir Path folder;

  @Test
  void campaignsMergesAndSplitsAreToldByDay() {
    try (SmallLake lake = SmallLake.make(folder, 100, 3)) {
      lake.lakehouse()
          .write(
              connection -> {
                Rows.run(connection, "delete from gold.engagement");
                // Just before midnight by the clock of London, an hour later by that of the lake.
                Rows.run(
                    connection,
                    "insert into gold.engagement select customer_id,"
                        + " timestamp '2026-05-01 23:30:00', 'email', 'sent', 'Tents'"
                        + " from gold.customer");
                Rows.run(
                    connection,
                    "insert into gold.engagement select customer_id,"
                        + " timestamp '2026-05-03 09:00:00', 'sms', 'opened', 'Tents'"
                        + " from gold.customer");
                Rows.run(
                    connection,
                    "insert into gold.engagement values"
                        + " (null, timestamp '2026-05-04 09:00:00', 'sms', 'sent', 'To nobody')");
                for (String statement : JudgementStore.schema()) {
                  Rows.run(connection, statement);
                }
                Rows.run(
                    connection,
                    """
                    insert into ops.identity_judgement values
                      (1, 'MERGE', 'maya', '2026-05-02 10:00:00', '', null),
                      (2, 'MERGE', 'maya', '2026-05-02 11:00:00', '', '2026-05-02 12:00:00'),
                      (3, 'SPLIT', 'maya', '2026-05-05 10:00:00', '', null),
                      (4, 'REVIEW', 'maya', '2026-05-05 10:00:00', '', null),
                      (5, 'MERGE', 'maya', '2026-06-05 10:00:00', '', null)""");
                return true;
              });
      List<Annotation> found =
          new Annotations(lake.lakehouse(), SmallLake.ZONE)
              .between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31), Progress.NONE);
      assertThat(found)
          .containsExactly(
              new Annotation(
                  Annotation.Kind.CAMPAIGN, LocalDate.of(2026, 5, 2), "Tents", "email", 100),
              new Annotation(Annotation.Kind.MERGE, LocalDate.of(2026, 5, 2), "maya", "", 1),
              new Annotation(Annotation.Kind.SPLIT, LocalDate.of(2026, 5, 5), "maya", "", 1));
    }
  }
}
