package io.customer360.ingest.mapping;

import io.customer360.ingest.value.DateGuess;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compiles a mapping to one select: raw text in, canonical types out. A value that does not fit
/// its type becomes null; its text is still there under [#text], so that the contract can tell a
/// wrong value from a missing one.
public final class TypedSelect {
  /// Name of the raw column that holds a whole JSON line.
  public static final String JSON = "json";

  private final Canonical.Dataset dataset;
  private final Mapping mapping;
  private final Map<String, Map<String, String>> synonyms;
  private final List<String> cut;
  private final Set<String> trimmed;

  /// @param cut JSON paths whose texts the raw relation has as columns ([#cut]); a document is
  ///     parsed only for paths that are not among them
  /// @param trimmed raw columns without blanks around their values and without empty ones, which
  ///     are taken as they are: looking for blanks costs more than reading
  public TypedSelect(
      Canonical.Dataset dataset,
      Mapping mapping,
      Map<String, Map<String, String>> synonyms,
      List<String> cut,
      Set<String> trimmed) {
    this.dataset = dataset;
    this.mapping = mapping;
    this.synonyms = synonyms;
    this.cut = cut;
    this.trimmed = trimmed;
  }

  /// The column that keeps the received text of a canonical column.
  public static String text(String column) {
    return Sql.identifier("_t_" + column);
  }

  /// The raw column that holds the text found at the n-th of the paths cut out of each document,
  /// from 0.
  public static String cut(int n) {
    return "_j" + (n + 1);
  }

  /// The JSON paths a mapping reads, each once, in its order.
  public static List<String> paths(Mapping mapping) {
    return mapping.options().format() == FileFormat.JSON_LINES
        ? mapping.columns().values().stream()
            .map(ColumnMapping::from)
            .filter(Objects::nonNull)
            .map(TypedSelect::path)
            .distinct()
            .toList()
        : List.of();
  }

  /// A list of JSON paths as an argument of `json_extract_string`.
  public static String list(Collection<String> paths) {
    return "[" + String.join(", ", paths.stream().map(Sql::literal).toList()) + "]";
  }

  /// Canonical columns, `_landing`, `_file` and `_line`, without texts: what the bronze view shows.
  public String plain(String raw) {
    StringBuilder out = new StringBuilder("select _landing, _file, _line");
    for (Canonical.Column column : dataset.columns()) {
      out.append(", ").append(typed(column)).append(" as ").append(name(column));
    }
    return out + "\nfrom (" + texts(raw) + ")";
  }

  /// Canonical columns, `_line` and the texts: what the contract looks at.
  public String withTexts(String raw) {
    StringBuilder out = new StringBuilder("select *");
    for (Canonical.Column column : dataset.columns()) {
      out.append(", ").append(typed(column)).append(" as ").append(name(column));
    }
    return out + "\nfrom (" + texts(raw) + ")";
  }

  /// The same after the fixes, each on its lines, in the order they were written.
  public String withFixes(String raw, List<MappingFix> fixes) {
    String current = withTexts(raw);
    for (MappingFix fix : fixes) {
      Canonical.Column column = dataset.column(fix.field()).orElseThrow();
      String lines =
          String.join(", ", fix.lines().stream().map(line -> Long.toString(line)).toList());
      current =
          "select * replace (case when _line in ("
              + (lines.isEmpty() ? "null" : lines)
              + ") then try_cast(("
              + fix.expression()
              + "\n) as "
              + column.type()
              + ") else "
              + name(column)
              + " end as "
              + name(column)
              + ")\nfrom ("
              + current
              + ")";
    }
    return current;
  }

  private static String name(Canonical.Column column) {
    return Sql.identifier(column.name());
  }

  private String texts(String raw) {
    StringBuilder out = new StringBuilder("select _landing, _file, _line");
    List<String> parsed = paths(mapping).stream().filter(path -> !cut.contains(path)).toList();
    for (Canonical.Column column : dataset.columns()) {
      ColumnMapping from = mapping.columns().get(column.name());
      out.append(", ")
          .append(from == null ? "cast(null as varchar)" : received(column, from, parsed))
          .append(" as ")
          .append(text(column.name()));
    }
    String source = raw;
    if (!parsed.isEmpty()) {
      // Each document is parsed once for all of them.
      source = "(select *, json_extract_string(json, " + list(parsed) + ") as _j from " + raw + ")";
    }
    return out + "\nfrom " + source;
  }

  /// `email` and `customer.email` are short for `$.email` and `$.customer.email`.
  static String path(String from) {
    return from.startsWith("$") ? from : "$." + from;
  }

  private String received(Canonical.Column column, ColumnMapping from, List<String> parsed) {
    if (from.constant() != null) {
      return Sql.literal(from.constant());
    }
    String value;
    if (from.transform() != null) {
      value = "cast((" + from.transform() + "\n) as varchar)";
    } else if (from.from() == null) {
      value = "cast(null as varchar)";
    } else if (mapping.options().format() == FileFormat.JSON_LINES) {
      String path = path(from.from());
      int at = cut.indexOf(path);
      value = at >= 0 ? cut(at) : "_j[" + (parsed.indexOf(path) + 1) + "]";
    } else {
      value = Sql.identifier(from.from());
    }
    boolean asIs = from.transform() == null && trimmed.contains(from.from());
    String clean = asIs ? value : "nullif(trim(" + value + "), '')";
    Map<String, String> values = new LinkedHashMap<>();
    synonyms.getOrDefault(column.name(), Map.of()).forEach((k, v) -> values.put(k, v));
    from.values().forEach((k, v) -> values.put(k.toLowerCase(java.util.Locale.ROOT), v));
    if (values.isEmpty()) {
      return clean;
    }
    StringBuilder out = new StringBuilder("case lower(" + clean + ")");
    values.forEach(
        (k, v) ->
            out.append(" when ")
                .append(Sql.literal(k))
                .append(" then ")
                .append(v.isEmpty() ? "null" : Sql.literal(v)));
    return out + " else " + clean + " end";
  }

  private String typed(Canonical.Column column) {
    String text = text(column.name());
    ColumnMapping from = mapping.columns().get(column.name());
    if (from == null) {
      // A line of an order without a number is named by its line in the file: unique, and the same
      // at every reading.
      return column.name().equals("line_no") && dataset.equals(Canonical.TRANSACTION)
          ? "cast(_line as integer)"
          : "cast(null as " + column.type() + ")";
    }
    String format = from.format();
    return switch (column.type()) {
      case "VARCHAR" -> text;
      case "JSON" -> "case when json_valid(" + text + ") then cast(" + text + " as json) end";
      case "DATE" -> "try_cast(" + moment(text, format, null) + " as date)";
      case "TIMESTAMP" -> moment(text, format, from.zone());
      case "INTEGER", "BIGINT" -> whole(number(text, format), column.type());
      default -> "try_cast(" + number(text, format) + " as " + column.type() + ")";
    };
  }

  private static String number(String text, @Nullable String format) {
    if (format == null) {
      return text;
    }
    // Books write what is taken away in brackets or with the sign behind it.
    String digits =
        "regexp_replace(regexp_replace("
            + text
            + ", '[^0-9,.+()-]', '', 'g'), '^\\(([0-9.,]+)\\)$|^([0-9.,]+)-$', '-\\1\\2')";
    int comma = format.lastIndexOf(',');
    int point = format.lastIndexOf('.');
    return comma > point
        ? "replace(replace(" + digits + ", '.', ''), ',', '.')"
        : "replace(" + digits + ", ',', '')";
  }

  /// `12` and `12.0` are whole, `12.5` is not: it must not be rounded in silence.
  private static String whole(String number, String type) {
    return "case when contains("
        + number
        + ", '.') then case when try_cast("
        + number
        + " as double) = round(try_cast("
        + number
        + " as double)) then try_cast("
        + number
        + " as "
        + type
        + ") end else try_cast("
        + number
        + " as "
        + type
        + ") end";
  }

  /// A moment in UTC. An offset in the text wins over the zone of the mapping.
  private static String moment(String text, @Nullable String format, @Nullable String zone) {
    if (format != null) {
      return switch (format) {
        case "epoch_s" -> epoch(text, " * 1000000");
        case "epoch_ms" -> epoch(text, " * 1000");
        case "epoch_us" -> epoch(text, "");
        default ->
            format.contains(DateGuess.OR)
                ? toUtc(
                    "try_strptime("
                        + text
                        + ", "
                        + list(List.of(format.split(Pattern.quote(DateGuess.OR))))
                        + ")",
                    zone)
                : format.contains("%z")
                    ? "timezone('UTC', try_cast(try_strptime("
                        + text
                        + ", "
                        + Sql.literal(format)
                        + ") as timestamptz))"
                    : toUtc("try_strptime(" + text + ", " + Sql.literal(format) + ")", zone);
      };
    }
    String local = "try_cast(" + text + " as timestamp)";
    List<String> cases = new ArrayList<>();
    cases.add("when ends_with(" + text + ", 'Z') or ends_with(" + text + ", ' UTC') then " + local);
    cases.add("when strlen(" + text + ") <= 19 then " + toUtc(local, zone));
    cases.add(
        "when regexp_matches(substr("
            + text
            + ", 20), '[+-][0-9]') then timezone('UTC', coalesce(try_cast("
            + text
            + " as timestamptz), try_cast(regexp_replace("
            + text
            // +0100 is as good as +01:00, which alone the cast understands
            + ", ' ?([+-][0-9]{2})([0-9]{2})$', '\\1:\\2') as timestamptz)))");
    return "case " + String.join(" ", cases) + " else " + toUtc(local, zone) + " end";
  }

  /// More than a timestamp can hold is a wrong value, not a failure.
  private static String epoch(String text, String times) {
    return "try(make_timestamp(try_cast(" + text + " as bigint)" + times + "))";
  }

  private static String toUtc(String local, @Nullable String zone) {
    return zone == null || zone.equals("UTC")
        ? local
        // Counting from 1970 takes half of what timezone('UTC', ...) does; it knows no infinity.
        : "try(make_timestamp(epoch_us(timezone(" + Sql.literal(zone) + ", " + local + "))))";
  }
}
