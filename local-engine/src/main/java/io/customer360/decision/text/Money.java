package io.customer360.decision.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Money in words: `£741`, `£12.00`.
public final class Money {
  private Money() {}

  /// Whole units, for what is at stake.
  public static String whole(BigDecimal amount, String currency) {
    return sign(amount)
        + symbol(currency)
        + String.format(
            Locale.ROOT, "%,d", amount.abs().setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /// With pence, for costs and budgets.
  public static String exact(BigDecimal amount, String currency) {
    return sign(amount)
        + symbol(currency)
        + String.format(Locale.ROOT, "%,.2f", amount.abs().setScale(2, RoundingMode.HALF_UP));
  }

  private static String sign(BigDecimal amount) {
    return amount.signum() < 0 ? "−" : "";
  }

  private static String symbol(String currency) {
    return switch (currency) {
      case "GBP" -> "£";
      case "EUR" -> "€";
      case "USD" -> "$";
      default -> currency + " ";
    };
  }
}
