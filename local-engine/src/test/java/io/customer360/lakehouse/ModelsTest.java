package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the SQL models make of a handful of rows.
class ModelsTest {
  @TempDir static Path dir;
  private static SmallLake small;

  @BeforeAll
  static void build() {
    small = SmallLake.filled(dir.resolve("models.c360"));
    small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  private static List<List<Object>> rows(String sql) {
    return small.rows(sql);
  }

  @Test
  void peopleAreCleaned() {
    assertThat(
            rows(
                """
                select first_name, full_name, email, phone, country, zone
                from silver.source_person where source_person_id = 'crm:1'"""))
        .containsExactly(
            List.of(
                "Ngozi",
                "Ngozi Okafor",
                "ngozi@example.net",
                "+447700900482",
                "GB",
                "Europe/London"));
  }

  @Test
  void peopleKnownOnlyByTracesAreSourcePersonsToo() {
    assertThat(
            rows(
                """
                select source_person_id, loyalty_id is null, email from silver.source_person
                where _file is null and source <> 'pos' order by 1"""))
        .containsExactly(
            List.of("app:a1", true, "ngozi@example.net"),
            List.of("servicedesk:email:ngozi@example.net", true, "ngozi@example.net"));
    assertThat(rows("select loyalty_id from silver.source_person where source = 'pos'"))
        .containsExactly(List.of("AP100"));
  }

  @Test
  void revenueIsAfterDiscountAndReturnsAreNegative() {
    assertThat(
            rows("select order_id, revenue, margin, is_return from gold.orders order by order_id"))
        .containsExactly(
            List.of("AP-1", new BigDecimal("126.00"), new BigDecimal("70.00"), false),
            List.of("AP-2", new BigDecimal("99.00"), new BigDecimal("54.00"), false),
            List.of("AP-3", new BigDecimal("-80.00"), new BigDecimal("-39.00"), true),
            List.of("R-10", new BigDecimal("90.00"), new BigDecimal("49.00"), false),
            List.of("R-9", new BigDecimal("90.00"), new BigDecimal("49.00"), false));
  }

  @Test
  void anonymousSalesKeepTheirMoneyAndHaveNoCustomer() {
    assertThat(rows("select customer_id is null from gold.orders where order_id = 'R-10'"))
        .containsExactly(List.of(true));
    assertThat(rows("select sum(revenue) from silver.order_line"))
        .isEqualTo(rows("select sum(revenue) from gold.order_line"))
        .isEqualTo(rows("select sum(revenue) from gold.orders"));
  }

  @Test
  void aNoOfAnyRecordWinsUnlessTheSameRecordLaterSaidYes() {
    assertThat(
            rows(
                """
                select purpose, channel, status, records from gold.consent
                where customer_id = 'C-000001' order by channel"""))
        .containsExactly(
            List.of("marketing", "email", "yes", 1), List.of("marketing", "sms", "no", 2));
  }

  @Test
  void theTimelineReadsLikeAStory() {
    assertThat(
            rows(
                """
                select title, detail, tone from gold.timeline
                where customer_id = 'C-000001' order by ts, title"""))
        .containsExactly(
            List.of("Moved to Gold", "2,140 points today", "good"),
            List.of("Order AP-2, 1 item", "App, Ridgeline Anorak, batch 26-08 recalled", "warn"),
            List.of("AP-2 arrived on time", "Promised 1 Oct, Royal Parcel", "normal"),
            List.of("Called: where is my order?", "T-2, Not rated, closed after 1 h", "normal"),
            List.of("Order AP-1, 3 items", "Web shop, Boots, Fleece", "normal"),
            List.of("Earned 1,164 points", "Order AP-1", "normal"),
            List.of("AP-1 arrived 6 days late", "Promised 17 Oct, Swiftline", "bad"),
            List.of(
                "Ticket T-1: “late again”",
                "Rated 2 of 5, sentiment −0.91, closed after 3 d",
                "bad"),
            List.of("“Half-term picks” opened", "E-mail, no click, sent 27 Oct 06:00", "normal"),
            List.of("“Winter layers” not opened", "E-mail, sent 8 Nov 18:05", "normal"),
            List.of("Visited in the app", "One step", "normal"),
            List.of("Viewed returns policy in the app", "41 s, then left", "normal"));
    assertThat(rows("select title, tone from gold.timeline where kind = 'basket left'"))
        .containsExactly(List.of("Left a basket in the web shop", "warn"));
  }

  @Test
  void theCustomerRowSumsItUp() {
    assertThat(
            rows(
                """
                select full_name, tier, points, source_records, lifecycle, orders, revenue,
                  usual_gap_days, favourite_channel, late_deliveries_60d, last_rating,
                  last_email_open_at::varchar, customer_since::varchar
                from gold.customer where customer_id = 'C-000001'"""))
        .containsExactly(
            List.of(
                "Ngozi Okafor",
                "Gold",
                2140,
                6,
                "at-risk",
                2L,
                new BigDecimal("225.00"),
                16.0,
                "web",
                1,
                2,
                "2026-10-27 07:48:00",
                "2019-03-01"));
    assertThat(rows("select lifecycle from gold.customer where customer_id = 'C-000002'"))
        .containsExactly(List.of("prospect"));
  }

  @Test
  void everyColumnOfEveryModelHasALineageOrIsAConstant() {
    ModelGraph graph = small.lake.graph();
    Map<String, Set<String>> traced =
        graph.columns().stream()
            .collect(
                Collectors.groupingBy(
                    ColumnEdge::toTable,
                    Collectors.mapping(
                        edge -> ColumnEdge.whole(edge.toColumn()), Collectors.toSet())));
    Set<String> constants =
        Set.of(
            "gold.feature.as_of",
            "gold.timeline.domain",
            "silver.channel.channel",
            "silver.channel.label",
            "silver.country.spelling",
            "silver.country.iso",
            "silver.country.zone",
            "silver.sentiment_word.word",
            "silver.sentiment_word.weight");
    Set<String> untraced = new TreeSet<>();
    for (ModelNode node : graph.nodes()) {
      if (!node.sql().isEmpty()) {
        for (ColumnInfo column : node.columns()) {
          if (!traced.getOrDefault(node.name(), Set.of()).contains(column.name())) {
            untraced.add(node.name() + "." + column.name());
          }
        }
      }
    }
    assertThat(untraced).isSubsetOf(constants);
  }

  @Test
  void lineageLeadsFromTheCustomersRevenueToTheReceivedPrice() {
    ModelGraph graph = small.lake.graph();
    assertThat(graph.origins("gold.customer", "revenue"))
        .containsExactly(new ColumnEdge("gold.orders", "revenue", "gold.customer", "revenue"));
    assertThat(graph.origins("silver.order_line", "revenue"))
        .extracting(ColumnEdge::fromColumn)
        .containsExactly("discount", "quantity", "unit_price");
    assertThat(graph.origins("gold.customer", "points"))
        .containsExactly(
            new ColumnEdge("silver.loyalty_account", "points", "gold.customer", "points"));
    assertThat(graph.origins("gold.session", "events"))
        .containsExactly(new ColumnEdge("gold.event", "*", "gold.session", "events"));
    assertThat(graph.origins("gold.customer", "email"))
        .containsExactly(
            new ColumnEdge("gold.golden_field", "value[field=email]", "gold.customer", "email"));
    assertThat(ColumnTrace.of(graph, "gold.customer", "city").received())
        .extracting(ColumnTrace.Step::column)
        .containsExactly("city");
    assertThat(graph.origins("gold.golden_field", "value"))
        .as("of the whole column those of every field")
        .extracting(ColumnEdge::fromColumn)
        .contains("email", "city", "phone");
    assertThat(graph.upstream("gold.customer"))
        .contains("bronze.person", "model:identity", "silver.order_line", "gold.orders");
    assertThat(graph.downstream("bronze.shipment"))
        .contains("silver.shipment", "gold.timeline", "use:360 profile");
  }

  @Test
  void everyModelSaysItsGrainAndMeaning() {
    assertThat(small.lake.graph().nodes())
        .filteredOn(node -> !node.sql().isEmpty())
        .hasSizeGreaterThan(25)
        .allSatisfy(
            node -> {
              assertThat(node.grain()).startsWith("one row per");
              assertThat(node.meaning()).isNotBlank();
              assertThat(node.columns()).isNotEmpty();
            });
  }

  @Test
  void statusTellsLayersRowsAndFreshness() {
    LakeStatus status = small.lake.status();
    assertThat(status.stale()).isFalse();
    assertThat(status.refreshedAt()).isEqualTo("2026-11-20T09:40:00Z");
    assertThat(status.layer(Layer.BRONZE).tables()).hasSize(Canonical.DATASETS.size());
    assertThat(status.layer(Layer.GOLD).tables())
        .filteredOn(table -> table.name().equals("gold.customer"))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.rows()).isEqualTo(3);
              assertThat(table.hash()).hasSize(24);
              assertThat(table.columns()).contains(new ColumnInfo("revenue", "DECIMAL(14,2)"));
            });
  }

  @Test
  void balancesComeFromTheRecordsOfLanding(@TempDir Path other) {
    try (SmallLake lake = SmallLake.empty(other.resolve("b.c360"))) {
      assertThat(lake.lake.status().balances()).isEmpty();
      lake.lake.write(
          c -> {
            Rows.run(
                c,
                """
                create table ops.landing as select * from (values
                  ('person', 'crm', 10, 7, 2, 1), ('person', 'pos', 5, 5, 0, 0),
                  ('event', 'app', 3, 3, 0, 0))
                  v(dataset, source, rows, accepted, quarantined, duplicates)""");
            return 0;
          });
      LakeStatus status = lake.lake.status();
      assertThat(status.balances())
          .containsExactly(new Balance("event", 3, 3, 0, 0), new Balance("person", 15, 12, 2, 1));
      assertThat(status.total()).isEqualTo(new Balance("", 18, 15, 2, 1));
      assertThat(status.total().balanced()).isTrue();
      ModelGraph graph = lake.lake.graph();
      assertThat(graph.node("source:crm").orElseThrow().rows()).isEqualTo(10);
      assertThat(graph.node("bronze.person").orElseThrow().note())
          .isEqualTo("2 rows in quarantine");
      assertThat(graph.edges()).contains(new ModelEdge("source:app", "bronze.event"));
    }
  }
}
