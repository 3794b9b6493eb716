package io.customer360.studio.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.sql.ParsedRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentStudioTest {
  private static final Person MAYA = new Person("mh", "Maya Holt", Role.MARKETER);
  private static final Rule GOLD = new Rule.Attribute("tier", Comparison.is("Gold"));

  @TempDir Path folder;

  private SmallLake lake;
  private SegmentStudio studio;

  @BeforeEach
  void open() {
    lake = SmallLake.make(folder, 60, 4);
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
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void aSavedSegmentIsCountedListedAndWrittenAlike() throws Exception {
    SegmentDefinition gold =
        studio.create(
            SegmentDefinition.of("gold", "", "", new SegmentSource.Rules(Rule.all(GOLD))), MAYA);
    assertThat(gold.version()).isEqualTo(1);
    assertThat(gold.author()).isEqualTo("Maya Holt");
    SegmentCount count = studio.count(studio.rule(gold), Progress.NONE);
    assertThat(count.customers()).isPositive().isLessThan(60);
    assertThat(studio.materialize(gold, Progress.NONE)).isEqualTo(count.customers());
    SegmentCatalog catalog =
        new SegmentCatalog(new SegmentFiles(lake.workspace().segments()), lake.lakehouse());
    assertThat(catalog.size(gold).customers()).isEqualTo(count.customers());
    assertThat(catalog.members("gold", 1000)).hasSize(count.customers());
    Path file = folder.resolve("gold.csv");
    studio.export(Rule.all(GOLD), List.of("city"), ExportFormat.CSV, file, Progress.NONE);
    assertThat(Files.readAllLines(file))
        .hasSize(count.customers() + 1)
        .contains("customer_id,city");
    assertThat(studio.save(gold.titled("Golden", ""), MAYA).version()).isEqualTo(2);
    assertThatThrownBy(() -> studio.create(gold, MAYA)).hasMessageContaining("gold already");
  }

  @Test
  void segmentsMayReferToEachOtherButNotInACircle() {
    studio.create(
        SegmentDefinition.of("gold", "", "", new SegmentSource.Rules(Rule.all(GOLD))), MAYA);
    SegmentDefinition rest =
        studio.create(
            SegmentDefinition.of(
                "rest", "", "", new SegmentSource.Rules(Rule.none(new Rule.Membership("gold")))),
            MAYA);
    int gold = studio.count(Rule.all(GOLD), Progress.NONE).customers();
    assertThat(studio.count(studio.rule(rest), Progress.NONE).customers()).isEqualTo(60 - gold);
    SegmentDefinition circle =
        studio
            .definition("gold")
            .with(new SegmentSource.Rules(Rule.all(new Rule.Membership("rest"))));
    assertThatThrownBy(() -> studio.save(circle, MAYA))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("gold -> rest -> gold");
    assertThat(studio.rule(studio.definition("gold"))).isEqualTo(Rule.all(GOLD));
    assertThatThrownBy(() -> studio.definition("glod"))
        .hasMessageContaining("There is no segment glod; near it: gold");
    assertThatThrownBy(() -> studio.check(Rule.all(new Rule.Membership("golden"))))
        .hasMessageContaining("no segment golden; near it: gold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tier = 'Gold' and | Line 1, column 18: the condition ends too early
          tier = = 'Gold' | Line 1, column 8: syntax error
          delete from gold.customer | Only reading
          insert into gold.customer select * from gold.customer | Only reading
          tier = 'Gold'); drop table gold.customer; select (1 = 1 | Only reading
          tier = 'Gold'); select (1 = 1 | not several
          1 = 1) union select 1 where (1 = 1 | brackets do not match
          city in (select table_name from information_schema.tables) | gold tables only
          city in (select column0 from read_csv('/etc/passwd')) | table function
          citty = 'Leeds' | near it: city
          tier > 5 and city = 3 | fails
          """)
  void badSqlIsRefusedWithItsPlace(String sql, String said) {
    assertThatThrownBy(() -> studio.parse(sql, Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining(said);
    assertThat(
            lake.lakehouse().<Long>read(c -> Rows.number(c, "select count(*) from gold.customer")))
        .isEqualTo(60);
  }

  @Test
  void whatIsNoRuleStaysSqlAndSaysWhy() {
    ParsedRule parsed =
        studio.parse("tier = 'Gold' and length(city) > 4 and city like 'L%'", Progress.NONE);
    assertThat(parsed.unshown()).hasSize(2);
    assertThat(parsed.unshown().getFirst().sql()).contains("length(city)");
    assertThat(parsed.unshown().getFirst().why()).contains("no field");
    assertThat(parsed.rule())
        .isInstanceOfSatisfying(
            Rule.Group.class, group -> assertThat(group.rules()).hasSize(3).contains(GOLD));
    long expected =
        lake.lakehouse()
            .read(
                c ->
                    Rows.number(
                        c,
                        "select count(*) from gold.customer where tier = 'Gold' and length(city) > 4"
                            + " and city like 'L%'"));
    assertThat(expected).isPositive();
    assertThat(studio.count(parsed.rule(), Progress.NONE).customers()).isEqualTo((int) expected);
    String again = studio.sql(parsed.rule());
    assertThat(studio.parse(again, Progress.NONE).rule().toString()).contains("length", "tier");
    assertThat(studio.count(studio.parse(again, Progress.NONE).rule(), Progress.NONE).customers())
        .isEqualTo((int) expected);
  }

  /// A condition of a join is a condition: rules without it would find others.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select c.customer_id from gold.customer c join gold.feature f"
            + " on f.customer_id = c.customer_id and f.recency_ratio > 1.5",
        "select c.customer_id from gold.customer c join gold.score s"
            + " on s.customer_id = c.customer_id and s.model = 'churn' and s.score > 0.5",
        "select c.customer_id from gold.customer c join gold.feature f using (customer_id)"
            + " where f.recency_ratio > 1.5"
      })
  void whatAJoinAsksForIsNotLost(String sql) {
    Rule rule = studio.parse(sql, Progress.NONE).rule();
    long expected =
        lake.lakehouse()
            .read(
                c ->
                    Rows.number(
                        c, "select count(distinct customer_id) from (" + sql + ") as found"));
    assertThat(studio.count(rule, Progress.NONE).customers()).isEqualTo((int) expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select customer_id from gold.customer where tier not in ('Gold') | tier is_not Gold
          select c.customer_id from gold.customer c where not (tier = 'Gold') | tier is_not Gold
          orders between 1 and 3 | orders between 1,3
          3 < orders | orders more_than 3
          not (orders > 3 or tier is null) | orders at_most 3 & tier known
          birth_date < '1990-01-01' | birth_date less_than 1990-01-01
          last_order_at > now() - interval '30 days' | last_order_at more_than -30d
          last_order_at >= current_date - 30 | last_order_at at_least -30d
          date_sub('day', last_order_at, as_of()) > 2 * usual_gap_days | quiet_days more_than 2*gap
          """)
  void simpleVariantsAreShown(String sql, String words) {
    ParsedRule parsed = studio.parse(sql, Progress.NONE);
    assertThat(parsed.unshown()).isEmpty();
    StringBuilder said = new StringBuilder();
    for (Rule rule : ((Rule.Group) parsed.rule()).rules()) {
      Rule.Attribute one = (Rule.Attribute) rule;
      said.append(said.isEmpty() ? "" : " & ").append(one.field()).append(' ');
      said.append(one.comparison().operator().key());
      String values =
          String.join(
              ",",
              one.comparison().values().stream()
                  .map(
                      value ->
                          switch (value) {
                            case io.customer360.studio.rule.Value.Text t -> t.text();
                            case io.customer360.studio.rule.Value.Number n ->
                                n.number().toPlainString();
                            case io.customer360.studio.rule.Value.Day d -> d.day().toString();
                            case io.customer360.studio.rule.Value.DaysAgo d -> "-" + d.days() + "d";
                            case io.customer360.studio.rule.Value.Truth t -> "" + t.truth();
                            case io.customer360.studio.rule.Value.Multiple m ->
                                m.factor().toPlainString() + "*gap";
                          })
                  .toList());
      said.append(values.isEmpty() ? "" : " " + values);
    }
    assertThat(said.toString()).isEqualTo(words);
  }

  @Test
  void eventsWrittenAsPeopleDoAreShown() {
    ParsedRule parsed =
        studio.parse(
            """
            customer_id in (
              select customer_id from gold.orders
              where not is_return and revenue > 100 and ordered_at > as_of() - interval 90 day
              group by customer_id having count(*) >= 2)
            and not exists (
              select 1 from gold.consent k
              where k.customer_id = c.customer_id and purpose = 'marketing' and status = 'yes')""",
            Progress.NONE);
    assertThat(parsed.unshown()).isEmpty();
    assertThat(RuleText.of(parsed.rule()).toString())
        .isEqualTo(
            "{\"all\":[{\"events\":\"orders\",\"where\":[{\"field\":\"revenue\",\"more_than\":100}],"
                + "\"last_days\":90,\"at_least\":2},"
                + "{\"none\":[{\"consent\":\"marketing\",\"status\":\"given\"}]}]}");
    ParsedRule open =
        studio.parse("customer_id in (select customer_id from gold.orders)", Progress.NONE);
    assertThat(open.unshown().getFirst().why()).contains("add 'not is_return'");
  }

  @Test
  void versionsKeepTheirFiguresAndASegmentInUseStays() {
    SegmentDefinition gold =
        studio.create(
            SegmentDefinition.of("gold", "", "", new SegmentSource.Rules(Rule.all(GOLD))), MAYA);
    studio.create(
        SegmentDefinition.of(
            "rest", "", "", new SegmentSource.Rules(Rule.none(new Rule.Membership("gold")))),
        MAYA);
    int customers = studio.count(Rule.all(GOLD), Progress.NONE).customers();
    studio.save(gold.titled("Golden", ""), MAYA);
    SegmentHistory.Story story = studio.history("gold");
    assertThat(story.versions()).extracting(SegmentHistory.Version::version).containsExactly(2, 1);
    assertThat(story.versions().getLast().customers()).isEqualTo(customers);
    assertThat(story.versions().getLast().definition()).contains("tier");
    assertThat(studio.usedBy("gold")).containsExactly("rest");
    assertThatThrownBy(() -> studio.retire("gold", MAYA)).hasMessageContaining("used by rest");
    studio.materialize(studio.definition("rest"), Progress.NONE);
    SegmentDefinition retired = studio.retire("rest", MAYA);
    assertThat(retired.retired()).isTrue();
    assertThat(
            new SegmentCatalog(new SegmentFiles(lake.workspace().segments()), lake.lakehouse())
                .size(retired)
                .customers())
        .isZero();
    assertThatThrownBy(() -> studio.materialize(retired, Progress.NONE))
        .hasMessageContaining("retired");
  }

  @Test
  void anEmptyResultNamesTheRuleThatEmpties() {
    SegmentCount count =
        studio.count(
            Rule.all(GOLD, new Rule.Attribute("tier", Comparison.is("Silver"))), Progress.NONE);
    assertThat(count.customers()).isZero();
    assertThat(count.emptiedBy()).contains("2");
    assertThat(count.steps().get(1).left()).isPositive();
  }
}
