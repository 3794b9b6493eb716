package io.customer360.app.bench;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A made lake to count in: customers with twenty events each on average, few with very many, in
/// the order a refresh leaves them in. Made for a measurement and taken away with it.
final class SegmentLake implements AutoCloseable {
  private final WorkFolder place;
  private final Workspace workspace;
  private final Lakehouse lake;

  private SegmentLake(WorkFolder place, Workspace workspace, Lakehouse lake) {
    this.place = place;
    this.workspace = workspace;
    this.lake = lake;
  }

  /// @param folder a temporary folder is made in it; a million customers take about 300 MB
  static SegmentLake make(Path folder, int customers, Progress progress) throws IOException {
    WorkFolder place = WorkFolder.inside(folder, "segments");
    Workspace workspace =
        Workspace.create(
            place.path().resolve("bench.c360"),
            WorkspaceSettings.of("bench", "GBP", "Europe/London", "fixed:2026-11-20T09:40:00Z"));
    Lakehouse lake = Lakehouse.open(workspace, new LakehouseParts(List.of(), List.of(), List.of()));
    SegmentLake made = new SegmentLake(place, workspace, lake);
    progress.stage("Make a lake of " + customers + " customers");
    lake.write(
        connection -> {
          Rows.run(connection, "create schema if not exists gold");
          for (String sql : tables(customers)) {
            Rows.run(connection, sql);
          }
          return true;
        });
    return made;
  }

  Lakehouse lake() {
    return lake;
  }

  SegmentStudio studio() {
    return new SegmentStudio(workspace, lake);
  }

  private static List<String> tables(int customers) {
    String people = " from range(" + customers + ") r(i)";
    return List.of(
        "create table gold.customer as select "
            + id("i")
            + " as customer_id, 'Person ' || i as full_name, "
            + pick("i * 5", "Gold", "Silver", "Bronze", "Member")
            + " as tier, "
            + pick("i * 7", "active", "active", "at-risk", "churned", "new")
            + " as lifecycle, "
            + pick("i * 11", "high", "mid", "low")
            + " as value_tier, timestamp '2026-11-20 09:00:00' - to_seconds(hash(i * 13) % 60000000)"
            + " as last_order_at, case when hash(i * 17) % 5 > 0"
            + " then (hash(i * 19) % 9000) / 100.0::double end as usual_gap_days,"
            + " ((hash(i * 23) % 200000) / 100.0)::decimal(14, 2) as revenue_12m,"
            + " ((hash(i * 29) % 90000) / 100.0)::decimal(14, 2) as margin_12m"
            + people,
        "create table gold.score as select "
            + id("i")
            + " as customer_id, 'churn' as model, (hash(i * 31) % 10000) / 10000.0::double as score"
            + people,
        "create table gold.consent as select "
            + id("i")
            + " as customer_id, 'marketing' as purpose, channel, case when hash(i * 37, channel) % 3"
            + " > 0 then 'yes' else 'no' end as status"
            + people
            + ", (values ('email'), ('sms')) c(channel)",
        events(
            customers,
            "event",
            "occurred_at",
            13,
            pick(
                    "i * 41 + j",
                    "product_viewed",
                    "product_viewed",
                    "page_viewed",
                    "page_viewed",
                    "product_added",
                    "checkout_started")
                + " as event_type"),
        events(
            customers,
            "engagement",
            "occurred_at",
            5,
            pick("i * 43 + j", "email", "sms")
                + " as channel, "
                + pick("i * 47 + j", "sent", "sent", "delivered", "opened", "clicked")
                + " as kind"),
        events(
            customers,
            "orders",
            "ordered_at",
            2,
            pick("i * 53 + j", "web", "store", "app")
                + " as channel, ((hash(i * 59 + j) % 25000) / 100.0)::decimal(14, 2) as revenue,"
                + " hash(i * 61 + j) % 12 = 0 as is_return"));
  }

  /// Rows by customer and time, an exponential number each; those nobody is known for at the end.
  private static String events(
      int customers, String table, String time, double mean, String columns) {
    String share = "((hash(i * 67 + " + table.length() + ") % 100000 + 1) / 100001.0)";
    return "create table gold."
        + table
        + " as with made as (select i, unnest(range(n)) as j, n from (select i, (-ln("
        + share
        + ") * "
        + (mean + 0.5)
        + ")::bigint as n from range("
        + customers
        + ") r(i))) select case when i < "
        + customers
        + " * 0.97 then "
        + id("i")
        + " end as customer_id, timestamp '2026-11-20 09:00:00'"
        + " - to_seconds(((n - j - 1 + (hash(i * 71 + j) % 1000) / 1000.0) * (86400.0 * (20 + hash(i)"
        + " % 900)) / n)::bigint) as "
        + time
        + ", "
        + columns
        + " from made";
  }

  private static String id(String number) {
    return "printf('C-%09d', " + number + ")";
  }

  private static String pick(String number, String... values) {
    return "(['"
        + String.join("', '", values)
        + "'])[1 + (hash("
        + number
        + ") % "
        + values.length
        + ")::integer]";
  }

  @Override
  public void close() throws IOException {
    lake.close();
    workspace.close();
    place.close();
  }
}
