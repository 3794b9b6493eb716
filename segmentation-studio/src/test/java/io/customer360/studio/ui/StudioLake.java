package io.customer360.studio.ui;

import io.customer360.decision.DecisionDesk;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.JobRunner;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentStep;
import io.customer360.ui.shell.DayDoor;
import io.customer360.ui.shell.ShellFacts;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchModel;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small real lake with features in which three kinds of customers can be found, and the window
/// over it.
public final class StudioLake {
  public static final Formats FORMATS = Formats.british("GBP", "Europe/London", SmallLake.AS_OF);

  private static final List<String> BEHAVIOUR =
      List.of(
          "recency_days",
          "orders_365d",
          "revenue_365d",
          "margin_365d",
          "tenure_days",
          "categories_365d",
          "discount_share",
          "return_share",
          "online_share",
          "email_open_decay",
          "visits_30d",
          "tickets_90d");

  private StudioLake() {}

  public static SmallLake make(Path folder) {
    SmallLake lake = SmallLake.make(folder, 240, 4);
    lake.lakehouse()
        .write(
            connection -> {
              for (String statement :
                  new SegmentStep(new SegmentFiles(lake.workspace().segments())).statements()) {
                Rows.run(connection, statement);
              }
              for (String column : BEHAVIOUR) {
                Rows.run(connection, "alter table gold.feature add column " + column + " double");
              }
              Rows.run(
                  connection,
                  "create table gold.identity_link (source_person_id varchar, customer_id varchar)");
              Rows.run(
                  connection,
                  "insert into gold.identity_link select 'crm:' || customer_id, customer_id"
                      + " from gold.customer");
              Rows.run(connection, "alter table gold.customer add column phone varchar");
              Rows.run(connection, "alter table gold.customer add column loyalty_id varchar");
              Rows.run(connection, "delete from gold.feature");
              Rows.run(
                  connection,
                  """
                  insert into gold.feature by name
                  select customer_id, kind as recency_ratio,
                    kind * 100 + n % 7 as recency_days, (2 - kind) * 10 + n % 5 as orders_365d,
                    (2 - kind) * 300 + n % 11 as revenue_365d, kind * 4 + n % 3 as visits_30d,
                    (2 - kind) * 90 + n % 13 as margin_365d, 100 + n % 50 as tenure_days,
                    1 + n % 4 as categories_365d, n % 6 / 10.0 as discount_share,
                    n % 9 / 20.0 as return_share, n % 8 / 8.0 as online_share,
                    n % 5 / 5.0 as email_open_decay, n % 2 as tickets_90d
                  from (select customer_id, n, n % 3 as kind from (select customer_id,
                    row_number() over (order by customer_id) as n from gold.customer))""");
              return true;
            });
    return lake;
  }

  public static Person person() {
    return new Person("maya", "Maya Holt", Role.ANALYST);
  }

  public static WorkbenchModel window(SmallLake lake) {
    return new WorkbenchModel(
        "Studio",
        "Maya Holt",
        Theme.LIGHT,
        FORMATS,
        new JobRunner(),
        UiMemory.none(),
        () ->
            new ShellFacts(
                "small",
                240,
                lake.lakehouse().snapshotId(),
                SmallLake.AS_OF,
                null,
                "",
                "",
                Map.of()),
        Optional.empty(),
        DayDoor.NONE,
        context ->
            new StudioScreens(lake.workspace(), lake.lakehouse(), person(), doors(lake))
                .definitions(context),
        context -> List.of());
  }

  static DecisionDesk desk(SmallLake lake) {
    return DecisionDesk.open(
        lake.lakehouse(), lake.workspace(), Clock.fixed(SmallLake.AS_OF, ZoneOffset.UTC));
  }

  private static StudioDoors doors(SmallLake lake) {
    Clock clock = Clock.fixed(SmallLake.AS_OF, ZoneOffset.UTC);
    DecisionDesk desk = desk(lake);
    return new StudioDoors(
        desk.outbox(),
        desk.audit(),
        clock,
        () -> List.of("webhook", "lists"),
        progress -> {
          throw new IllegalStateException("nothing is sent here");
        },
        name -> Optional.empty(),
        Optional::empty);
  }
}
