package io.customer360.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FeatureSqlTest {
  private static final FeatureCatalog CATALOG = new FeatureCatalog("GBP");
  private static final Instant MORNING = Instant.parse("2026-11-20T09:40:00Z");
  private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void computesWhatTheDefinitionsSay() throws Exception {
    try (Connection c = GoldTables.empty()) {
      GoldTables.execute(
          c,
          """
          insert into gold.customer values ('C-1', '2020-01-01'), ('C-2', '2026-05-01'),
            ('C-3', '2026-06-02');
          insert into gold.orders values
            ('1', 'C-1', '2025-01-01 00:00', 'web', null, 1, 10, 4, 0, null, null, false),
            ('2', 'C-1', '2026-04-12 00:00', 'web', null, 1, 30, 9, 10, null, null, false),
            ('3', 'C-1', '2026-05-02 00:00', 'store', null, 1, 70, 21, 0, null, null, false),
            ('4', 'C-1', '2026-05-12 00:00', 'store', null, 1, -70, -21, 0, null, null, true),
            ('5', 'C-1', '2026-06-01 00:01', 'store', null, 1, 500, 99, 0, null, null, false),
            ('6', null, '2026-05-01 00:00', 'store', null, 1, 500, 99, 0, null, null, false);
          insert into gold.order_line values
            ('2', 'C-1', '2026-04-12 00:00', 'tents', 30, false),
            ('3', 'C-1', '2026-05-02 00:00', 'boots', 70, false),
            ('4', 'C-1', '2026-05-12 00:00', 'boots', -70, true);
          insert into gold.shipment values
            ('2', 'C-1', '2026-04-16 00:00', 2), ('3', 'C-1', '2026-05-05 00:00', 0),
            ('3', 'C-1', '2026-06-05 00:00', 9), ('1', 'C-1', '2025-01-16 00:00', 5);
          insert into gold.engagement values
            ('C-1', '2026-05-02 00:00', 'email', 'opened'),
            ('C-1', '2026-05-01 00:00', 'email', 'sent'),
            ('C-1', '2026-05-03 00:00', 'sms', 'clicked'),
            ('C-1', '2026-06-02 00:00', 'email', 'opened');
          insert into gold.service_ticket values
            ('T1', 'C-1', '2026-05-01 00:00', '2026-05-02 00:00', 2, -0.5),
            ('T2', 'C-1', '2026-05-20 00:00', '2026-06-02 00:00', 5, 0.1);
          insert into gold.event values
            ('C-1', '2026-05-20 00:00', 'a', 'view'), ('C-1', '2026-05-20 00:10', 'a', 'view'),
            ('C-1', '2026-05-21 00:10', null, 'view'), ('C-1', '2026-04-20 00:10', 'c', 'view');
          insert into gold.loyalty_movement values
            ('C-1', '2026-05-20 00:00', 'earn', 70), ('C-1', '2026-05-21 00:00', 'redeem', -50)
          """);
      FeatureMatrix matrix = on(c, DAY);
      assertThat(matrix.ids()).containsExactly("C-1", "C-2");
      FeatureRow row = matrix.row(0);
      assertThat(row.get("recency_days")).isEqualTo(30);
      assertThat(row.get("orders_90d")).isEqualTo(2);
      assertThat(row.get("orders_365d")).isEqualTo(2);
      assertThat(row.get("orders_total")).isEqualTo(3);
      assertThat(row.get("revenue_365d")).isEqualTo(100);
      assertThat(row.get("margin_365d")).isEqualTo(30);
      assertThat(row.get("tenure_days")).isEqualTo(516);
      assertThat(row.get("gap_mean_days")).isEqualTo(243);
      assertThat(row.get("gap_sd_days")).isCloseTo(315.3696, within(1e-4));
      assertThat(row.get("recency_ratio")).isCloseTo(30.0 / 243, within(1e-12));
      assertThat(row.get("late_60d")).isEqualTo(1);
      assertThat(row.get("email_opens_90d")).isEqualTo(1);
      assertThat(row.get("email_open_decay")).isEqualTo(0.5);
      assertThat(row.get("days_since_open")).isEqualTo(30);
      assertThat(row.get("sms_clicks_90d")).isEqualTo(1);
      assertThat(row.get("tickets_90d")).isEqualTo(2);
      assertThat(row.get("open_tickets")).isEqualTo(1);
      assertThat(row.get("last_rating")).isEqualTo(2);
      assertThat(row.get("sentiment")).isCloseTo(-0.2, within(1e-9));
      assertThat(row.get("visits_30d")).isEqualTo(2);
      assertThat(row.get("visit_trend"))
          .isCloseTo((2 - 1 / 6.0) / Math.sqrt(1 / 6.0 + 1), within(1e-12));
      assertThat(row.get("email_trend")).isZero();
      assertThat(row.get("overdue_gaps")).isZero();
      assertThat(row.get("rhythm_log_odds")).isBetween(-3.0, 3.0);
      assertThat(row.get("online_share")).isCloseTo(2.0 / 3, within(1e-12));
      assertThat(row.get("discount_share")).isCloseTo(10.0 / 110, within(1e-12));
      assertThat(row.get("return_share")).isCloseTo(0.7, within(1e-12));
      assertThat(row.get("categories_365d")).isEqualTo(2);
      assertThat(row.get("points_earned_365d")).isEqualTo(70);
      FeatureRow unknown = matrix.row(1);
      assertThat(unknown.has("recency_days")).isFalse();
      assertThat(unknown.has("points_earned_365d")).isFalse();
      assertThat(unknown.get("orders_365d")).isZero();
    }
  }

  @Test
  void laterRowsChangeNothing() throws Exception {
    try (Connection c = GoldTables.lively(300, 5)) {
      Instant day = GoldTables.TODAY.minus(Duration.ofDays(120));
      FeatureMatrix before = on(c, day);
      String later = FeatureSql.literal(day);
      for (String[] table :
          new String[][] {
            {"orders", "ordered_at"},
            {"order_line", "ordered_at"},
            {"shipment", "delivered_at"},
            {"engagement", "occurred_at"},
            {"event", "occurred_at"}
          }) {
        assertThat(
                GoldTables.number(
                    c,
                    "select count(*) from gold." + table[0] + " where " + table[1] + " > " + later))
            .as(table[0])
            .isPositive();
        GoldTables.execute(
            c, "delete from gold." + table[0] + " where " + table[1] + " > " + later);
      }
      GoldTables.execute(
          c,
          "insert into gold.service_ticket select 'T' || customer_id, customer_id, "
              + later
              + " + interval 1 day, null, 1, -1 from gold.customer");
      GoldTables.execute(
          c,
          "insert into gold.loyalty_movement select customer_id, "
              + later
              + " + interval 1 day, 'earn', 10 from gold.customer");
      FeatureMatrix after = on(c, day);
      assertThat(after.ids()).isEqualTo(before.ids());
      assertThat(Arrays.deepEquals(after.values(), before.values())).isTrue();
    }
  }

  @Test
  void theCatalogueNamesEveryColumn() throws Exception {
    try (Connection c = GoldTables.empty();
        var statement = c.createStatement();
        var result = statement.executeQuery(FeatureSql.load().on(DAY))) {
      var names = new java.util.ArrayList<String>();
      for (int i = 3; i <= result.getMetaData().getColumnCount(); i++) {
        names.add(result.getMetaData().getColumnName(i));
      }
      assertThat(CATALOG.columns()).containsExactlyInAnyOrderElementsOf(names);
      assertThat(CATALOG.features())
          .allSatisfy(f -> assertThat(CATALOG.reason(f.reason())).isPresent());
      assertThat(CATALOG.reasons())
          .allSatisfy(r -> assertThat(CATALOG.feature(r.main())).isPresent());
    }
  }

  @Test
  void countsDaysFromDateToDate() {
    FeatureRow evening = column -> column.equals("recency_days") ? 36 + 12.0 / 24 : Double.NaN;
    assertThat(words("order_timing", evening)).isEqualTo("37 days since order, ordered once");
    FeatureRow morning = column -> column.equals("recency_days") ? 36 + 9.0 / 24 : Double.NaN;
    assertThat(words("order_timing", morning)).isEqualTo("36 days since order, ordered once");
    FeatureRow today = column -> column.equals("recency_days") ? 9.0 / 24 : Double.NaN;
    assertThat(words("order_timing", today)).isEqualTo("0 days since order, ordered once");
  }

  @Test
  void saysReasonsInPlainWords() {
    FeatureRow row =
        column ->
            switch (column) {
              case "recency_days" -> 36.54;
              case "gap_mean_days" -> 19;
              case "late_60d", "last_rating" -> 2;
              case "days_since_open" -> 24;
              case "revenue_365d" -> 2486;
              case "tenure_days" -> 2800;
              case "orders_365d" -> 18;
              case "visits_30d" -> 2;
              case "visit_trend" -> -1.1;
              default -> 0;
            };
    assertThat(words("order_timing", row)).isEqualTo("37 days since order, usually 19");
    assertThat(words("order_frequency", row)).isEqualTo("18 orders in a year, none in 90 days");
    assertThat(words("visits", row)).isEqualTo("2 visits in 30 days");
    assertThat(words("visit_trend", row)).isEqualTo("Fewer visits than before");
    assertThat(words("late_deliveries", row)).isEqualTo("2 late deliveries in 60 days");
    assertThat(words("email", row)).isEqualTo("No e-mail opened for 24 days");
    assertThat(words("satisfaction", row)).isEqualTo("Complaint, rated 2 of 5");
    assertThat(words("spend", row)).isEqualTo("Spent £2,486 in a year");
    assertThat(words("tenure", row)).isEqualTo("Customer for 7 years");
    FeatureRow nothing = column -> Double.NaN;
    assertThat(CATALOG.reasons())
        .allSatisfy(
            r -> assertThat(r.words().of(nothing, MORNING)).isNotBlank().doesNotContain("NaN"));
  }

  private static String words(String reason, FeatureRow row) {
    return CATALOG.reason(reason).orElseThrow().words().of(row, MORNING);
  }

  private static FeatureMatrix on(Connection c, Instant day) throws Exception {
    String sql =
        "select customer_id, "
            + String.join(", ", CATALOG.columns())
            + " from ("
            + FeatureSql.load().on(day)
            + ") order by customer_id";
    return FeatureMatrix.read(c, sql, CATALOG.columns());
  }
}
