package io.customer360.ingest.contract;

import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a value that breaks a rule may be: a guess in a few words, for the person who mends it.
public final class Hints {
  private final Map<String, Double> medians;
  private final String currency;
  private final int year;

  private Hints(Map<String, Double> medians, String currency, int year) {
    this.medians = medians;
    this.currency = currency;
    this.year = year;
  }

  public static Hints of(List<Profiler.Column> profile, String currency, Instant now) {
    Map<String, Double> medians = new HashMap<>();
    for (Profiler.Column column : profile) {
      Double median = column.median();
      if (median != null) {
        medians.put(column.field(), median);
      }
    }
    return new Hints(medians, currency, now.atZone(ZoneOffset.UTC).getYear());
  }

  /// From what was noted of a landing that counts.
  public static Hints of(Connection connection, String landing, String currency, Instant now)
      throws SQLException {
    Map<String, Double> medians = new HashMap<>();
    Rows.list(
        connection,
        "select field, median from ops.landing_column where landing = ? and median is not null",
        row -> medians.put(row.getString(1), row.getDouble(2)),
        landing);
    return new Hints(medians, currency, now.atZone(ZoneOffset.UTC).getYear());
  }

  /// An SQL expression, null or empty where nothing can be said.
  String sql(Rule rule) {
    String name = Sql.identifier(rule.field());
    String text = TypedSelect.text(rule.field());
    return switch (rule.kind()) {
      case RANGE -> range(rule, name);
      case NOT_IN_FUTURE, AFTER ->
          "case when abs(year("
              + name
              + ") - "
              + year
              + ") > 1 then 'Year typed wrong' when day("
              + name
              + ") <= 12 then 'Day and month swapped' else 'Clock ahead' end";
      case CODES -> code(name);
      case PATTERN ->
          "case when not contains("
              + name
              + ", '@') then '@ missing' when regexp_matches("
              + name
              + ", '@\\s*$') then 'Domain missing' when not contains(split_part("
              + name
              + ", '@', 2), '.') then 'Domain cut short' when regexp_matches("
              + name
              + ", '\\s') then 'Space inside' else '' end";
      case KNOWN -> "'New " + rule.words().replaceFirst("^known ", "").replace("'", "") + "?'";
      case TYPE -> type(rule, text);
      case ONE_OF, REQUIRED, SHAPE -> "''";
    };
  }

  private String range(Rule rule, String name) {
    String negative =
        rule.field().endsWith("price") || rule.field().equals("discount")
            ? "Return sent as sale"
            : "Sign turned round";
    Double median = medians.get(rule.field());
    String unit =
        median == null || median <= 0
            ? "''"
            : "case when abs("
                + name
                + ") >= 10 * "
                + median
                + " then 'Unit error, ' || format('{:,}', cast(pow(10, floor(log10(abs(cast("
                + name
                + " as double)) / "
                + median
                + "))) as bigint)) || ' times the median' else '' end";
    boolean mayBeNegative = rule.words().startsWith("must be -");
    return mayBeNegative
        ? unit
        : "case when " + name + " < 0 then '" + negative + "' else " + unit + " end";
  }

  /// The nearest code one slip of the finger away, the workspace's own currency first.
  private String code(String name) {
    List<String> codes = new ArrayList<>(Rules.codes("iso-4217"));
    for (String common : List.of("USD", "EUR", "GBP", currency)) {
      codes.remove(common);
      codes.addFirst(common);
    }
    String list = String.join(", ", codes.stream().map(Sql::literal).toList());
    return "'Close to ' || list_filter(["
        + list
        + "], lambda c: damerau_levenshtein(c, upper("
        + name
        + ")) <= 1)[1]";
  }

  private static String type(Rule rule, String text) {
    if (rule.words().contains("date")) {
      return "case when regexp_matches("
          + text
          + ", '^[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}') then 'Other date order' else 'Not a date' end";
    }
    return "case when regexp_matches("
        + text
        + ", '^[0-9.]+,[0-9]+$') then 'Decimal comma' when regexp_matches("
        + text
        + ", '[0-9]') then 'Text beside the number' else 'Text instead of a number' end";
  }
}
