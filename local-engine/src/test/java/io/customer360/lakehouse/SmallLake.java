package io.customer360.lakehouse;

import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A workspace with a handful of bronze rows, and its lake.
final class SmallLake implements AutoCloseable {
  static final String TODAY = "fixed:2026-11-20T09:40:00Z";

  final Workspace workspace;
  final Lakehouse lake;

  private SmallLake(Workspace workspace, Lakehouse lake) {
    this.workspace = workspace;
    this.lake = lake;
  }

  static SmallLake empty(Path dir) {
    return open(
        Workspace.create(dir, WorkspaceSettings.of("Small", "GBP", "Europe/London", TODAY)));
  }

  static SmallLake open(Workspace workspace) {
    return new SmallLake(
        workspace,
        Lakehouse.open(
            workspace,
            new LakehouseParts(
                List.of(new TrivialIdentity()),
                List.of(),
                List.of(
                    new PipelineUse(
                        "360 profile",
                        "One customer on one screen.",
                        Set.of("gold.customer", "gold.timeline"))))));
  }

  static SmallLake filled(Path dir) {
    SmallLake small = empty(dir);
    small.fill();
    return small;
  }

  void fill() {
    lake.write(
        c -> {
          person(c, "");
          land(
              c,
              Canonical.TRANSACTION,
              "v1",
              """
              ('webshop', 'AP-1', 1, 'w1', null, null, timestamp '2026-10-14 20:04:00', 'web',
                null, 'FL-1', 'Fleece', 'Kids', null, 2, 20.00, 4.00, 8.00, 'GBP', 'AUTUMN'),
              ('webshop', 'AP-1', 2, 'w1', null, null, timestamp '2026-10-14 20:04:00', 'web',
                null, 'BO-1', 'Boots', 'Footwear', null, 1, 90.00, 0.00, 40.00, 'GBP', null),
              ('webshop', 'AP-2', 1, 'w1', null, null, timestamp '2026-09-28 18:36:00', 'app',
                null, 'RA-210', 'Ridgeline Anorak', 'Jackets', '26-08', 1, 99.00, 0.00, null, 'GBP',
                null),
              ('pos', 'R-9', 1, null, 'ap100', null, timestamp '2026-11-01 12:00:00', 'store',
                'S1', 'BO-1', null, null, null, 1, 90.00, 0.00, null, 'GBP', null),
              ('pos', 'R-10', 1, null, null, null, timestamp '2026-11-02 12:00:00', 'store',
                'S1', 'BO-1', null, null, null, 1, 90.00, 0.00, null, 'GBP', null),
              ('webshop', 'AP-3', 1, 'w2', null, null, timestamp '2026-11-03 12:00:00', 'web',
                null, 'BO-1', 'Boots', 'Footwear', null, -1, 90.00, 10.00, null, 'GBP', null)
              """,
              "_source, order_id, line_no, source_key, loyalty_id, email, ordered_at, channel,"
                  + " store_id, sku, product_name, category, batch, quantity, unit_price, discount,"
                  + " unit_cost, currency, promotion");
          land(
              c,
              Canonical.SHIPMENT,
              "v1",
              """
              ('webshop', 'AP-1', 'Swiftline', timestamp '2026-10-15 08:00:00',
                timestamp '2026-10-17 17:00:00', timestamp '2026-10-23 15:20:00'),
              ('webshop', 'AP-2', 'Royal Parcel', timestamp '2026-09-29 08:00:00',
                timestamp '2026-10-01 17:00:00', timestamp '2026-10-01 11:00:00')
              """,
              "_source, order_id, carrier, shipped_at, promised_at, delivered_at");
          land(
              c,
              Canonical.EVENT,
              "v1",
              """
              ('app', 'e1', 'a1', 'x', null, timestamp '2026-11-14 20:12:00', 'Screen Viewed',
                'app', 's1', null, '{"name":"Returns policy","seconds":41}'),
              ('app', 'e2', 'a1', 'x', 'Ngozi@example.net', timestamp '2026-11-10 10:00:00',
                'Identified', 'app', 's0', null, '{}'),
              ('webshop', 'e3', null, 'y', null, timestamp '2026-11-10 10:00:00',
                'Product Viewed', 'web', 's9', 'BO-1', '{}'),
              ('webshop', 'e4', 'w2', 'z', null, timestamp '2026-11-12 10:00:00',
                'Product Viewed', 'web', 's5', 'BO-1', '{}'),
              ('webshop', 'e5', 'w2', 'z', null, timestamp '2026-11-12 10:01:00',
                'Product Added', 'web', 's5', 'BO-1', '{}')
              """,
              "_source, event_id, source_key, anonymous_id, email, occurred_at, event_type,"
                  + " channel, session_id, sku, properties");
          land(
              c,
              Canonical.LOYALTY_ACCOUNT,
              "v1",
              "('loyalty', 'AP100', 'm1', 'gold', 2140, date '2026-09-02', date '2026-11-30', 0,"
                  + " timestamp '2019-03-01 00:00:00')",
              "_source, loyalty_id, source_key, tier, points, tier_since, points_expire_on,"
                  + " points_to_next, enrolled_at");
          land(
              c,
              Canonical.LOYALTY_MOVEMENT,
              "v1",
              "('loyalty', 'L1', 'AP100', timestamp '2026-10-14 21:00:00', 'earn', 1164, 'AP-1')",
              "_source, movement_id, loyalty_id, moved_at, kind, points, order_id");
          land(
              c,
              Canonical.SERVICE_TICKET,
              "v1",
              """
              ('servicedesk', 'T-1', null, 'ngozi@example.net', timestamp '2026-10-24 09:31:00',
                timestamp '2026-10-27 10:00:00', 'form', 'delivery', 'late again',
                'My parcel is late again and I am disappointed', 2),
              ('servicedesk', 'T-2', null, 'ngozi@example.net', timestamp '2026-10-06 11:17:00',
                timestamp '2026-10-06 11:24:00', 'phone', 'delivery', 'where is my order?', null,
                null)
              """,
              "_source, ticket_id, source_key, email, opened_at, closed_at, channel, topic, subject,"
                  + " body, rating");
          land(
              c,
              Canonical.ENGAGEMENT,
              "v1",
              """
              ('messaging', 'g1', 'c1', null, null, timestamp '2026-10-27 06:00:00', 'email',
                'sent', 'Half-term', 'Half-term picks'),
              ('messaging', 'g1', 'c1', null, null, timestamp '2026-10-27 07:48:00', 'email',
                'opened', 'Half-term', 'Half-term picks'),
              ('messaging', 'g2', 'c1', null, null, timestamp '2026-11-08 18:05:00', 'email',
                'sent', 'Winter', 'Winter layers')
              """,
              "_source, message_id, source_key, email, phone, occurred_at, channel, kind, campaign,"
                  + " subject");
          land(
              c,
              Canonical.CONSENT,
              "v1",
              """
              ('crm', '1', null, 'marketing', 'sms', 'yes', timestamp '2020-01-01 00:00:00'),
              ('webshop', 'w1', null, 'marketing', 'sms', 'no', timestamp '2019-01-01 00:00:00'),
              ('crm', '1', null, 'marketing', 'email', 'no', timestamp '2020-01-01 00:00:00'),
              ('crm', '1', null, 'marketing', 'email', 'yes', timestamp '2021-01-01 00:00:00')
              """,
              "_source, source_key, email, purpose, channel, status, recorded_at");
          land(
              c,
              Canonical.PRODUCT,
              "v1",
              """
              ('catalog', 'BO-1', 'Boots', 'Footwear', 90.00, 41.00, 10, null),
              ('catalog', 'RA-210', 'Ridgeline Anorak', 'Jackets', 99.00, 45.00, 3, '26-08')
              """,
              "_source, sku, name, category, unit_price, unit_cost, stock, recalled_batch");
          return 0;
        });
  }

  static void person(Connection c, String more) throws Exception {
    land(
        c,
        Canonical.PERSON,
        "v1" + more,
        """
        ('crm', '1', 'AP100', 'NGOZI', 'OKAFOR', null, 'Ngozi@Example.net ', '07700 900482',
          'United Kingdom', timestamp '2019-03-01 00:00:00', timestamp '2024-01-01 00:00:00'),
        ('webshop', 'w1', null, null, null, 'Ngozi  Okafor', 'ngozi@example.net', '+44 7700 900482',
          'GB', timestamp '2020-03-01 00:00:00', timestamp '2026-01-01 00:00:00'),
        ('webshop', 'w2', null, null, null, 'Tomasz Zieliński', 'tomasz@example.net', null,
          'PL', timestamp '2021-03-01 00:00:00', null),
        ('loyalty', 'm1', 'AP100', 'Ngozi', 'Okafor', null, 'ngozi@example.net', null, null,
          timestamp '2019-03-01 00:00:00', null),
        ('messaging', 'c1', null, 'Ngozi', null, null, 'ngozi@example.net', null, null, null, null)
        """
            + more,
        "_source, source_key, loyalty_id, first_name, last_name, full_name, email, phone, country,"
            + " created_at, updated_at");
  }

  /// Publishes rows given as SQL values for the named columns; other columns are empty.
  static void land(
      Connection c, Canonical.Dataset dataset, String version, String values, String columns)
      throws Exception {
    List<String> given = List.of(columns.replaceAll("\\s", "").split(","));
    List<String> select = new ArrayList<>();
    for (Canonical.Column column : dataset.columns()) {
      String from = given.contains(column.name()) ? column.name() : "null";
      select.add("cast(" + from + " as " + column.type() + ") as " + column.name());
    }
    String table = dataset.name() + "_" + version.hashCode() % 1000;
    Rows.run(
        c,
        "create or replace table ops.\"test_"
            + table
            + "\" as select *, row_number() over () as _line from (values "
            + values
            + ") v("
            + String.join(", ", given)
            + ")");
    BronzeViews.publish(
        c,
        dataset,
        "select "
            + String.join(", ", select)
            + ", _source::varchar as _source, '20261120-1' as _landing, '"
            + dataset.name()
            + ".csv' as _file, _line from ops.\"test_"
            + table
            + "\"",
        version);
  }

  /// The select behind a bronze view, for publishing the same rows again.
  static String viewText(Connection c, String dataset) throws Exception {
    String sql =
        Rows.list(
                c,
                "select sql from duckdb_views() where schema_name = 'bronze' and view_name = ?",
                row -> row.getString(1),
                dataset)
            .getFirst();
    return sql.substring(sql.indexOf(" AS ") + 4, sql.lastIndexOf(';'));
  }

  List<List<Object>> rows(String sql) {
    return lake.query(sql, QueryLimits.SCREEN, Progress.NONE).rows();
  }

  @Override
  public void close() {
    lake.close();
    workspace.close();
  }
}
