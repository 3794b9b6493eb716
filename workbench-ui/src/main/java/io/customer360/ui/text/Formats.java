package io.customer360.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/// How figures, money, shares and dates are printed. The locale decides separators and month names,
/// the workspace the currency and the zone. `today` decides which dates carry their year.
/// Immutable.
///
/// A real minus (`−`) and a narrow space before units; nothing here is ever parsed back.
public final class Formats {
  private static final String NARROW = "\u202f";
  private static final String MINUS = "\u2212";

  private final Locale monthNames;
  private final ZoneId zone;
  private final LocalDate today;
  private final String symbol;
  private final int pence;
  private final DecimalFormatSymbols separators;

  public Formats(Locale locale, String currency, ZoneId zone, LocalDate today) {
    // decision: British English abbreviates to "Sept" since CLDR 38; three letters line up
    this.monthNames = locale.getLanguage().equals("en") ? Locale.ENGLISH : locale;
    this.zone = zone;
    this.today = today;
    Currency unit = Currency.getInstance(currency);
    this.symbol = unit.getSymbol(locale);
    this.pence = Math.max(0, unit.getDefaultFractionDigits());
    this.separators = DecimalFormatSymbols.getInstance(locale);
  }

  public static Formats british(String currency, String zone, Instant today) {
    ZoneId id = ZoneId.of(zone);
    return new Formats(Locale.UK, currency, id, LocalDate.ofInstant(today, id));
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate today() {
    return today;
  }

  /// `£`
  public String currencySymbol() {
    return symbol;
  }

  /// `10,482`
  public String count(long value) {
    return number(BigDecimal.valueOf(value), 0);
  }

  /// `1,234.5` with exactly `decimals` places.
  public String number(double value, int decimals) {
    return number(BigDecimal.valueOf(value), decimals);
  }

  private String number(BigDecimal value, int decimals) {
    String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    String digits = new DecimalFormat(pattern, separators).format(rounded.abs());
    return rounded.signum() < 0 ? MINUS + digits : digits;
  }

  /// `+0.27`, `−0.06`, `0.00`.
  public String signed(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() > 0 ? "+" : "") + number(rounded, decimals);
  }

  /// A score, probability or AUC: two decimals.
  public String score(double value) {
    return number(value, 2);
  }

  /// A share from 0 to 1 as `9.2 %`; whole percent from ten on when `brief`.
  public String share(double value) {
    return number(value * 100, 1) + NARROW + "%";
  }

  /// `62 %`
  public String percent(double value) {
    return number(value * 100, 0) + NARROW + "%";
  }

  /// `£61,840`
  public String money(double amount) {
    return money(BigDecimal.valueOf(amount));
  }

  public String money(BigDecimal amount) {
    return withSymbol(amount, 0);
  }

  /// Single orders and budgets: `£164.00`.
  public String moneyExact(BigDecimal amount) {
    return withSymbol(amount, pence);
  }

  public String moneyExact(double amount) {
    return moneyExact(BigDecimal.valueOf(amount));
  }

  /// Narrow stats only: `£2.4k`, `£1.2M`; below a thousand as [#money].
  public String moneyShort(double amount) {
    double size = Math.abs(amount);
    if (size >= 999_500) {
      return withSymbol(BigDecimal.valueOf(amount / 1e6), 1) + "M";
    }
    return size >= 1_000 ? withSymbol(BigDecimal.valueOf(amount / 1e3), 1) + "k" : money(amount);
  }

  /// `+£96.40`, `−£2,310` as [#money] or [#moneyExact] with a sign.
  public String moneySigned(double amount, boolean exact) {
    String text = exact ? moneyExact(amount) : money(amount);
    return amount > 0 ? "+" + text : text;
  }

  private String withSymbol(BigDecimal amount, int decimals) {
    BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() < 0 ? MINUS : "") + symbol + number(rounded.abs(), decimals);
  }

  /// `20 Nov` this year, `20 Nov 2025` otherwise.
  public String date(LocalDate date) {
    return pattern(date.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy").format(date);
  }

  /// `20 Nov 2026`, always with its year.
  public String dateLong(LocalDate date) {
    return pattern("d MMM yyyy").format(date);
  }

  public String date(Instant at) {
    return date(LocalDate.ofInstant(at, zone));
  }

  /// `November 2026`
  public String month(LocalDate date) {
    return pattern("MMMM yyyy").format(date);
  }

  /// `20 Nov 09:40`, in the workspace's zone.
  public String dateTime(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return date(local.toLocalDate()) + " " + pattern("HH:mm").format(local);
  }

  /// `09:40`
  public String time(Instant at) {
    return pattern("HH:mm").format(at.atZone(zone));
  }

  private DateTimeFormatter pattern(String text) {
    return DateTimeFormatter.ofPattern(text, monthNames);
  }

  /// `41 ms`, `2.8 s`, `3 min 20 s`, `72 h`.
  public String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + NARROW + "ms";
    }
    if (millis < 60_000) {
      return number(millis / 1_000.0, 1) + NARROW + "s";
    }
    if (millis < 3_600_000) {
      long seconds = duration.toSecondsPart();
      return duration.toMinutes()
          + NARROW
          + "min"
          + (seconds == 0 ? "" : " " + seconds + NARROW + "s");
    }
    return duration.toHours() + NARROW + "h";
  }

  public String millis(long millis) {
    return duration(Duration.ofMillis(millis));
  }

  /// `0 bytes`, `84 MB`.
  public String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + NARROW + "bytes";
    }
    if (bytes < 1_000_000) {
      return number(bytes / 1e3, 0) + NARROW + "kB";
    }
    return bytes < 1_000_000_000L
        ? number(bytes / 1e6, 0) + NARROW + "MB"
        : number(bytes / 1e9, 1) + NARROW + "GB";
  }
}
