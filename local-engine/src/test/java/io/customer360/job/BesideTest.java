package io.customer360.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BesideTest {
  @Test
  void bothAreDoneAtTheSameTime() {
    CountDownLatch here = new CountDownLatch(1);
    CountDownLatch there = new CountDownLatch(1);
    int sum =
        Beside.both(
            () -> {
              here.countDown();
              await(there);
              return 1;
            },
            () -> {
              there.countDown();
              await(here);
              return 2;
            },
            Integer::sum);
    assertThat(sum).isEqualTo(3);
  }

  @Test
  void aFailureIsThrownAsItIsAfterBothHaveEnded() {
    WorkbenchException failure = WorkbenchException.user("C360-TST-001", "No.");
    assertThatThrownBy(() -> Beside.both(() -> 1, () -> thrown(failure), (a, b) -> a))
        .isSameAs(failure);
    AtomicBoolean ended = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                Beside.both(
                    () -> thrown(failure), () -> ended.compareAndSet(false, true), (a, b) -> a))
        .isSameAs(failure);
    assertThat(ended).isTrue();
  }

  @Test
  void anInterruptedCallerWaitsAndStaysInterrupted() {
    CountDownLatch waits = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    int sum =
        Beside.both(
            () -> {
              caller.interrupt();
              waits.countDown();
              return 1;
            },
            () -> {
              await(waits);
              return 2;
            },
            Integer::sum);
    assertThat(sum).isEqualTo(3);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static int thrown(RuntimeException failure) {
    throw failure;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
