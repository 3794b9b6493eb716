package io.customer360.studio.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.StepContext;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentStepTest {
  private static final Instant DAY = Instant.parse("2026-11-20T09:40:00Z");

  @TempDir Path folder;

  private Connection connection;
  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    workspace =
        Workspace.create(
            folder.resolve("w.c360"),
            WorkspaceSettings.of("w", "GBP", "Europe/London", "fixed:" + DAY));
    run("create schema gold");
    run("create schema ops");
    run("create table gold.score (customer_id varchar, model varchar, score double)");
    run(
        """
        create table gold.customer as select * from (values
          ('C-1', 'Ada', 'high', 5, timestamp '2026-10-01 00:00:00'),
          ('C-2', 'Ben', 'high', 1, timestamp '2026-09-01 00:00:00'),
          ('C-3', 'Cy', 'low', 7, timestamp '2026-08-01 00:00:00')
        ) t(customer_id, full_name, value_tier, orders_12m, last_order_at)""");
    run("insert into gold.score values ('C-1', 'churn', 0.8), ('C-2', 'churn', 0.1)");
    for (String statement : new SegmentStep(files()).statements()) {
      run(statement);
    }
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    workspace.close();
  }

  @Test
  void membersFollowTheConditionAndKeepTheirEntry() throws Exception {
    write("risky", "title: Risky\nwhere: value_tier = 'high' and churn_risk >= 0.6\n");
    write("busy", "where: orders_12m >= 5\nsince: last_order_at\n");
    refresh(DAY);
    assertThat(members())
        .containsExactly(
            "busy C-1 2026-10-01 00:00:00",
            "busy C-3 2026-08-01 00:00:00",
            "risky C-1 2026-11-20 09:40:00");
    run("update gold.score set score = 0.9 where customer_id = 'C-2'");
    run("update gold.customer set orders_12m = 0 where customer_id = 'C-3'");
    refresh(DAY.plusSeconds(86_400));
    assertThat(members())
        .containsExactly(
            "busy C-1 2026-10-01 00:00:00",
            "risky C-1 2026-11-20 09:40:00",
            "risky C-2 2026-11-21 09:40:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer_id in (select customer_id from ops.segment_entry)",
        "customer_id in (select column0 from read_csv('/etc/passwd'))",
        "customer_id in (select table_name from information_schema.tables)",
        "1 = 1) or exists (select 1 from ops.segment_entry",
        "1 = 1); drop table gold.customer; select (1 = 1",
        "value_tier ==== 'high'",
      })
  void aConditionReadsGoldAndNothingElse(String where) throws Exception {
    write("bad", "where: \"" + where + "\"\n");
    assertThatThrownBy(() -> refresh(DAY))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("bad");
    assertThat(Rows.number(connection, "select count(*) from gold.customer")).isEqualTo(3);
  }

  @Test
  void theVersionIsThatOfTheTextsAtEveryStart() throws Exception {
    write("risky", "title: Risky\nwhere: value_tier = 'high'\n");
    // A constant, for what differs between two starts is the same within one.
    assertThat(new SegmentStep(files()).version()).isEqualTo("3 469410cb");
    write("risky", "title: Risky\nwhere: value_tier = 'low'\n");
    assertThat(new SegmentStep(files()).version()).isNotEqualTo("3 469410cb");
  }

  @Test
  void brokenTextsAreNamed() throws Exception {
    write("odd", "where: [unclosed\n");
    assertThatThrownBy(() -> files().read()).hasMessageContaining("segments/odd.yaml line");
    write("odd", "title: No condition\n");
    assertThatThrownBy(() -> files().read()).hasMessageContaining("where");
  }

  @Test
  void theGenericSegmentsAreWrittenOnceAndRun() throws Exception {
    files().writeGeneric();
    assertThat(files().read()).hasSize(4);
    Files.delete(workspace.segments().resolve("loyal.yaml"));
    files().writeGeneric();
    assertThat(files().read()).hasSize(3);
  }

  @Test
  void whoCameAndWentIsToldWithTheReason() throws Exception {
    write("risky", "where: value_tier = 'high' and churn_risk >= 0.6\n");
    refresh(DAY);
    run("update gold.score set score = 0.9 where customer_id = 'C-2'");
    run("update gold.customer set value_tier = 'low' where customer_id = 'C-1'");
    run(
        "insert into gold.customer values"
            + " ('C-4', 'Di', 'high', 1, timestamp '2026-09-01 00:00:00')");
    run("insert into gold.score values ('C-4', 'churn', 0.7)");
    refresh(DAY.plusSeconds(86_400));
    assertThat(moves())
        .containsExactly(
            "entered C-2 Churn risk at least 0.6",
            "entered C-4 new customer",
            "left C-1 Value tier is high");
    write("risky", "where: value_tier = 'high'\n");
    run("update gold.customer set value_tier = 'high'");
    refresh(DAY.plusSeconds(2 * 86_400));
    assertThat(moves())
        .containsExactly(
            "entered C-1 Value tier is high",
            "entered C-3 Churn risk at least 0.6, not asked for any more");
  }

  @Test
  void aChangedDefinitionTellsWhichConditionLetsInAndWhichThrowsOut() throws Exception {
    run(
        "insert into gold.customer select 'D-' || i, 'N', 'low', i, timestamp '2026-09-01' from"
            + " range(1, 7) t(i)");
    write("busy", "where: orders_12m >= 3\n");
    refresh(DAY);
    assertThat(members()).hasSize(6);
    run("update gold.customer set orders_12m = 0 where customer_id = 'D-6'");
    write("busy", "where: orders_12m >= 5\n");
    refresh(DAY.plusSeconds(86_400));
    assertThat(moves())
        .containsExactly(
            "left D-3 Orders, 12 months at least 5, before: at least 3 [3]",
            "left D-4 Orders, 12 months at least 5, before: at least 3 [4]",
            "left D-6 Orders, 12 months at least 3");
    write("busy", "where: orders_12m >= 5 and value_tier = 'high'\n");
    refresh(DAY.plusSeconds(2 * 86_400));
    assertThat(moves())
        .containsExactly(
            "left C-3 Value tier is high, asked for since the definition changed",
            "left D-5 Value tier is high, asked for since the definition changed");
    write("busy", "where: orders_12m >= 1 and value_tier = 'high'\n");
    refresh(DAY.plusSeconds(3 * 86_400));
    assertThat(moves())
        .containsExactly("entered C-2 Orders, 12 months at least 1, before: at least 5 [1]");
  }

  @Test
  void aChangedAlternativeOrExceptionIsTold() throws Exception {
    write("any", "where: orders_12m >= 7 or churn_risk >= 0.6\n");
    refresh(DAY);
    assertThat(members()).extracting(line -> line.split(" ")[1]).containsExactly("C-1", "C-3");
    write("any", "where: orders_12m >= 7 or orders_12m = 1\n");
    refresh(DAY.plusSeconds(86_400));
    assertThat(moves())
        .containsExactly(
            "entered C-2 Orders, 12 months is 1, which counts now [1]",
            "left C-1 Churn risk at least 0.6, which does not count any more [0.8]");
    write(
        "any",
        "rules:\n  all:\n    - any:\n        - {field: orders_12m, at_least: 7}\n"
            + "        - {field: orders_12m, is: 1}\n"
            + "    - none:\n        - {field: value_tier, is: high}\n");
    refresh(DAY.plusSeconds(2 * 86_400));
    assertThat(moves()).containsExactly("left C-2 Left out now: Value tier is high");
    write("any", "where: orders_12m >= 7 or orders_12m = 1\n");
    refresh(DAY.plusSeconds(3 * 86_400));
    assertThat(moves()).containsExactly("entered C-2 Not left out any more: Value tier is high");
  }

  @Test
  void aDefinitionThatCannotBeReadAnyMoreIsSaidToHaveChanged() throws Exception {
    write("high", "where: value_tier = 'high'\n");
    write("busy", "rules: {all: [{segment: high}]}\n");
    refresh(DAY);
    Files.delete(workspace.segments().resolve("high.yaml"));
    write("busy", "where: orders_12m >= 7\n");
    refresh(DAY.plusSeconds(86_400));
    assertThat(moves())
        .containsExactly(
            "entered C-3 the definition changed",
            "left C-1 the definition changed",
            "left C-2 the definition changed");
  }

  @Test
  void aWeeklySegmentKeepsItsPeopleUntilItIsDueOrChanged() throws Exception {
    write("risky", "refresh: weekly\nwhere: churn_risk >= 0.6\n");
    refresh(DAY);
    run("update gold.score set score = 0.9 where customer_id = 'C-2'");
    refresh(DAY.plusSeconds(86_400));
    assertThat(members()).containsExactly("risky C-1 2026-11-20 09:40:00");
    run("delete from gold.customer where customer_id = 'C-1'");
    refresh(DAY.plusSeconds(2 * 86_400));
    assertThat(members()).isEmpty();
    refresh(DAY.plusSeconds(7 * 86_400));
    assertThat(members()).containsExactly("risky C-2 2026-11-27 09:40:00");
    run("update gold.score set score = 0.7 where customer_id = 'C-2'");
    write("risky", "refresh: weekly\nwhere: churn_risk >= 0.8\n");
    refresh(DAY.plusSeconds(8 * 86_400));
    assertThat(members()).as("the definition changed").isEmpty();
    write("risky", "refresh: hourly\nwhere: churn_risk >= 0.5\n");
    assertThatThrownBy(() -> files().read())
        .hasMessageContaining("segments/risky.yaml: refresh is always, daily");
  }

  @Test
  void reasonsAreToldAfterARest() throws Exception {
    write("risky", "refresh: weekly\nwhere: value_tier = 'high' and churn_risk >= 0.6\n");
    refresh(DAY);
    run("delete from gold.customer where customer_id = 'C-1'");
    run(
        "insert into gold.customer values"
            + " ('C-0', 'Di', 'high', 1, timestamp '2026-09-01 00:00:00')");
    run("insert into gold.score values ('C-0', 'churn', 0.7), ('C-3', 'churn', 0.7)");
    refresh(DAY.plusSeconds(86_400));
    refresh(DAY.plusSeconds(2 * 86_400));
    run("update gold.score set score = 0.9 where customer_id = 'C-2'");
    run("update gold.customer set value_tier = 'high' where customer_id = 'C-3'");
    refresh(DAY.plusSeconds(7 * 86_400));
    assertThat(moves())
        .as("by what held when the members were found last, numbered as customers are now")
        .containsExactly(
            "entered C-0 new customer",
            "entered C-2 Churn risk at least 0.6",
            "entered C-3 Value tier is high");
  }

  @Test
  void aMembershipSurvivesAMerge() throws Exception {
    run("create table gold.identity_link (source_person_id varchar, customer_id varchar)");
    run("insert into gold.identity_link values ('a', 'C-1'), ('b', 'C-2'), ('c', 'C-3')");
    write("risky", "where: churn_risk >= 0.6\n");
    refresh(DAY);
    assertThat(members()).containsExactly("risky C-1 2026-11-20 09:40:00");
    run("update gold.identity_link set customer_id = 'C-2' where source_person_id = 'a'");
    run("delete from gold.customer where customer_id = 'C-1'");
    run("update gold.score set customer_id = 'C-2' where score = 0.8");
    run("delete from gold.score where score = 0.1");
    refresh(DAY.plusSeconds(86_400));
    assertThat(members()).containsExactly("risky C-2 2026-11-20 09:40:00");
    assertThat(moves()).isEmpty();
  }

  private List<String> moves() throws Exception {
    return Rows.list(
        connection,
        "select direction || ' ' || customer_id || ' ' || reason || case when figure is null then ''"
            + " else ' [' || printf('%g', figure) || ']' end as m from ops.segment_move"
            + " order by 1",
        (ResultSet row) -> row.getString("m"));
  }

  private SegmentFiles files() {
    return new SegmentFiles(workspace.segments());
  }

  private void write(String id, String text) throws Exception {
    Files.writeString(workspace.segments().resolve(id + ".yaml"), text);
  }

  private void refresh(Instant asOf) throws Exception {
    new SegmentStep(files()).run(connection, new StepContext(asOf, 7, workspace, Progress.NONE));
  }

  private List<String> members() throws Exception {
    return Rows.list(
        connection,
        "select segment || ' ' || customer_id || ' ' || strftime(since, '%Y-%m-%d %H:%M:%S') as m"
            + " from gold.segment_member order by 1",
        (ResultSet row) -> row.getString("m"));
  }

  private void run(String sql) throws Exception {
    Rows.run(connection, sql);
  }
}
