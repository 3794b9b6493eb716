package io.customer360.ingest.value;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether texts are dates, and in which order day, month and year stand. Day or month first is
/// decided by values above 12; where there are none it is said.
///
/// @param share of the values that are dates of the found form
/// @param time whether there is a time of day
/// @param format as `strptime` writes it; null for ISO
public record DateGuess(
    double share,
    boolean time,
    @Nullable String format,
    double confidence,
    String reason,
    @Nullable String remark) {
  private static final String TIME =
      "(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d+)?)?( ?[AaPp][Mm])?)?(Z| UTC| ?[+-]\\d{2}:?\\d{2})?";
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})" + TIME);
  /// Stands between forms in a mapping.
  public static final String OR = " | ";

  private static final Pattern MONTHS =
      Pattern.compile("(\\d{1,2})([- ])([A-Za-z]{3})\\2(\\d{4}|\\d{2})" + TIME);
  private static final Pattern LONG_MONTHS =
      Pattern.compile("(\\d{1,2})(\\.? )(\\p{L}{3,9}) (\\d{4})" + TIME);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,9})( )(\\d{1,2}), (\\d{4})" + TIME);
  private static final Set<String> ENGLISH_MONTHS = englishMonths();
  private static final int MOST_STYLES = 6;
  private static final DateGuess NONE = new DateGuess(0, false, null, 0, "", null);

  /// What all values together show.
  private static final class Seen {
    int matches;
    int yearFirst;
    int maxFirst;
    int maxSecond;
    int bothBig;
    boolean shortYear;
    boolean time;
    boolean seconds;
    boolean fraction;
    boolean half;
    boolean zulu;
    boolean utc;
    boolean offset;
    boolean apart;
    boolean letterT;
    String separator = "-";
  }

  public static DateGuess of(List<String> values) {
    Seen seen = new Seen();
    for (String value : values) {
      Matcher matcher = NUMBERS.matcher(value);
      if (matcher.matches()) {
        note(seen, matcher, value);
      }
    }
    double share = seen.matches / (double) values.size();
    if (share >= 0.9) {
      return numbers(seen, share);
    }
    DateGuess named = months(values);
    return named.share() > 0 ? named : several(values);
  }

  /// Dates of several styles in one column, each of which is a style by itself.
  private static DateGuess several(List<String> values) {
    Map<String, List<String>> styles = new LinkedHashMap<>();
    for (String value : values) {
      styles
          .computeIfAbsent(
              value.replaceAll("\\p{L}+", "a").replaceAll("\\d+", "1"), key -> new ArrayList<>())
          .add(value);
    }
    if (styles.size() < 2 || styles.size() > MOST_STYLES) {
      return NONE;
    }
    List<String> forms = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    boolean time = false;
    int known = 0;
    for (List<String> alike : styles.values()) {
      DateGuess one = of(alike);
      boolean zoned = one.reason().endsWith("with a zone");
      if (one.share() < 1 || zoned) {
        continue;
      }
      String form = one.format() == null ? iso(alike.getFirst(), one.time()) : one.format();
      known += alike.size();
      time |= one.time();
      if (!forms.contains(form)) {
        forms.add(form);
        examples.add(alike.getFirst());
      }
    }
    double share = known / (double) values.size();
    return share < 0.9 || forms.size() < 2
        ? NONE
        : new DateGuess(
            share,
            time,
            String.join(OR, forms),
            0.5,
            "dates of " + forms.size() + " styles",
            "has dates of several styles ("
                + String.join("; ", examples)
                + "), each read by its own; check the order of day and month");
  }

  private static String iso(String value, boolean time) {
    return "%Y-%m-%d"
        + (time ? (value.contains("T") ? "T" : " ") + "%H:%M" : "")
        + (time && value.length() > "2025-01-01 00:00".length() ? ":%S" : "");
  }

  private static Set<String> englishMonths() {
    Set<String> names = new HashSet<>(Set.of("sept"));
    for (Month month : Month.values()) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
        names.add(month.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT));
      }
    }
    return Set.copyOf(names);
  }

  /// `5 March 2025` and `March 5, 2025`, the month in English, short or long.
  private static DateGuess longMonths(List<String> values) {
    for (Pattern pattern : List.of(LONG_MONTHS, MONTH_FIRST)) {
      int name = pattern.equals(MONTH_FIRST) ? 1 : 3;
      Seen seen = new Seen();
      boolean full = false;
      for (String value : values) {
        Matcher m = pattern.matcher(value);
        if (m.matches() && ENGLISH_MONTHS.contains(m.group(name).toLowerCase(Locale.ROOT))) {
          seen.matches++;
          full |= m.group(name).length() > 3;
          seen.separator = m.group(2);
          times(seen, m, value);
          seen.letterT = false;
        }
      }
      double share = seen.matches / (double) values.size();
      if (share >= 0.9) {
        String month = full ? "%B" : "%b";
        String form =
            name == 1
                ? month + " %d, %Y" + time(seen)
                : "%d" + seen.separator + month + " %Y" + time(seen);
        return new DateGuess(share, seen.time, form, share, "day, name of the month, year", null);
      }
    }
    return NONE;
  }

  private static void note(Seen seen, Matcher m, String value) {
    String first = m.group(1);
    String last = m.group(4);
    boolean yearFirst = first.length() == 4;
    if (!yearFirst && last.length() != 4 && last.length() != 2) {
      return;
    }
    int a = Integer.parseInt(yearFirst ? m.group(3) : first);
    int b = Integer.parseInt(yearFirst ? last : m.group(3));
    if (a < 1 || b < 1 || a > 31 || b > 31) {
      return;
    }
    seen.matches++;
    seen.yearFirst += yearFirst ? 1 : 0;
    seen.shortYear |= !yearFirst && last.length() == 2;
    seen.maxFirst = Math.max(seen.maxFirst, a);
    seen.maxSecond = Math.max(seen.maxSecond, b);
    seen.bothBig += a > 12 && b > 12 ? 1 : 0;
    seen.separator = m.group(2);
    times(seen, m, value);
  }

  private static void times(Seen seen, Matcher m, String value) {
    seen.time |= m.group(5) != null;
    seen.seconds |= m.group(7) != null;
    seen.fraction |= m.group(8) != null;
    seen.half |= m.group(9) != null;
    String offset = m.group(10);
    seen.zulu |= "Z".equals(offset);
    seen.utc |= " UTC".equals(offset);
    seen.offset |= offset != null && !offset.equals("Z") && !offset.equals(" UTC");
    seen.apart |= offset != null && offset.startsWith(" ");
    seen.letterT |= value.contains("T");
  }

  private static DateGuess numbers(Seen seen, double share) {
    if (seen.yearFirst == seen.matches) {
      boolean iso = seen.separator.equals("-") && !seen.half;
      String format =
          iso ? null : "%Y" + seen.separator + "%m" + seen.separator + "%d" + time(seen);
      return new DateGuess(share, seen.time, format, share, "year, month, day" + zone(seen), null);
    }
    if (seen.yearFirst > 0 || seen.bothBig > 0) {
      return NONE;
    }
    String year = seen.shortYear ? "%y" : "%Y";
    String dayFirst = "%d" + seen.separator + "%m" + seen.separator + year + time(seen);
    String monthFirst = "%m" + seen.separator + "%d" + seen.separator + year + time(seen);
    if (seen.maxFirst > 12 && seen.maxSecond > 12) {
      return new DateGuess(
          share,
          seen.time,
          dayFirst,
          0.3,
          "day first and month first are mixed",
          "has dates with the day first and others with the month first; check the order");
    }
    if (seen.maxFirst > 12) {
      return new DateGuess(
          share, seen.time, dayFirst, share, "day first: values up to " + seen.maxFirst, null);
    }
    if (seen.maxSecond > 12) {
      return new DateGuess(
          share,
          seen.time,
          monthFirst,
          share,
          "month first: second values up to " + seen.maxSecond,
          null);
    }
    return new DateGuess(
        share,
        seen.time,
        dayFirst,
        0.5,
        "day first is assumed: no value tells",
        "could have the day or the month first; day first is assumed");
  }

  private static String zone(Seen seen) {
    return seen.zulu || seen.utc || seen.offset ? ", with a zone" : "";
  }

  private static String time(Seen seen) {
    if (!seen.time) {
      return "";
    }
    String start = seen.letterT ? "T" : " ";
    String clock = seen.half ? "%I:%M" : "%H:%M";
    return start
        + clock
        + (seen.seconds ? ":%S" : "")
        + (seen.fraction ? ".%f" : "")
        + (seen.half ? " %p" : "")
        + (seen.offset ? seen.apart ? " %z" : "%z" : seen.zulu ? "Z" : seen.utc ? " UTC" : "");
  }

  private static DateGuess months(List<String> values) {
    Seen seen = new Seen();
    for (String value : values) {
      Matcher m = MONTHS.matcher(value);
      if (m.matches()) {
        seen.matches++;
        seen.separator = m.group(2);
        seen.shortYear |= m.group(4).length() == 2;
        times(seen, m, value);
        seen.letterT = false;
      }
    }
    double share = seen.matches / (double) values.size();
    String format =
        "%d" + seen.separator + "%b" + seen.separator + (seen.shortYear ? "%y" : "%Y") + time(seen);
    return share < 0.9
        ? longMonths(values)
        : new DateGuess(share, seen.time, format, share, "day, name of the month, year", null);
  }
}
