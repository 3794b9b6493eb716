package io.customer360.studio.rule;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Something a field is compared with.
public sealed interface Value {
  /// A text, compared as it is written.
  record Text(String text) implements Value {}

  /// A number; 5 and 5.0 are equal.
  record Number(BigDecimal number) implements Value {
    public Number {
      BigDecimal plain = number.stripTrailingZeros();
      number = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    public static Number of(double number) {
      return new Number(BigDecimal.valueOf(number));
    }
  }

  /// A day; for a moment its beginning in the workspace's zone.
  record Day(LocalDate day) implements Value {}

  /// So many days before the data's today; negative: after it.
  record DaysAgo(int days) implements Value {}

  record Truth(boolean truth) implements Value {}

  /// A multiple of another field: 1.5 times the usual gap.
  record Multiple(BigDecimal factor, String field) implements Value {
    public Multiple {
      BigDecimal plain = factor.stripTrailingZeros();
      factor = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
  }
}
