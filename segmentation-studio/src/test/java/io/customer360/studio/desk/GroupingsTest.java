package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupingsTest {
  @TempDir Path folder;

  @Test
  void theOfferIsThatOfTheFirstOrderAndTheCampaignStandsInForIt() {
    try (SmallLake lake = SmallLake.make(folder, 100, 9)) {
      lake.lakehouse()
          .write(
              connection -> {
                Rows.run(
                    connection, "alter table gold.customer add column first_order_at timestamp");
                Rows.run(
                    connection,
                    "update gold.customer set first_order_at = timestamp '2026-03-01 10:00:00'"
                        + " where customer_id < 'C-0060'");
                // Everybody's second order has a code, the first of some has one.
                Rows.run(
                    connection,
                    """
                    create table gold.order_line as
                    select customer_id, first_order_at as ordered_at, false as is_return,
                      case when customer_id < 'C-0020' then 'SAVE'
                        when customer_id < 'C-0030' then 'SALE' end as promotion
                    from gold.customer where first_order_at is not null
                    union all
                    select customer_id, first_order_at + interval 9 day, false, 'LATER'
                    from gold.customer where first_order_at is not null""");
                return true;
              });
      SegmentStudio studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
      Groupings groupings = new Groupings(lake.lakehouse(), studio);
      assertThat(groupings.choices(Progress.NONE))
          .contains(new Grouping.Choice("offer", "Offer of the first order"))
          .extracting(Grouping.Choice::key)
          .doesNotContain("campaign");
      assertThat(sizes(studio, groupings.of("offer", 9, Progress.NONE)))
          .containsEntry("SAVE", 20)
          .containsEntry("SALE", 10)
          .containsEntry("LATER", 0)
          .containsEntry("no offer", 70);

      lake.lakehouse()
          .write(
              connection -> {
                Rows.run(connection, "update gold.order_line set promotion = null");
                Rows.run(connection, "delete from gold.engagement");
                Rows.run(
                    connection,
                    """
                    insert into gold.engagement
                    select customer_id, first_order_at - to_days(case when customer_id < 'C-0005'
                      then 3 else 8 end), 'email', 'clicked', 'Spring'
                    from gold.customer where customer_id < 'C-0040'""");
                return true;
              });
      SegmentStudio later = new SegmentStudio(lake.workspace(), lake.lakehouse());
      Groupings without = new Groupings(lake.lakehouse(), later);
      assertThat(without.choices(Progress.NONE))
          .extracting(Grouping.Choice::key)
          .contains("campaign")
          .doesNotContain("offer");
      assertThat(sizes(later, without.of("campaign", 9, Progress.NONE))).containsEntry("Spring", 5);
      assertThatThrownBy(() -> without.of("offer", 9, Progress.NONE))
          .isInstanceOf(WorkbenchException.class)
          .hasMessageContaining("no order says by which offer it came");
    }
  }

  private static Map<String, Integer> sizes(SegmentStudio studio, Grouping grouping) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Grouping.Part part : grouping.parts()) {
      studio.check(part.rule());
      sizes.put(part.value(), studio.count(part.rule(), Progress.NONE).customers());
    }
    return sizes;
  }
}
