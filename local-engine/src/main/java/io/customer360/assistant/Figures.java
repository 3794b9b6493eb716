package io.customer360.assistant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/// Writes numbers as the workbench shows them: `£61,840`, `9.2 %`, `0.71`, `20 Nov`. Immutable.
public final class Figures {
  private static final char THIN = '\u2009';
  private final String currency;
  private final String symbol;
  private final LocalDate today;

  /// @param currency ISO 4217 code of the workspace
  /// @param today decides whether a date needs its year
  public Figures(String currency, LocalDate today) {
    this.currency = currency;
    this.today = today;
    this.symbol =
        switch (currency) {
          case "GBP" -> "£";
          case "EUR" -> "€";
          case "USD" -> "$";
          default -> Currency.getInstance(currency).getCurrencyCode() + " ";
        };
  }

  public String symbol() {
    return symbol.strip();
  }

  public String count(double value) {
    return sign(value) + String.format(Locale.UK, "%,d", Math.round(Math.abs(value)));
  }

  public String money(double value) {
    return sign(value) + symbol + String.format(Locale.UK, "%,d", Math.round(Math.abs(value)));
  }

  public String moneyExact(double value) {
    return (value < 0 ? "−" : "") + symbol + String.format(Locale.UK, "%,.2f", Math.abs(value));
  }

  /// A share of one as percent with one decimal.
  public String share(double value) {
    double percent = Math.round(value * 1000) / 10.0;
    return (percent < 0 ? "−" : "")
        + String.format(Locale.UK, "%.1f", Math.abs(percent))
        + THIN
        + "%";
  }

  public String score(double value) {
    return String.format(Locale.UK, "%.2f", value);
  }

  public String number(double value) {
    return (value < 0 ? "−" : "") + String.format(Locale.UK, "%,.2f", Math.abs(value));
  }

  public String day(LocalDate date) {
    String pattern = date.getYear() == today.getYear() ? "d MMM" : "d MMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(date).replace("Sept", "Sep");
  }

  public MoneyFigure figure(double value, String kind) {
    BigDecimal amount = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return new MoneyFigure(amount, currency, kind, money(value));
  }

  private static String sign(double value) {
    return Math.round(value) < 0 ? "−" : "";
  }
}
