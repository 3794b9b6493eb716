package io.customer360.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
  @TempDir Path dir;

  @Test
  void closingDuringARefreshEndsItAndLeavesALakeThatOpens() throws Exception {
    Path place = dir.resolve("a.c360");
    List<List<Object>> whole;
    try (SmallLake small = SmallLake.filled(dir.resolve("b.c360"))) {
      small.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      whole = content(small);
    }
    try (JobRunner runner = new JobRunner()) {
      JobHandle<RefreshReport> refresh;
      try (SmallLake small = SmallLake.filled(place)) {
        CountDownLatch inside = new CountDownLatch(1);
        runner.listen(
            status -> {
              if (status.stage().startsWith("Build gold.") && inside.getCount() > 0) {
                inside.countDown();
                untilClosing(small.lake);
              }
            });
        refresh = runner.submit("Refresh", p -> small.lake.refresh(RefreshRequest.everything(), p));
        assertThat(inside.await(60, TimeUnit.SECONDS)).isTrue();
      }
      assertThatThrownBy(() -> refresh.result().get(60, TimeUnit.SECONDS))
          .isInstanceOf(CancellationException.class);
    }
    try (SmallLake again = SmallLake.open(Workspace.open(place))) {
      again.lake.refresh(RefreshRequest.stale(), Progress.NONE);
      assertThat(content(again)).isEqualTo(whole);
    }
  }

  /// Returns when the lake takes no more work.
  private static void untilClosing(Lakehouse lake) {
    try {
      while (lake.read(c -> Rows.number(c, "select 1")) == 1) {
        Thread.onSpinWait();
      }
    } catch (CancellationException closing) {
      return;
    }
  }

  private static List<List<Object>> content(SmallLake small) {
    return small.rows("select customer_id, full_name from gold.customer order by all");
  }
}
