package io.customer360.studio.rule;

import java.time.LocalDate;

/// When events count. Nothing later than the data's today ever does.
public sealed interface Window {
  Window ANYTIME = new Anytime();

  /// Up to today.
  record Anytime() implements Window {}

  /// The last so many times 24 hours up to the data's today.
  record LastDays(int days) implements Window {
    public LastDays {
      if (days < 1 || days > 36_500) {
        throw RuleFault.of("a window is 1 to 36,500 days long, not " + days);
      }
    }
  }

  /// More than so many times 24 hours ago.
  record Before(int days) implements Window {
    public Before {
      if (days < 1 || days > 36_500) {
        throw RuleFault.of("a window begins 1 to 36,500 days ago, not " + days);
      }
    }
  }

  /// From the beginning of a day in the workspace's zone up to today.
  record Since(LocalDate from) implements Window {}

  /// Whole days in the workspace's zone, both ends counted.
  record Between(LocalDate from, LocalDate to) implements Window {
    public Between {
      if (to.isBefore(from)) {
        throw RuleFault.of("a window from " + from + " to " + to + " is empty");
      }
    }
  }
}
