package io.customer360.ingest.value;

import java.util.Locale;

/// Numbers as people read them.
public final class Words {
  private Words() {}

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public static String rows(long number) {
    return count(number) + (number == 1 ? " row" : " rows");
  }

  public static String days(double days) {
    return number(days) + (days == 1 ? " day" : " days");
  }

  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.1) {
      return "less than 0.1%";
    }
    return percent >= 10 || percent == 0
        ? String.format(Locale.ROOT, "%.0f%%", percent)
        : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  /// At most three decimals, none that are zero.
  public static String number(double value) {
    String text = String.format(Locale.ROOT, "%,.3f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
