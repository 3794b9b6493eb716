package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {
  @TempDir Path dir;

  @Test
  void aFullRebuildGivesTheSameContent() {
    try (SmallLake small = SmallLake.filled(dir.resolve("a.c360"))) {
      RefreshReport first = small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      String snapshot = small.lake.snapshotId();
      RefreshReport second = small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      small.lake.execute("create table gold.mine as select 1 as x", Progress.NONE);
      RefreshReport full = small.lake.refresh(RefreshRequest.everything(), Progress.NONE);

      assertThat(first.models()).noneMatch(ModelRun::skipped);
      assertThat(second.models()).allMatch(ModelRun::skipped);
      assertThat(full.models()).noneMatch(ModelRun::skipped);
      assertThat(hashes(full)).isEqualTo(hashes(first)).isEqualTo(hashes(second));
      assertThat(small.lake.snapshotId()).isEqualTo(snapshot).hasSize(8);
      assertThat(small.lake.status().layer(Layer.GOLD).tables())
          .extracting(TableStatus::name)
          .doesNotContain("gold.mine");
    }
  }

  @Test
  void theOrderOfRowsDoesNotChangeTheContentButAValueDoes() throws Exception {
    try (SmallLake small = SmallLake.empty(dir.resolve("h.c360"))) {
      ContentHash.Content one = hash(small, "select * from range(2000) r(i) order by i");
      ContentHash.Content two = hash(small, "select * from range(2000) r(i) order by -i");
      ContentHash.Content changed =
          hash(small, "select case i when 7 then 8 else i end as i from range(2000) r(i)");
      ContentHash.Content renamed = hash(small, "select i as j from range(2000) r(i)");
      ContentHash.Content doubled =
          hash(small, "select i from range(2000) r(i) union all select 1 union all select 1");

      assertThat(two).isEqualTo(one);
      assertThat(List.of(changed.hash(), renamed.hash(), doubled.hash()))
          .doesNotHaveDuplicates()
          .doesNotContain(one.hash());
    }
  }

  private static ContentHash.Content hash(SmallLake small, String select) {
    return small.lake.write(
        c -> {
          Rows.run(c, "create or replace table silver.h as " + select);
          return ContentHash.of(c, "silver.h", ContentHash.columns(c, "silver.h"));
        });
  }

  @Test
  void onlyWhatReadsAChangedDatasetIsBuiltAndEqualContentStopsThere() {
    try (SmallLake small = SmallLake.filled(dir.resolve("b.c360"))) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      assertThat(small.lake.status().stale()).isFalse();
      small.lake.write(
          c -> {
            SmallLake.land(
                c,
                Canonical.STORE,
                "v2",
                "('catalog', 'S1', 'Leeds', 'Europe/London')",
                "_source, store_id, name, zone");
            return 0;
          });
      assertThat(small.lake.status().stale()).isTrue();
      assertThat(built(small.lake.refresh(RefreshRequest.stale(), Progress.NONE)))
          .containsExactly("silver.store");

      // The same rows under a new fingerprint: silver is built, nothing behind it.
      small.lake.write(
          c -> {
            BronzeViews.publish(c, Canonical.PRODUCT, SmallLake.viewText(c, "product"), "v2");
            return 0;
          });
      assertThat(built(small.lake.refresh(RefreshRequest.stale(), Progress.NONE)))
          .containsExactly("silver.product");
    }
  }

  @Test
  void anEmptyWorkspaceRefreshes() {
    try (SmallLake small = SmallLake.empty(dir.resolve("c.c360"))) {
      RefreshReport report = small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      assertThat(report.models())
          .filteredOn(run -> run.name().startsWith("gold."))
          .allMatch(run -> run.rows() == 0);
    }
  }

  @Test
  void theDayDecidesWhatIsRebuilt() {
    try (SmallLake small = SmallLake.filled(dir.resolve("d.c360"))) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      small.workspace.change(now -> now.withClock("fixed:2026-11-21T09:40:00Z"));
      List<String> built = built(small.lake.refresh(RefreshRequest.stale(), Progress.NONE));
      assertThat(built).contains("gold.customer", "gold.timeline").doesNotContain("silver.event");
    }
  }

  @Test
  void todayFollowsTheClockSetting() {
    try (SmallLake small = SmallLake.filled(dir.resolve("e.c360"))) {
      assertThat(small.lake.asOf()).isEqualTo(Instant.parse("2026-11-20T09:40:00Z"));
      small.workspace.change(now -> now.withClock("data"));
      // The latest record is a visit on 14 November; the day ends in London, which is on UTC then.
      assertThat(small.lake.asOf()).isEqualTo(Instant.parse("2026-11-14T23:59:59Z"));
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      assertThat(small.lake.asOf()).isEqualTo(Instant.parse("2026-11-14T23:59:59Z"));
      assertThat(small.rows("select count(*) from gold.timeline where ts > '2026-11-15'"))
          .containsExactly(List.of(0L));
    }
  }

  @Test
  void aFailedModelChangesNothingAndIsNamed() {
    Path place = dir.resolve("f.c360");
    try (SmallLake small = SmallLake.filled(place)) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      String before = small.lake.snapshotId();
      small.lake.close();
      List<SqlModel> models =
          List.of(
              SqlModel.parse("silver.a", "silver/a.sql", header() + "select 1 as x"),
              SqlModel.parse(
                  "gold.b", "gold/b.sql", header() + "select error('no') as y from silver.a"));
      try (LocalLakehouse broken =
          LocalLakehouse.open(small.workspace, LakehouseParts.NONE, models)) {
        assertThatThrownBy(() -> broken.refresh(RefreshRequest.stale(), Progress.NONE))
            .isInstanceOf(WorkbenchException.class)
            .hasMessageContaining("gold/b.sql");
        assertThat(broken.graph().node("gold.b").orElseThrow().alarm()).isTrue();
        assertThat(broken.snapshotId()).isEqualTo(before);
      }
      small.workspace.close();
    }
  }

  @Test
  void aStepThatFailsHalfwayLeavesTheOldTables() {
    Path place = dir.resolve("g.c360");
    try (SmallLake small = SmallLake.filled(place)) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      String before = small.lake.snapshotId();
      small.lake.close();
      PipelineStep torn =
          new Step(
              Set.of("gold.identity_link", "gold.golden_field", "gold.identity_record"),
              c -> {
                Rows.run(c, "create or replace table gold.identity_link as select 1 as x");
                throw new IllegalStateException("torn");
              });
      try (Lakehouse lake =
          Lakehouse.open(small.workspace, LakehouseParts.of(List.of(torn), List.of()))) {
        assertThatThrownBy(() -> lake.refresh(RefreshRequest.stale(), Progress.NONE))
            .hasMessageContaining("torn");
        assertThat(lake.snapshotId()).isEqualTo(before);
        long links = lake.read(c -> Rows.number(c, "select count(*) from gold.identity_link"));
        assertThat(links).isEqualTo(8);
      }
    }
  }

  @Test
  void whatOnlyAStepReadsIsNoPartOfTheContent() {
    try (SmallLake small = SmallLake.empty(dir.resolve("w.c360"))) {
      small.lake.close();
      assertThat(snapshots(small, Set.of("gold.index"))).hasSize(1);
      assertThat(snapshots(small, Set.of())).hasSize(2);
    }
  }

  /// Snapshots of a lake whose only table has other rows each time.
  private static Set<String> snapshots(SmallLake small, Set<String> working) {
    AtomicInteger times = new AtomicInteger();
    PipelineStep step =
        new Step(
            Set.of("gold.index"),
            c ->
                Rows.run(
                    c,
                    "create or replace table gold.index as select "
                        + times.incrementAndGet()
                        + " as x"),
            working);
    Set<String> snapshots = new HashSet<>();
    try (LocalLakehouse lake =
        LocalLakehouse.open(
            small.workspace, LakehouseParts.of(List.of(step), List.of()), List.of())) {
      for (int i = 0; i < 2; i++) {
        lake.refresh(RefreshRequest.everything(), Progress.NONE);
        snapshots.add(lake.snapshotId());
      }
    }
    return snapshots;
  }

  @Test
  void aStepMustWriteWhatItSays() {
    try (SmallLake small = SmallLake.empty(dir.resolve("i.c360"))) {
      small.lake.close();
      PipelineStep lazy = new Step(Set.of("gold.never"), c -> {});
      try (LocalLakehouse lake =
          LocalLakehouse.open(
              small.workspace, LakehouseParts.of(List.of(lazy), List.of()), List.of())) {
        assertThatThrownBy(() -> lake.refresh(RefreshRequest.stale(), Progress.NONE))
            .hasMessageContaining("did not write gold.never");
      }
    }
  }

  @Test
  void cancelStopsARunningModelAndKeepsTheRest() throws Exception {
    try (SmallLake small = SmallLake.empty(dir.resolve("j.c360"));
        JobRunner runner = new JobRunner()) {
      small.lake.close();
      CountDownLatch started = new CountDownLatch(1);
      PipelineStep endless =
          new Step(
              Set.of("gold.z"),
              c -> {
                started.countDown();
                Rows.run(
                    c,
                    "create or replace table gold.z as select count(*) as n"
                        + " from range(3000000000) a where hash(range) = 1");
              });
      List<SqlModel> models =
          List.of(SqlModel.parse("silver.a", "silver/a.sql", header() + "select 1 as x"));
      try (LocalLakehouse lake =
          LocalLakehouse.open(
              small.workspace, LakehouseParts.of(List.of(endless), List.of()), models)) {
        JobHandle<RefreshReport> job =
            runner.submit("Refresh", p -> lake.refresh(RefreshRequest.stale(), p));
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThatThrownBy(() -> job.result().get(20, TimeUnit.SECONDS))
            .isInstanceOfAny(CancellationException.class, ExecutionException.class);
        assertThat(lake.status().layer(Layer.SILVER).tables())
            .extracting(TableStatus::name)
            .containsExactly("silver.a");
        assertThat(lake.status().stale()).isTrue();
      }
    }
  }

  @Test
  void progressGoesForwardToOne() {
    List<Double> fractions = new ArrayList<>();
    List<String> stages = new ArrayList<>();
    Progress watching =
        new Progress() {
          @Override
          public void stage(String words) {
            stages.add(words);
          }

          @Override
          public void fraction(double done) {
            fractions.add(done);
          }

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public AutoCloseable onCancel(Runnable action) {
            return () -> {};
          }
        };
    try (SmallLake small = SmallLake.filled(dir.resolve("k.c360"))) {
      small.lake.refresh(RefreshRequest.stale(), watching);
    }
    assertThat(fractions).isSorted().last().isEqualTo(1.0);
    assertThat(stages).contains("Build silver.event", "Build identity", "Build gold.customer");
  }

  @Test
  void aRefreshAndAPreviewOfTheSameTablesWaitForEachOther() throws Exception {
    try (SmallLake small = SmallLake.filled(dir.resolve("t.c360"));
        JobRunner runner = new JobRunner()) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch waiting = new CountDownLatch(1);
      runner.listen(
          status -> {
            if (status.stage().startsWith("Wait for a preview")) {
              waiting.countDown();
            }
          });
      JobHandle<Long> trial =
          runner.submit(
              "Preview",
              p ->
                  small.lake.trial(
                      p,
                      c -> {
                        Rows.run(c, "create or replace table gold.trust as select 1 as x");
                        inside.countDown();
                        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
                        return Rows.number(c, "select count(*) from gold.trust");
                      }));
      assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
      JobHandle<RefreshReport> refresh =
          runner.submit("Refresh", p -> small.lake.refresh(RefreshRequest.everything(), p));
      assertThat(trial.result().get(60, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(refresh.result().get(60, TimeUnit.SECONDS).models()).noneMatch(ModelRun::skipped);
      assertThat(small.rows("select count(*) from gold.trust")).containsExactly(List.of(3L));
    }
  }

  @Test
  void theLakeSurvivesReopening() {
    Path place = dir.resolve("l.c360");
    String snapshot;
    try (SmallLake small = SmallLake.filled(place)) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      snapshot = small.lake.snapshotId();
    }
    try (SmallLake again = SmallLake.open(Workspace.open(place))) {
      assertThat(again.lake.snapshotId()).isEqualTo(snapshot);
      assertThat(again.lake.refresh(RefreshRequest.stale(), Progress.NONE).built()).isZero();
    }
  }

  static Map<String, String> hashes(RefreshReport report) {
    return report.models().stream().collect(Collectors.toMap(ModelRun::name, ModelRun::hash));
  }

  private static List<String> built(RefreshReport report) {
    return report.models().stream().filter(run -> !run.skipped()).map(ModelRun::name).toList();
  }

  private static String header() {
    return "-- grain: g\n-- meaning: m\n";
  }

  private interface Work {
    void run(Connection connection) throws Exception;
  }

  private record Step(Set<String> writes, Work work, Set<String> working) implements PipelineStep {
    Step(Set<String> writes, Work work) {
      this(writes, work, Set.of());
    }

    @Override
    public String name() {
      return "stand-in";
    }

    @Override
    public String grain() {
      return "g";
    }

    @Override
    public String meaning() {
      return "m";
    }

    @Override
    public Set<String> reads() {
      return Set.of();
    }

    @Override
    public void run(Connection connection, StepContext context) throws Exception {
      work.run(connection);
    }
  }
}
