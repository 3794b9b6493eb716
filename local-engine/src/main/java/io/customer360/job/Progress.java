package io.customer360.job;

import java.util.concurrent.CancellationException;

/// How a running job tells what it does and learns that nobody wants it any more. Safe to call from
/// any thread.
public interface Progress {
  /// For callers that neither watch nor cancel.
  Progress NONE =
      new Progress() {
        @Override
        public void stage(String words) {}

        @Override
        public void fraction(double done) {}

        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public AutoCloseable onCancel(Runnable action) {
          return () -> {};
        }
      };

  /// What is being done now, in plain words without a full stop: `Resolve people`.
  void stage(String words);

  /// The share done, 0 to 1; a negative value means unknown.
  void fraction(double done);

  boolean cancelled();

  /// Runs `action` once if the job is cancelled while the returned handle is open (for
  /// `Statement.cancel()` and the like). Called on the cancelling thread.
  AutoCloseable onCancel(Runnable action);

  /// Throws [CancellationException] when cancelled; never shown as an error.
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }

  /// A view of this progress for one part of the work, mapped onto `from..to` of the whole.
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void stage(String words) {
        whole.stage(words);
      }

      @Override
      public void fraction(double done) {
        whole.fraction(done < 0 ? done : from + (to - from) * done);
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
}
