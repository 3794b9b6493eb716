package io.customer360.studio.matrix;

import io.customer360.fault.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which columns of a table become features, and which one names the rows.
///
/// @param features at least one, in the order asked for, else in the table's order
/// @param id the column that names the rows, if there is one
/// @param named whether the features were asked for by name
record ColumnChoice(
    List<String> features, @Nullable String id, List<LoadedMatrix.LeftOut> leftOut, boolean named) {
  private static final Pattern ID =
      Pattern.compile(
          "(?:.*[a-z0-9])?(?:ID|Id)|(?i:(?:.*[ _.-])?(?:id|uuid|guid|key)"
              + "|row|row[ _]?number|index|unnamed: 0|customer|e-?mail)");
  private static final Set<String> NUMERIC =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE",
          "BOOLEAN");

  /// A column as the database describes it.
  record Described(String name, String type) {
    boolean numeric() {
      return NUMERIC.contains(type) || type.startsWith("DECIMAL");
    }
  }

  /// Whether a name is one that ids go by: `id`, `customer_id`, `CustomerID`, `key`, `email`.
  static boolean looksLikeId(String name) {
    return ID.matcher(name.strip()).matches();
  }

  /// @param source the table in words, for messages
  /// @param wanted the features asked for; none means every numeric column that is no id
  /// @param wantedId the id column asked for
  /// @param textExample tells an example of what a text column holds
  static ColumnChoice of(
      String source,
      List<Described> table,
      List<String> wanted,
      @Nullable String wantedId,
      java.util.function.UnaryOperator<String> textExample) {
    String id = wantedId == null ? null : find(source, table, wantedId).name();
    List<LoadedMatrix.LeftOut> leftOut = new ArrayList<>();
    List<String> features = new ArrayList<>();
    if (!wanted.isEmpty()) {
      Set<String> seen = new LinkedHashSet<>();
      for (String name : wanted) {
        Described column = find(source, table, name);
        if (!column.numeric()) {
          throw WorkbenchException.user(
              "C360-CLU-004",
              "Column "
                  + column.name()
                  + " of "
                  + source
                  + " holds text"
                  + textExample.apply(column.name())
                  + ", not numbers; leave it out of --columns.");
        }
        if (column.name().equals(id)) {
          throw WorkbenchException.user(
              "C360-CLU-005",
              "Column " + id + " of " + source + " names the rows and cannot be a feature too.");
        }
        if (seen.add(column.name())) {
          features.add(column.name());
        }
      }
      for (Described column : table) {
        if (id == null && !seen.contains(column.name()) && looksLikeId(column.name())) {
          id = column.name();
        }
      }
      return new ColumnChoice(features, id, leftOut, true);
    }
    for (Described column : table) {
      if (column.name().equals(id)) {
        continue;
      }
      if (looksLikeId(column.name())) {
        if (id == null) {
          id = column.name();
        } else {
          leftOut.add(new LoadedMatrix.LeftOut(column.name(), "names something"));
        }
      } else if (column.numeric()) {
        features.add(column.name());
      } else {
        leftOut.add(new LoadedMatrix.LeftOut(column.name(), kind(column.type()) + ", not numbers"));
      }
    }
    if (features.isEmpty()) {
      throw WorkbenchException.data(
          "C360-CLU-006",
          source + " has no numeric column to cluster by. Its columns: " + names(table) + ".");
    }
    return new ColumnChoice(features, id, leftOut, false);
  }

  private static String kind(String type) {
    return switch (type) {
      case "DATE", "TIMESTAMP", "TIME", "TIMESTAMP WITH TIME ZONE" -> "dates or times";
      case "VARCHAR" -> "text";
      default -> type.toLowerCase(Locale.ROOT);
    };
  }

  private static Described find(String source, List<Described> table, String name) {
    for (Described column : table) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    for (Described column : table) {
      if (column.name().equalsIgnoreCase(name.strip())) {
        return column;
      }
    }
    throw WorkbenchException.user(
        "C360-CLU-003", source + " has no column " + name + ". Its columns: " + names(table) + ".");
  }

  private static String names(List<Described> table) {
    List<String> names = table.stream().map(Described::name).toList();
    return names.size() <= 40
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 40)) + " and " + (names.size() - 40) + " more";
  }
}
