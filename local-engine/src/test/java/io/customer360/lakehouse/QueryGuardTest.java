package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {
  @TempDir static Path dir;
  private static SmallLake small;

  @BeforeAll
  static void build() {
    small = SmallLake.filled(dir.resolve("guard.c360"));
    small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "select count(*) from customer;",
        "select customer_id, sum(revenue) r from gold.orders group by all order by r desc -- end",
        "with x as (select * from gold.customer), y as (from x) select count(*) from y",
        "with recursive n as (select 1 i union all select i + 1 from n where i < 3) from n",
        "select * from orders o join customer c using (customer_id) where c.points between 1 and 9",
        "select customer_id, row_number() over (partition by customer_id order by ts) from timeline",
        "select x from (values (1), (2)) v(x) union all select 3",
        "select list_transform([1, 2], lambda x: x + 1), {'a': 1}, map {'k': 2}",
        "select unnest(range(3))",
        "from range(5)",
        "select * exclude (customer_id) replace (1 as orders) from customer",
        "select exists(select 1 from bronze.person), (select max(ts) from gold.timeline)",
        "describe gold.customer",
        "summarize gold.orders",
        "select table_name from information_schema.tables",
        "select count(*) filter (where is_return), median(revenue) from orders",
        "select cast('1' as decimal(10, 2)), try_cast('x' as integer), '2026-01-01'::date",
        "select case when orders > 1 then 'many' else 'few' end from customer",
        "select customer_id from customer order by all limit 50%",
        "select * from ops.model_run"
      })
  void readsAreAllowed(String sql) {
    assertThat(small.lake.query(sql, QueryLimits.SCREEN, Progress.NONE).columns()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- nothing",
        "select 1; select 2",
        "select 1; drop table gold.customer",
        "delete from gold.customer",
        "insert into gold.customer select * from gold.customer",
        "update gold.customer set orders = 0",
        "with x as (delete from gold.customer returning *) select * from x",
        "create table gold.x as select 1",
        "drop table gold.customer",
        "attach 'other.db'",
        "copy gold.customer to 'out.csv'",
        "install httpfs",
        "set memory_limit = '1GB'",
        "pragma database_list",
        "call duckdb_settings()",
        "checkpoint",
        "begin transaction",
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from \"secret.csv\"",
        "with \"secret.csv\" as (select 1) select * from \"secret.csv\"",
        "select * from read_text('/etc/passwd')",
        "select * from glob('/*')",
        "select * from parquet_scan('x.parquet')",
        "select * from duckdb_settings()",
        "select * from duckdb_secrets()",
        "select * from query('select 1')",
        "select * from query_table('gold.customer')",
        "select current_setting('memory_limit')",
        "select getvariable('x')",
        "select sleep_ms(1000)",
        "select pg_sleep(10)",
        "select * from nowhere.customer",
        "select * from system.main.duckdb_tables",
        "select * from lake.gold.customer",
        "select main.lower('X')",
        "show tables",
        "explain analyze select 1",
        "select $1",
        "prepare x as select 1"
      })
  void everythingElseIsRefused(String sql) {
    assertThatThrownBy(() -> small.lake.query(sql, QueryLimits.SCREEN, Progress.NONE))
        .isInstanceOfSatisfying(
            WorkbenchException.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.USER);
              assertThat(refusal.code()).startsWith("C360-SQL-");
              assertThat(refusal.plain()).doesNotContain("\n");
            });
    assertThat(small.rows("select count(*) from gold.customer")).containsExactly(List.of(3L));
  }

  @Test
  void errorsNameTheirPlace() {
    assertRefused("select\n  nosuch\nfrom gold.customer", "Line 2, column 3:", "nosuch");
    assertRefused("select nosuch from gold.customer", "Line 1, column 8:", "nosuch");
    assertRefused("select 1 from where", "Line 1, column 15:", "syntax error");
    assertRefused("select 1\nfrom custmer", "Line 2, column 6:", "no table custmer");
    assertRefused("select 1\nfrom custmer", "near it: gold.customer", "");
    assertRefused("select cast('x' as int)", "Line 1, column 8:", "Could not convert");
  }

  private static void assertRefused(String sql, String place, String why) {
    assertThatThrownBy(() -> small.lake.query(sql, QueryLimits.SCREEN, Progress.NONE))
        .hasMessageContaining(place)
        .hasMessageContaining(why);
  }

  @Test
  void rowsBeyondTheLimitAreCutAndSaidSo() {
    QueryLimits two = new QueryLimits(Duration.ofSeconds(10), 2);
    QueryResult cut =
        small.lake.query("select range as i from range(5) order by i desc", two, Progress.NONE);
    assertThat(cut.rows()).containsExactly(List.of(4L), List.of(3L));
    assertThat(cut.truncated()).isTrue();
    assertThat(small.lake.query("from range(2)", two, Progress.NONE).truncated()).isFalse();
  }

  @Test
  void timeIsLimited() {
    QueryLimits quick = new QueryLimits(Duration.ofMillis(150), 10);
    assertThatThrownBy(
            () ->
                small.lake.query(
                    "select count(*) from range(3000000000) where hash(range) = 1",
                    quick,
                    Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void cancelReturnsSoon() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      CountDownLatch started = new CountDownLatch(1);
      JobHandle<QueryResult> job =
          runner.submit(
              "Count",
              progress -> {
                started.countDown();
                return small.lake.query(
                    "select count(*) from range(3000000000) where hash(range) = 1",
                    QueryLimits.COMMAND,
                    progress);
              });
      started.await(10, TimeUnit.SECONDS);
      job.cancel();
      assertThatThrownBy(() -> job.result().get(10, TimeUnit.SECONDS))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void valuesArePlainAndTimesAreUtc() {
    List<Object> row =
        small
            .rows(
                """
                select 1::tinyint, 2::hugeint, 1.5::float, true, date '2026-03-29',
                  timestamp '2026-03-29 01:30:00', timestamptz '2026-03-29 01:30:00+00',
                  [1, null], {'a': 'x', 'b': date '2026-01-01'}, null, 'é', 1.10::decimal(9, 2)""")
            .getFirst();
    assertThat(row.get(0)).isEqualTo(1);
    assertThat(row.get(1)).isEqualTo(new java.math.BigDecimal(2));
    assertThat(row.get(2)).isEqualTo(1.5);
    assertThat(row.get(4)).isEqualTo(java.time.LocalDate.of(2026, 3, 29));
    assertThat(row.get(5)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(row.get(6)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(row.get(7))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(1, null);
    assertThat(row.get(8)).isEqualTo(Map.of("a", "x", "b", java.time.LocalDate.of(2026, 1, 1)));
    assertThat(row.get(9)).isNull();
    assertThat(row.get(11)).isEqualTo(new java.math.BigDecimal("1.10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "insert into ops.model_state select * from ops.model_state",
        "delete from \"ops\".model_run",
        "create table gold.x as select * from ops.model_run",
        "drop schema ops cascade",
        "create schema x",
        "create macro f(a) as a",
        "create or replace macro f(a) as a",
        "copy gold.customer to 'x.csv'",
        "attach 'x.db'",
        "set search_path = 'ops'",
        "use ops",
        "insert into gold.x select * from read_csv('/etc/passwd')",
        "create table gold.x as from '/etc/passwd'",
        "create table gold.x as from \"/tmp/x.csv\"",
        "create table gold.x as select b.* from range(1) a, '/tmp/h.csv' b",
        "create table gold.x as select * from ('/tmp/h.csv')",
        "create table gold.x as select * from \"h.csv\", range(1)",
        "create table gold.x as select * from '/tmp/*.csv' t, range(1)",
        "create table gold.x as select * from glob(['/tmp/*'])",
        "create table gold.x as select * from range(1), read_text(['/etc/passwd'])",
        "create table gold.x as select (select any_value(a) from range(1), 'h.csv') as a",
        "create table gold.x as (table 'h.csv')",
        "create table gold.x as (summarize 'h.csv')",
        "create table gold.x (a) as from range(1), 'h.csv'",
        "create view gold.x as select b.* from range(1) a, '/tmp/h.csv' b",
        "create table gold.x as select * from landing",
        "create table gold.x as with a as (delete from gold.orders returning *) from a",
        "insert into gold.customer select b.* from range(1), 'h.csv' b",
        "insert into gold.customer with f as (from ('h.csv')) from f",
        "update gold.customer set points = (select 1 from range(1), 'h.csv')",
        "update gold.customer c set points = 1 from range(1) r, 'h.csv' f",
        "delete from gold.customer using range(1), 'h.csv'",
        "delete from gold.customer where exists (from range(1), ('h.csv'))",
        "delete from gold.customer returning (select 1 from range(1), 'h.csv')",
        "merge into gold.customer using 'h.csv' h on true when matched then delete",
        "alter table gold.customer alter points type integer using (select 1 from 'h.csv')",
        "create table gold.x (a integer default (select 1 from range(1), 'h.csv'))",
        "drop table gold.customer; drop table gold.orders",
        "create trigger t after insert on gold.customer for each statement select 1",
        "call force_checkpoint()",
        "vacuum",
        "export database 'x'"
      })
  void writesThatAreRefused(String sql) {
    assertThatThrownBy(() -> small.lake.execute(sql, Progress.NONE))
        .isInstanceOfSatisfying(
            WorkbenchException.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.USER));
    assertThat(small.rows("select count(*) from gold.customer")).containsExactly(List.of(3L));
  }

  @Test
  void whatWritesMayReadTheLake() {
    small.lake.execute(
        "create table if not exists gold.note (x, n) as select customer_id, count(*) from orders"
            + " group by all",
        Progress.NONE);
    assertThat(
            small.lake.execute(
                "insert into note by name with c as (from gold.customer) select customer_id as x,"
                    + " 1 as n from c union all select 'me', 2",
                Progress.NONE))
        .isEqualTo(4);
    small.lake.execute("insert into gold.note (x, n) values ('you', default)", Progress.NONE);
    small.lake.execute(
        "update gold.note as t set n = (select count(*) from bronze.person) + u.n from (from note)"
            + " u where u.x = t.x",
        Progress.NONE);
    small.lake.execute(
        "delete from gold.note using gold.customer c where c.customer_id = x", Progress.NONE);
    assertThat(small.rows("select x from gold.note where x is not null order by x"))
        .containsExactly(List.of("me"), List.of("you"));
    small.lake.execute(
        "create view gold.notes as select *, '/tmp/a.csv' as f from note", Progress.NONE);
    small.lake.execute("drop view gold.notes", Progress.NONE);
    small.lake.execute("alter table gold.note add column y varchar default 'a.csv'", Progress.NONE);
    small.lake.execute("truncate gold.note", Progress.NONE);
    small.lake.execute("drop table gold.note", Progress.NONE);
    small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
  }

  @Test
  void aPersonMayWriteOutsideOpsAndTheNextRefreshMendsIt() {
    assertThat(small.lake.execute("create table gold.note (x integer)", Progress.NONE)).isZero();
    assertThat(small.lake.execute("insert into gold.note values (1), (2)", Progress.NONE))
        .isEqualTo(2);
    small.lake.execute("drop table gold.note", Progress.NONE);
    String before = small.lake.snapshotId();
    small.lake.execute("update gold.trust set trust = 0", Progress.NONE);
    assertThat(small.lake.status().stale()).isTrue();
    small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
    assertThat(small.lake.snapshotId()).isEqualTo(before);
    assertThatThrownBy(
            () -> small.lake.execute("update gold.trust set trust = nosuch", Progress.NONE))
        .hasMessageContaining("Line 1, column")
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void exportsInEveryFormat(@TempDir Path out) throws Exception {
    String sql = "select customer_id, revenue, last_order_at from customer order by 1";
    for (ExportFormat format : ExportFormat.values()) {
      Path file = out.resolve("deep/" + format + ".out");
      ExportReport report =
          small.lake.export(sql, format, file, QueryLimits.COMMAND, Progress.NONE);
      assertThat(report.rows()).isEqualTo(3);
      assertThat(file).exists().isNotEmptyFile();
    }
    assertThat(Files.readAllLines(out.resolve("deep/CSV.out")))
        .startsWith("customer_id,revenue,last_order_at", "C-000001,225.00,2026-10-14 20:04:00");
    assertThat(Files.readString(out.resolve("deep/JSON.out"))).contains("\"C-000003\"");
    try (var files = Files.list(out.resolve("deep"))) {
      assertThat(files).hasSize(4);
    }
    assertThat(ArrowFile.rows(out.resolve("deep/ARROW.out"))).isEqualTo(3);
    assertThatThrownBy(
            () ->
                small.lake.export(
                    "select nosuch from customer",
                    ExportFormat.CSV,
                    out.resolve("never.csv"),
                    QueryLimits.COMMAND,
                    Progress.NONE))
        .isInstanceOf(WorkbenchException.class);
    assertThat(out.resolve("never.csv")).doesNotExist();
  }
}
