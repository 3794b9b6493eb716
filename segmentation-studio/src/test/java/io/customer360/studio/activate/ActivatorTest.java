package io.customer360.studio.activate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.decision.DecisionDesk;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.Intent;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStep;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivatorTest {
  private static final Person MAYA = new Person("mh", "Maya Holt", Role.MARKETER);
  private static final Rule GOLD = new Rule.Attribute("tier", Comparison.is("Gold"));
  private static final ActivationOrder ORDER =
      new ActivationOrder("webhook", "email", "marketing", List.of("city"), 7);

  @TempDir Path folder;

  private SmallLake lake;
  private SegmentStudio studio;
  private DecisionDesk desk;

  @BeforeEach
  void open() {
    lake = SmallLake.make(folder, 120, 9);
    lake.lakehouse()
        .write(
            connection -> {
              for (String statement :
                  new SegmentStep(new SegmentFiles(lake.workspace().segments())).statements()) {
                Rows.run(connection, statement);
              }
              return true;
            });
    studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
    desk =
        DecisionDesk.open(
            lake.lakehouse(), lake.workspace(), Clock.fixed(SmallLake.AS_OF, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private Activator activator() {
    return new Activator(
        studio,
        lake.lakehouse(),
        desk.outbox(),
        desk.audit(),
        SensitiveFields.read(lake.workspace().segments()),
        Clock.fixed(SmallLake.AS_OF, ZoneOffset.UTC));
  }

  private SegmentDefinition segment(String id, Rule rule) {
    return studio.create(
        SegmentDefinition.of(id, "", "", new SegmentSource.Rules(Rule.all(rule))), MAYA);
  }

  @Test
  void onlyThoseWhoAgreedAreQueuedOnceAndTheRestIsCountedByReason() {
    SegmentDefinition gold = segment("gold", GOLD);
    Rule may =
        Rule.all(
            GOLD,
            new Rule.Consent("marketing", "email", ConsentStatus.YES),
            new Rule.Attribute("email", Comparison.of(Operator.KNOWN)));
    int expected = studio.count(may, Progress.NONE).customers();
    int members = studio.count(Rule.all(GOLD), Progress.NONE).customers();
    assertThat(expected).isPositive().isLessThan(members);
    assertThat(activator().preview(gold, ORDER, Progress.NONE).allowed()).isEqualTo(expected);
    assertThat(desk.outbox().list(List.of(), 1000)).isEmpty();
    ActivationReport report = activator().activate(gold, ORDER, MAYA, Progress.NONE);
    assertThat(report.queued()).isEqualTo(expected);
    assertThat(report.refused().values().stream().mapToLong(Long::longValue).sum() + expected)
        .isEqualTo(report.members())
        .isEqualTo(members);
    assertThat(report.refused())
        .containsKeys(
            "refused marketing by email", "never asked about marketing by email", "no email known");
    List<Intent> rows = desk.outbox().list(List.of(), 1000);
    assertThat(rows).hasSize(expected);
    assertThat(rows)
        .extracting(Intent::customerId)
        .containsExactlyInAnyOrderElementsOf(studio.counter().ids(may, Progress.NONE));
    assertThat(rows.getFirst().payload()).contains("\"segment\":\"gold\"", "\"city\"");
    ActivationReport again = activator().activate(gold, ORDER, MAYA, Progress.NONE);
    assertThat(again.queued()).isZero();
    assertThat(again.refused()).containsEntry("queued before for this version", (long) expected);
    assertThat(desk.audit().latest("gold", 10))
        .hasSize(2)
        .anySatisfy(entry -> assertThat(entry.json()).contains("\"queued\":" + expected));
    assertThat(desk.audit().verify().toString()).isNotEmpty();
  }

  @Test
  void aSensitiveFieldNeitherLeavesNorPicksPeople() throws Exception {
    SegmentDefinition gold = segment("gold", GOLD);
    ActivationOrder born =
        new ActivationOrder("webhook", "email", "marketing", List.of("birth_date"), 7);
    assertThatThrownBy(() -> activator().activate(gold, born, MAYA, Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("birth_date is sensitive");
    SegmentDefinition old =
        segment("old", new Rule.Attribute("age", Comparison.of(Operator.MORE_THAN, 60)));
    SegmentDefinition through = segment("through", new Rule.Membership("old"));
    SegmentDefinition written =
        segment("written", new Rule.Expression("year(birth_date) < 1960", ""));
    for (SegmentDefinition one : List.of(old, through, written)) {
      assertThatThrownBy(() -> activator().activate(one, ORDER, MAYA, Progress.NONE))
          .hasMessageContaining("sensitive");
    }
    assertThat(desk.outbox().list(List.of(), 10)).isEmpty();
    Files.writeString(
        lake.workspace().segments().resolve("sensitive-fields.txt"), "# ours\ncity  too small\n");
    assertThat(
            activator()
                .preview(
                    old,
                    new ActivationOrder("webhook", "email", "marketing", List.of(), 7),
                    Progress.NONE)
                .members())
        .isPositive();
    assertThatThrownBy(() -> activator().preview(gold, ORDER, Progress.NONE))
        .hasMessageContaining("city is sensitive (too small)");
    assertThatThrownBy(() -> new ActivationOrder("webhook", "fax", "marketing", List.of(), 7))
        .hasMessageContaining("not fax");
  }
}
