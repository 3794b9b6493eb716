package io.customer360.lakehouse;

import io.customer360.fault.WorkbenchException;
import io.customer360.workspace.WorkspaceSettings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table (or view) defined by one SQL file: a header with grain and meaning, then one select.
///
/// @param name `gold.customer`, from the file's place
/// @param text the file as written
/// @param reads the tables it reads, found by parsing
record SqlModel(
    String name, String file, String grain, String meaning, String text, Set<String> reads) {
  private static final Pattern GRAIN = Pattern.compile("(?m)^--\\s*grain:\\s*(.+)$");
  private static final Pattern MEANING = Pattern.compile("(?m)^--\\s*meaning:\\s*(.+)$");
  private static final Pattern STORED = Pattern.compile("(?m)^--\\s*stored:\\s*view\\s*$");
  private static final Pattern PARAMETER = Pattern.compile("\\$\\{([^}]*)}");
  private static final Set<String> PARAMETERS = Set.of("as_of", "currency", "zone");
  private static final Set<String> SCHEMAS = Set.of("bronze", "silver", "gold", "ops");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /// Reads a model from its text, or says what is wrong with it and in which file.
  static SqlModel parse(String name, String file, String text) {
    String grain = header(GRAIN, "grain", file, text);
    String meaning = header(MEANING, "meaning", file, text);
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      if (!PARAMETERS.contains(parameter.group(1))) {
        throw WorkbenchException.internal(
            "C360-LAKE-021",
            file
                + ": unknown parameter ${"
                + parameter.group(1)
                + "}; there are as_of, currency"
                + " and zone.",
            null);
      }
    }
    return new SqlModel(name, file, grain, meaning, text, references(text));
  }

  private static String header(Pattern pattern, String what, String file, String text) {
    Matcher line = pattern.matcher(text);
    if (!line.find()) {
      throw WorkbenchException.internal(
          "C360-LAKE-020", file + ": the header line '-- " + what + ": ...' is missing.", null);
    }
    return line.group(1).strip();
  }

  /// Every `schema.table` named where a table may stand. A schema is one of the lake's four; an
  /// alias of that name would be confusing to people too, and the models have none.
  static Set<String> references(String sql) {
    List<SqlTokens.Token> tokens = SqlTokens.of(sql);
    Set<String> found = new TreeSet<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean afterDot = i > 0 && tokens.get(i - 1).isSymbol(".");
      if (!afterDot
          && tokens.get(i).isName()
          && SCHEMAS.contains(tokens.get(i).folded())
          && tokens.get(i + 1).isSymbol(".")
          && tokens.get(i + 2).isName()) {
        found.add(tokens.get(i).folded() + "." + tokens.get(i + 2).folded());
      }
    }
    return Set.copyOf(found);
  }

  /// Whether the file asks for a view (`-- stored: view`): for a table that is as quickly computed
  /// as read and has few readers.
  boolean view() {
    return STORED.matcher(text).find();
  }

  boolean uses(String parameter) {
    return text.contains("${" + parameter + "}");
  }

  /// The select with its parameters filled in.
  String select(Instant asOf, WorkspaceSettings settings) {
    return text.replace("${as_of}", timestamp(asOf))
        .replace("${currency}", Sql.literal(settings.currency()))
        .replace("${zone}", Sql.literal(settings.zone()));
  }

  static String timestamp(Instant at) {
    return "TIMESTAMP '" + TIMESTAMP.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC)) + "'";
  }

  Layer layer() {
    return Layer.valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT));
  }
}
