package io.customer360.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.compare.Comparison;
import io.customer360.studio.compare.Overlap;
import io.customer360.studio.compare.Trait;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStep;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContrastsTest {
  private static final Person MAYA = new Person("mh", "Maya Holt", Role.MARKETER);
  private static final Rule GOLD =
      Rule.all(new Rule.Attribute("tier", io.customer360.studio.rule.Comparison.is("Gold")));
  private static final Rule BUYERS =
      Rule.all(
          new Rule.Attribute(
              "orders", io.customer360.studio.rule.Comparison.of(Operator.AT_LEAST, 2)));

  @TempDir static Path folder;

  private static SmallLake lake;
  private static SegmentStudio studio;
  private static Contrasts contrasts;

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
              // more digits than are printed, and a column that says what another says
              Rows.run(
                  connection,
                  "update gold.customer set revenue_12m = 1000"
                      + " + 0.37 * cast(regexp_extract(customer_id, '[0-9]+') as integer)");
              Rows.run(connection, "alter table gold.feature add column orders_total double");
              Rows.run(
                  connection,
                  "insert into gold.feature by name select customer_id, orders as orders_total"
                      + " from gold.customer where customer_id not in"
                      + " (select customer_id from gold.feature)");
              Rows.run(
                  connection,
                  "update gold.feature set orders_total = (select orders from gold.customer c"
                      + " where c.customer_id = feature.customer_id)");
              return true;
            });
    studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
    contrasts = new Contrasts(studio);
    make("gold", GOLD);
    make("buyers", BUYERS);
    make(
        "nobody",
        Rule.all(GOLD, new Rule.Group(io.customer360.studio.rule.Combination.NONE, List.of(GOLD))));
  }

  @AfterAll
  static void close() {
    lake.close();
  }

  private static SegmentDefinition make(String id, Rule rule) {
    return studio.create(SegmentDefinition.of(id, "", "", new SegmentSource.Rules(rule)), MAYA);
  }

  private static int count(Rule rule) {
    return studio.count(rule, Progress.NONE).customers();
  }

  @Test
  void whatTheRulesAskForIsNoFinding() {
    Comparison made = contrasts.compare(GOLD, "", Progress.NONE);
    assertThat(made.inside()).isEqualTo(count(GOLD));
    assertThat(made.inside() + made.against()).isEqualTo(200);
    assertThat(made.traits()).isNotEmpty().noneMatch(trait -> trait.field().equals("tier"));
  }

  @Test
  void whatSaysTheSameAsTheRulesIsNoFinding() {
    Rule often =
        Rule.all(
            new Rule.Attribute(
                "orders",
                io.customer360.studio.rule.Comparison.of(
                    io.customer360.studio.rule.Operator.AT_LEAST, 3)));
    assertThat(contrasts.compare(GOLD, "", Progress.NONE).traits())
        .anyMatch(trait -> trait.field().equals("orders_total"));
    assertThat(contrasts.compare(often, "", Progress.NONE).traits())
        .noneMatch(trait -> trait.field().equals("orders_total"));
  }

  @Test
  void aTraitAsAConditionFindsWhoHasIt() {
    Comparison made = contrasts.compare(GOLD, "", Progress.NONE);
    assertThat(made.traits())
        .anyMatch(trait -> trait.title().startsWith("Revenue, 12 months: over"));
    for (Trait trait : made.traits()) {
      Rule rule = contrasts.rule(trait, Progress.NONE).orElseThrow();
      assertThat(count(Rule.all(GOLD, rule))).as(trait.title()).isEqualTo(trait.insideCount());
    }
  }

  @Test
  void anotherSegmentCanBeComparedWithAndLaidOver() {
    int both = count(Rule.all(GOLD, BUYERS));
    Comparison made = contrasts.compare(GOLD, "buyers", Progress.NONE);
    assertThat(made.against()).isEqualTo(count(BUYERS) - both);
    Contrasts.Shared shared = contrasts.overlap(GOLD, "gold", Progress.NONE);
    assertThat(shared.overlap().segments()).containsExactly(Contrasts.THIS, "buyers");
    assertThat(shared.apart()).containsExactly("Nobody");
    int either =
        shared.overlap().combinations().stream().mapToInt(Overlap.Combination::customers).sum();
    assertThat(either).isEqualTo(count(GOLD) + count(BUYERS) - both);
  }

  @Test
  void theCatalogKnowsSizesUsersAndEarlierVersions() {
    SegmentDefinition both =
        make("both", Rule.all(new Rule.Membership("gold"), new Rule.Membership("buyers")));
    studio.materialize(both, Progress.NONE);
    SegmentOverview overview = new SegmentOverview(studio, lake.lakehouse());
    List<SegmentOverview.Row> rows = overview.rows(Progress.NONE);
    assertThat(rows).hasSize(studio.definitions().size());
    SegmentOverview.Row row = row(rows, "both");
    assertThat(row.customers()).isEqualTo(count(Rule.all(GOLD, BUYERS)));
    assertThat(row.trend()).containsExactly(row.customers());
    assertThat(row(rows, "gold").usedBy()).containsExactly("both");
    studio.save(both.with(new SegmentSource.Rules(BUYERS)), MAYA);
    studio.retire("both", MAYA);
    assertThat(row(overview.rows(Progress.NONE), "gold").usedBy()).isEmpty();
    SegmentDefinition again = studio.restore("both", 1, MAYA);
    assertThat(again.version()).isEqualTo(4);
    assertThat(again.retired()).isFalse();
    assertThat(count(studio.rule(again))).isEqualTo(row.customers());
    assertThat(row(overview.rows(Progress.NONE), "gold").usedBy()).containsExactly("both");
    studio.retire("both", MAYA);
  }

  @Test
  void aSegmentThatWasNeverWrittenIsCounted() {
    SegmentDefinition saved = make("unwritten", Rule.all(GOLD));
    SegmentOverview overview = new SegmentOverview(studio, lake.lakehouse());
    SegmentOverview.Row before = overview.row(saved, Progress.NONE);
    assertThat(before.written()).isFalse();
    assertThat(before.customers()).isEqualTo(count(GOLD)).isPositive();
    studio.materialize(saved, Progress.NONE);
    SegmentOverview.Row after = overview.row(saved, Progress.NONE);
    assertThat(after.written()).isTrue();
    assertThat(after.customers()).isEqualTo(before.customers());
    studio.retire("unwritten", MAYA);
  }

  private static SegmentOverview.Row row(List<SegmentOverview.Row> rows, String id) {
    return rows.stream().filter(one -> one.segment().id().equals(id)).findFirst().orElseThrow();
  }
}
