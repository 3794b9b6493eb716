package io.customer360.lakehouse;

import io.customer360.job.Progress;
import java.util.HashMap;
import java.util.Map;

/// One progress for tasks that run side by side: the share done is the weighted sum over all of
/// them, so it never goes back.
final class SharedProgress {
  private final Progress whole;
  private final Map<String, Double> weights;
  private final Map<String, Double> done = new HashMap<>();
  private final double sum;

  SharedProgress(Progress whole, Map<String, Double> weights) {
    this.whole = whole;
    this.weights = Map.copyOf(weights);
    this.sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// The progress of one task.
  Progress of(String task) {
    return new Progress() {
      @Override
      public void stage(String words) {
        whole.stage(words);
      }

      @Override
      public void fraction(double share) {
        report(task, share);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }

      @Override
      public AutoCloseable onCancel(Runnable action) {
        return whole.onCancel(action);
      }
    };
  }

  private synchronized void report(String task, double share) {
    if (share < 0 || sum == 0) {
      return;
    }
    done.merge(task, Math.min(share, 1), Math::max);
    double all =
        done.entrySet().stream()
            .mapToDouble(entry -> weights.getOrDefault(entry.getKey(), 0.0) * entry.getValue())
            .sum();
    whole.fraction(Math.min(1, all / sum));
  }
}
