package io.customer360.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How sure an answer is. Counted numbers are exact over the rows there are and carry no value;
/// estimated ones carry a value from 0 to 1, the product of its parts.
///
/// @param value null when counted
/// @param parts what it is made of, for the hover; for a counted number what was counted
public record Confidence(@Nullable Double value, List<Part> parts) {
  /// A factor of the confidence: `Churn model, agreement with outcomes` 0.93.
  public record Part(String words, @Nullable Double value) {}

  /// The badge's word.
  public enum Level {
    COUNTED,
    HIGH,
    MEDIUM,
    LOW
  }

  public Confidence {
    parts = List.copyOf(parts);
    if (value != null && (value < 0 || value > 1)) {
      throw new IllegalArgumentException("confidence outside 0..1: " + value);
    }
  }

  public static Confidence counted(String what) {
    return new Confidence(null, List.of(new Part(what, null)));
  }

  /// The product of the parts.
  public static Confidence estimated(List<Part> parts) {
    double product = 1;
    for (Part part : parts) {
      Double factor = part.value();
      product *= factor == null ? 1 : factor;
    }
    return new Confidence(product, parts);
  }

  public Level level() {
    return value == null ? Level.COUNTED : level(value);
  }

  /// High from 0.80, medium from 0.60, of the value as it is printed: what reads 0.80 is high.
  public static Level level(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths >= 80 ? Level.HIGH : hundredths >= 60 ? Level.MEDIUM : Level.LOW;
  }

  /// `Counted`, `High 0.86`.
  public String words() {
    return switch (level()) {
      case COUNTED -> "Counted";
      case HIGH -> "High " + digits();
      case MEDIUM -> "Medium " + digits();
      case LOW -> "Low " + digits();
    };
  }

  private String digits() {
    return String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
