package io.customer360.studio.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLinesTest {
  private static final Person MAYA = new Person("maya", "Maya Holt", Role.ANALYST);
  private static final Rule GOLD = new Rule.Attribute("tier", Comparison.is("Gold"));
  private static final Rule LEEDS = new Rule.Attribute("city", Comparison.is("Leeds"));

  @TempDir static Path folder;

  private static SmallLake lake;
  private static SegmentStudio studio;
  private static FieldCatalog catalog;

  @BeforeAll
  static void open() {
    lake = SmallLake.make(folder, 200, 8);
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
    catalog = studio.catalog();
  }

  @AfterAll
  static void close() {
    lake.close();
  }

  private static Rule orders(int atLeast) {
    return new Rule.Attribute("orders", Comparison.of(Operator.AT_LEAST, atLeast));
  }

  @Test
  void aLineSaysWhatTheGroupsAroundItMakeOfIt() {
    Rule tree =
        Rule.all(
            GOLD,
            Rule.any(LEEDS, Rule.all(orders(3), GOLD)),
            new Rule.Group(Combination.NONE, List.of(LEEDS)));
    assertThat(RuleLines.of(tree, catalog))
        .containsExactly(
            "Loyalty tier is Gold",
            "any of: City is Leeds",
            "any of: Orders ever at least 3 and Loyalty tier is Gold",
            "not: City is Leeds");
  }

  @Test
  void aVersionSaysWhatItAddedAndRemoved() {
    SegmentDefinition first =
        studio.create(
            SegmentDefinition.of(
                "changing", "", "", new SegmentSource.Rules(Rule.all(GOLD, LEEDS))),
            MAYA);
    studio.save(first.with(new SegmentSource.Rules(Rule.all(GOLD, orders(2)))), MAYA);
    assertThat(VersionChanges.of(studio.history("changing").versions(), catalog))
        .containsExactly(
            new VersionChanges(2, List.of("Orders ever at least 2"), List.of("City is Leeds")));
  }

  @Test
  void theOverlapIsThatOfTheMembersWritten() {
    SegmentDefinition gold =
        studio.create(
            SegmentDefinition.of("gold", "", "", new SegmentSource.Rules(Rule.all(GOLD))), MAYA);
    SegmentDefinition both =
        studio.create(
            SegmentDefinition.of(
                "gold-leeds", "", "", new SegmentSource.Rules(Rule.all(GOLD, LEEDS))),
            MAYA);
    SegmentOverview overview = new SegmentOverview(studio, lake.lakehouse());
    assertThat(overview.overlap(overview.rows(Progress.NONE), 9, Progress.NONE).segments())
        .as("nothing is written yet")
        .isEmpty();
    long golden = studio.materialize(gold, Progress.NONE);
    long few = studio.materialize(both, Progress.NONE);
    MemberOverlap overlap = overview.overlap(overview.rows(Progress.NONE), 9, Progress.NONE);
    int one = overlap.segments().indexOf("gold");
    int other = overlap.segments().indexOf("gold-leeds");
    assertThat(few).isPositive().isLessThan(golden);
    assertThat(overlap.share(other, one)).isEqualTo(1);
    assertThat(overlap.share(one, other)).isEqualTo((double) few / golden);
    assertThat(overlap.common().get(one).get(one)).isEqualTo(golden);
  }
}
