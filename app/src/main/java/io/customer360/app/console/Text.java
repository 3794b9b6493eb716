package io.customer360.app.console;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers and words as the terminal shows them.
public final class Text {
  private Text() {}

  public static String of(Object value) {
    return switch (value) {
      case Double d -> decimal(d, Math.abs(d) >= 1000 ? 0 : 3);
      case Float f -> decimal(f, 3);
      case Integer i -> whole(i);
      case Long l -> whole(l);
      case BigDecimal b -> new DecimalFormat("#,##0.##", symbols()).format(b);
      default -> value.toString();
    };
  }

  public static String whole(long value) {
    return new DecimalFormat("#,##0", symbols()).format(value);
  }

  public static String decimal(double value, int digits) {
    return new DecimalFormat("#,##0" + (digits > 0 ? "." + "0".repeat(digits) : ""), symbols())
        .format(value);
  }

  public static String seconds(double seconds) {
    return decimal(seconds, seconds < 10 ? 2 : 1) + " s";
  }

  /// A number and what it counts: `1 order`, `2 orders`.
  public static String count(long number, String one) {
    return whole(number) + " " + one + (number == 1 ? "" : "s");
  }

  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return count(bytes, "byte");
    }
    if (bytes < 1_000_000) {
      return decimal(bytes / 1e3, 0) + " kB";
    }
    return bytes < 1_000_000_000
        ? decimal(bytes / 1e6, 1) + " MB"
        : decimal(bytes / 1e9, 2) + " GB";
  }

  private static DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(Locale.UK);
  }
}
