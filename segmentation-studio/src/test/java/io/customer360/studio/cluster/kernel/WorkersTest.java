package io.customer360.studio.cluster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void everyPieceIsDoneOnce() {
    try (Workers workers = new Workers(3)) {
      AtomicIntegerArray done = new AtomicIntegerArray(1000);
      workers.forEach(1000, done::incrementAndGet);
      for (int i = 0; i < 1000; i++) {
        assertThat(done.get(i)).isOne();
      }
      workers.forEach(0, done::incrementAndGet);
      assertThat(done.get(0)).isOne();
    }
  }

  @Test
  void aFailureOfAPieceReachesTheCallerAndTheWorkersGoOn() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      50,
                      i -> {
                        throw new CancellationException();
                      }))
          .isInstanceOf(CancellationException.class);
      AtomicIntegerArray done = new AtomicIntegerArray(10);
      workers.forEach(10, done::incrementAndGet);
      assertThat(done.toString()).doesNotContain("0");
    }
  }
}
