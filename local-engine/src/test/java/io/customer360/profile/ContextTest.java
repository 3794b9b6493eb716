package io.customer360.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.profile.consent.ConsentCell;
import io.customer360.profile.consent.ConsentStatus;
import io.customer360.profile.timeline.TimelineDomain;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.TimelineFilter;
import io.customer360.profile.timeline.TimelineMonth;
import io.customer360.profile.timeline.WeekCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextTest {
  private MemoryLake lake;
  private LakeProfiles profiles;

  @BeforeEach
  void oneBusyCustomer() {
    lake = new MemoryLake();
    GoldTables.create(lake);
    GoldTables.customer(lake, 1, "Ngozi Okafor", "n@example.net", "+447700900482", "LS6 3QN", 2000);
    GoldTables.customer(lake, 2, "Quiet Person", "q@example.net", "", "", 100);
    for (int day = 1; day <= 28; day++) {
      lake.sql(
          """
          insert into gold.timeline values ('C-000001', timestamp '2026-10-%02d 10:00:00',
            'transactions', 'order', 'web', 'Order "%d"', 'été\n', 12.50, 'O%d', 'normal', 'f', %d)
          """
              .formatted(day, day, day, day));
      lake.sql(
          """
          insert into gold.orders values ('O%d', 'C-000001', timestamp '2026-10-%02d 10:00:00',
            'web', null, 2, 12.50, 5.00, 0.50, %d, 'Swiftline', false)
          """
              .formatted(day, day, day % 7 == 0 ? 3 : 0));
    }
    lake.sql(
        """
        insert into gold.timeline values
          ('C-000001', timestamp '2026-11-01 08:00:00', 'delivery', 'late', null, 'Arrived late',
            null, null, 'O28', 'bad', 'f', 1),
          ('C-000001', timestamp '2026-12-01 08:00:00', 'delivery', 'late', null, 'From the future',
            null, null, 'O28', 'bad', 'f', 2);
        insert into gold.score values
          ('C-000001', 'churn', 0.71, 0.65, 0.77, 0.84, 'v14', timestamp '2026-11-19 00:00:00'),
          ('C-000001', 'propensity', 0.19, 0.15, 0.23, 0.7, 'v3', timestamp '2026-11-19 00:00:00');
        insert into gold.score_reason values
          ('C-000001', 'churn', 1, 'late', 'late deliveries', 2, 0.27),
          ('C-000001', 'churn', 2, 'other', 'everything else', null, 0.26);
        insert into gold.consent values
          ('C-000001', 'marketing', 'sms', 'no', timestamp '2026-10-15 00:00:00', 'crm', 2);
        insert into silver.consent values
          ('crm:1', 'marketing', 'sms', 'yes', timestamp '2024-01-01 00:00:00'),
          ('crm:1', 'marketing', 'sms', 'no', timestamp '2026-10-15 00:00:00'),
          ('web:1', 'marketing', 'sms', 'yes', timestamp '2026-10-16 00:00:00');
        insert into gold.identity_link values
          ('crm:1', 'C-000001', 'first record', null, 'deterministic', null),
          ('web:1', 'C-000001', 'e-mail', 'crm:1', 'deterministic', 'n@example.net');
        insert into silver.source_person values
          ('crm:1', 'crm', '1', 'Ngozi Okafor', null, null, null, null,
            timestamp '2019-03-01 00:00:00', null, 'crm.csv', 2),
          ('web:1', 'web', '1', 'Ngozi O', null, null, null, null,
            timestamp '2020-03-01 00:00:00', null, 'web.csv', 2);
        insert into gold.golden_field values
          ('C-000001', 'full_name', 'Ngozi Okafor', 'web', 'latest', 'web:1', 'web.csv', 2,
            timestamp '2026-10-20 00:00:00',
            '[{"value":"Ngozi Obi","source":"crm","recorded_at":"2019-03-01T00:00:00Z","reason":"older"}]',
            1, 2, 0.94);
        insert into gold.segment_member values
          ('C-000001', 'Gone quiet', date '2026-11-02'), ('C-000001', 'Family', date '2021-04-04');
        insert into ops.customer_registry values ('crm:1', 'C-000001', 1), ('web:1', 'C-000009', 9)
        """);
    profiles = new LakeProfiles(lake.lakehouse(), ZoneId.of("Europe/London"));
  }

  @AfterEach
  void close() {
    profiles.close();
    lake.close();
  }

  @Test
  void holdsTheLastTwentyEventsInOrder() {
    UnifiedContext context = profiles.context("C-000001").orElseThrow();
    assertThat(context.events()).hasSize(20);
    assertThat(context.events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(context.events().getLast().title()).isEqualTo("Arrived late");
    assertThat(context.scores())
        .extracting(UnifiedContext.Score::model)
        .containsExactly("churn", "propensity");
    assertThat(context.segments())
        .extracting(SegmentSince::segment)
        .containsExactly("Gone quiet", "Family");
  }

  /// Yesterday's order is a day ago, even where 23 hours have gone by.
  @Test
  void countsDaysFromDateToDate() {
    Instant morning = Instant.parse("2026-10-10T09:00:00Z");
    UnifiedContext context = profiles.context("C-000001", morning).orElseThrow();
    assertThat(context.statistics().daysSinceOrder()).isEqualTo(1);
  }

  @Test
  void contextsOfThePastKnowNothingOfTheFuture() {
    Instant then = Instant.parse("2026-10-10T12:00:00Z");
    UnifiedContext context = profiles.context("C-000001", then).orElseThrow();
    assertThat(context.events()).hasSize(10).allMatch(event -> !event.at().isAfter(then));
    assertThat(context.statistics().orders()).isEqualTo(10);
    assertThat(context.statistics().revenue()).isEqualByComparingTo(new BigDecimal("125.00"));
    assertThat(context.statistics().usualGapDays()).isEqualTo(1.0);
    assertThat(context.scores()).isEmpty();
    assertThat(context.segments()).extracting(SegmentSince::segment).containsExactly("Family");
    assertThat(context.person().name()).isEqualTo("Ngozi Obi");
    assertThat(context.trust()).isNull();
    assertThat(context.consents())
        .extracting(ConsentCell::status)
        .containsExactly(ConsentStatus.YES);
    assertThat(
            profiles
                .context("C-000001", Instant.parse("2026-10-17T00:00:00Z"))
                .orElseThrow()
                .consents())
        .extracting(ConsentCell::status)
        .containsExactly(ConsentStatus.NO);
    assertThat(profiles.context("C-000001", Instant.parse("2010-01-01T00:00:00Z"))).isEmpty();
    assertThat(context.toJson()).doesNotContain("2026-10-11").doesNotContain("2026-11");
  }

  @Test
  void jsonIsCanonical() throws Exception {
    String json = profiles.context("C-000001").orElseThrow().toJson();
    assertThat(profiles.context("C-000001").orElseThrow().toJson()).isEqualTo(json);
    JsonNode node = new ObjectMapper().readTree(json);
    assertSorted(node);
    assertThat(json).doesNotContain(": ").doesNotContain(", \"");
    assertThat(json).contains("\"title\":\"Order \\\"28\\\"\"", "\"detail\":\"été\\n\"");
    assertThat(json).contains("\"amount\":\"12.50\"", "\"score\":0.71", "\"reliability\":1,");
    assertThat(node.get("as_of").textValue()).isEqualTo("2026-11-20T09:40:00Z");
  }

  private static void assertSorted(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    assertThat(names).isSorted();
    node.forEach(ContextTest::assertSorted);
  }

  @Test
  void theProfileHasEverythingInItsPlace() {
    Profile profile = profiles.profile("C-000001").orElseThrow();
    assertThat(profile.header().initials()).isEqualTo("NO");
    assertThat(profile.domains()).extracting(DomainView::domain).containsExactly(Domain.values());
    assertThat(profile.domain(Domain.TRANSACTIONS).total()).isEqualTo(28);
    assertThat(profile.domain(Domain.IDENTITY).rows()).hasSize(2);
    assertThat(profile.domain(Domain.FINANCIAL).rows()).hasSize(1);
    assertThat(profile.stats().atRisk()).isEqualByComparingTo("710.00");
    ScoreView churn = profile.score("churn").orElseThrow();
    assertThat(churn.base()).isCloseTo(0.18, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(profile.golden().getFirst().others().getFirst().value()).isEqualTo("Ngozi Obi");
    assertThat(profile.consents().cell("marketing", "sms").status()).isEqualTo(ConsentStatus.NO);
    assertThat(profile.consents().cell("service", "post").status())
        .isEqualTo(ConsentStatus.NOT_ASKED);
    assertThat(profile.consents().cells()).hasSize(20);
  }

  @Test
  void aMergedIdLeadsToTheSurvivor() {
    assertThat(profiles.profile("C-000009").orElseThrow().header().customerId())
        .isEqualTo("C-000001");
    assertThat(profiles.profile("C-999999")).isEmpty();
    assertThat(profiles.context("nonsense")).isEmpty();
  }

  @Test
  void toleratesALakeWithoutModelsAndDecisions() {
    for (String table : List.of("score", "score_reason", "segment_member", "consent", "timeline")) {
      lake.sql("drop table gold." + table);
    }
    assertThat(profiles.profile("C-000001")).isPresent();
    UnifiedContext context = profiles.context("C-000001").orElseThrow();
    assertThat(context.events()).isEmpty();
    assertThat(profiles.timeline("C-000001", TimelineFilter.ALL, 10)).isEmpty();
  }

  @Test
  void filtersTheTimelineAndCountsWeeks() {
    assertThat(profiles.timeline("C-000001", TimelineFilter.ALL, 5))
        .hasSize(5)
        .first()
        .extracting(TimelineEntry::title)
        .isEqualTo("Arrived late");
    assertThat(
            profiles.timeline(
                "C-000001", TimelineFilter.ALL.withDomains(Set.of(TimelineDomain.DELIVERY)), 50))
        .hasSize(1);
    assertThat(profiles.timeline("C-000001", TimelineFilter.ALL.withText("ORDER \"2"), 50))
        .hasSize(10);
    assertThat(
            profiles.timeline(
                "C-000001",
                TimelineFilter.ALL.between(
                    Instant.parse("2026-10-05T00:00:00Z"), Instant.parse("2026-10-07T00:00:00Z")),
                50))
        .hasSize(2);
    List<WeekCount> weeks = profiles.weeks("C-000001");
    assertThat(weeks).hasSize(52);
    assertThat(weeks.getLast().monday()).isEqualTo("2026-11-16");
    assertThat(weeks.stream().mapToInt(WeekCount::events).sum()).isEqualTo(29);
    assertThat(weeks.stream().mapToInt(WeekCount::bad).sum()).isEqualTo(1);
    assertThat(
            TimelineMonth.group(
                profiles.timeline("C-000001", TimelineFilter.ALL, 100), ZoneId.of("UTC")))
        .extracting(TimelineMonth::month)
        .containsExactly(java.time.YearMonth.of(2026, 11), java.time.YearMonth.of(2026, 10));
  }

  @Test
  void decisionsComeWithWhatTheyBrought() {
    lake.sql(
        """
        insert into ops.proposal values ('D1', 'C-000001', 'Call', 'Service recovery call', 'phone',
          'APPROVED', timestamp '2026-11-19 09:00:00');
        insert into ops.outbox values ('k1', 'D1');
        insert into ops.outcome values ('k1', 'C-000001', 90.00), ('k1', 'C-000001', 6.40)
        """);
    assertThat(profiles.profile("C-000001").orElseThrow().decisions())
        .containsExactly(
            new DecisionNote(
                "D1",
                Instant.parse("2026-11-19T09:00:00Z"),
                "Service recovery call",
                "phone",
                "approved",
                new BigDecimal("96.40")));
    assertThat(profiles.timeline("C-000001", TimelineFilter.ALL, 1).getFirst().domain())
        .isEqualTo(TimelineDomain.DECISION);
    lake.sql("drop table ops.outcome");
    try (var fresh = new LakeProfiles(lake.lakehouse(), ZoneId.of("UTC"))) {
      assertThat(fresh.profile("C-000001").orElseThrow().decisions()).hasSize(1);
    }
  }

  @Test
  void neighboursAreOrderedByMarginAtRisk() {
    assertThat(profiles.neighbours("C-000002"))
        .contains(new Neighbours("active", 2, 2, "C-000001", null));
  }
}
