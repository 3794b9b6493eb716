package io.customer360.studio.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.job.Progress;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Rule;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LiveCountTest {
  @TempDir Path folder;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void theNewestWinsEvenOverAnEndlessQuery() throws Exception {
    try (SmallLake lake = SmallLake.make(folder, 60, 4);
        LiveCount live = new LiveCount()) {
      Counter counter = new Counter(lake.lakehouse(), SmallLake.ZONE);
      Rule endless =
          new Rule.Expression(
              "(select count(*) from range(100000000000) t(i) where i % 7 = 3) > 1", "endless");
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<SegmentCount> old =
          live.ask(
              progress -> {
                begun.countDown();
                return counter.count(endless, progress);
              });
      begun.await();
      CompletableFuture<SegmentCount> next =
          live.ask(
              progress ->
                  counter.count(new Rule.Attribute("tier", Comparison.is("Gold")), progress));
      assertThat(next.get().customers()).isPositive();
      assertThatThrownBy(old::join).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aFailureIsTheAnswersAlone() {
    try (LiveCount live = new LiveCount()) {
      CompletableFuture<Integer> broken =
          live.ask(
              progress -> {
                throw new IllegalStateException("broken");
              });
      assertThatThrownBy(broken::join).hasRootCauseMessage("broken");
      assertThat(live.ask(Progress::cancelled).join()).isFalse();
    }
  }
}
