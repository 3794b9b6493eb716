package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.desk.PurchaseGrids.Cell;
import io.customer360.studio.desk.PurchaseGrids.Cohort;
import io.customer360.studio.desk.PurchaseGrids.Retention;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseGridsTest {
  @TempDir Path folder;

  /// Everybody has a tier, so the tiers' cohorts are the months' cohorts, sorted another way.
  @Test
  void cohortsByAValueAddUpToThoseByMonth() {
    try (SmallLake lake = SmallLake.make(folder, 200, 5)) {
      lake.lakehouse()
          .write(
              connection -> {
                Rows.run(connection, "update gold.customer set tier = coalesce(tier, 'Bronze')");
                Rows.run(connection, "delete from gold.orders");
                for (int again = 0; again < 4; again++) {
                  Rows.run(
                      connection,
                      """
                      insert into gold.orders
                      select 'o' || n || '-%1$d', customer_id,
                        timestamp '%2$s' - to_months(1 + n %% 12) + to_months(%1$d * (n %% 4)),
                        'web', 10, 1, 0, false, false
                      from (select customer_id, row_number() over (order by customer_id) as n
                        from gold.customer)"""
                          .formatted(again, SmallLake.AS_OF.toString().substring(0, 10)));
                }
                Rows.run(
                    connection, "alter table gold.customer add column first_order_at timestamp");
                Rows.run(
                    connection,
                    "update gold.customer set first_order_at = (select min(o.ordered_at)"
                        + " from gold.orders o where o.customer_id = customer.customer_id"
                        + " and not o.is_return)");
                return true;
              });
      SegmentStudio studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
      PurchaseGrids grids = new PurchaseGrids(lake.lakehouse(), studio, SmallLake.ZONE);
      Retention months = grids.retention(Progress.NONE);
      Retention tiers = grids.retention("tier", Progress.NONE);
      assertThat(tiers.by()).isEqualTo("Loyalty tier");
      assertThat(tiers.cohorts()).hasSize(3);
      int came = 0;
      for (int later = 1; later <= 11; later++) {
        int at = later;
        int back = sum(tiers, at);
        int of = tiers.cohorts().stream().mapToInt(one -> one.months().get(at - 1).of()).sum();
        int expected = 0;
        int expectedOf = 0;
        // The current month and those whose month so much later is not over do not count.
        for (Cohort month : months.cohorts().subList(0, 12 - later)) {
          expected += month.months().get(later - 1).customers();
          expectedOf += month.customers();
        }
        assertThat(back).as("month " + later).isEqualTo(expected);
        assertThat(of).isEqualTo(expectedOf);
        came += back;
      }
      assertThat(came).isPositive();
      Cell cell = tiers.cohorts().getFirst().months().getFirst();
      assertThat(cell.interval().low()).isLessThanOrEqualTo(cell.share());
      assertThat(cell.interval().high()).isGreaterThanOrEqualTo(cell.share());
    }
  }

  private static int sum(Retention of, int later) {
    return of.cohorts().stream().mapToInt(one -> one.months().get(later - 1).customers()).sum();
  }
}
