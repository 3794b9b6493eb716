package io.customer360.identity.weigh;

import io.customer360.fault.WorkbenchException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How far each source system is believed, 0 to 1. It orders the sources where values disagree and
/// is the first part of trust. A workspace may set its own in the setting `source-reliability`, as
/// `crm=0.97, webshop=0.94, other=0.85`.
public record SourceReliability(Map<String, Double> bySource, double other) {
  public static final String SETTING = "source-reliability";

  /// decision: people type into a customer file and a loyalty form with care, into a till and a
  /// service desk in haste; the figures are starting points to be set by the owner of the data.
  public static final SourceReliability DEFAULT =
      new SourceReliability(
          Map.of(
              "crm", 0.97,
              "loyalty", 0.96,
              "webshop", 0.94,
              "app", 0.92,
              "pos", 0.90,
              "servicedesk", 0.90,
              "messaging", 0.88),
          0.85);

  public SourceReliability {
    bySource = Map.copyOf(bySource);
  }

  public double of(String source) {
    return bySource.getOrDefault(source.toLowerCase(Locale.ROOT), other);
  }

  /// Reads the setting; sources it does not name keep their default.
  public static SourceReliability parse(String text) {
    Map<String, Double> bySource = new TreeMap<>(DEFAULT.bySource());
    double other = DEFAULT.other();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String[] pair = part.split("=", -1);
      double value = pair.length == 2 ? number(pair[1], part) : Double.NaN;
      if (!(value > 0 && value <= 1)) {
        throw bad(part);
      }
      String source = pair[0].strip().toLowerCase(Locale.ROOT);
      if (source.equals("other")) {
        other = value;
      } else {
        bySource.put(source, value);
      }
    }
    return new SourceReliability(bySource, other);
  }

  private static double number(String text, String part) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw bad(part);
    }
  }

  private static WorkbenchException bad(String part) {
    return WorkbenchException.data(
        "C360-IDN-001",
        "Setting "
            + SETTING
            + ": \""
            + part.strip()
            + "\" is not a source with a number above 0 and up to 1, such as crm=0.97.");
  }
}
