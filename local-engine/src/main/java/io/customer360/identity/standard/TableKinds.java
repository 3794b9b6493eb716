package io.customer360.identity.standard;

import io.customer360.identity.record.TextColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the columns of one table hold, where a column alone cannot tell: that the records are of
/// persons at all, which of two surnames is the surname, and that `name2` is a surname where
/// `name1` holds first names.
final class TableKinds {
  /// A second name that is filled in fewer rows than this share of the first one's is no person's
  /// main name.
  private static final double MAIN = 0.5;

  private TableKinds() {}

  /// By column its kind, in the order of the columns.
  static Map<TextColumn, ColumnKind> of(Map<TextColumn, ColumnFacts> facts) {
    boolean people = facts.entrySet().stream().anyMatch(e -> ofPerson(e.getKey(), e.getValue()));
    Map<TextColumn, ColumnKind> kinds = new LinkedHashMap<>();
    facts.forEach(
        (column, fact) -> kinds.put(column, KindFinder.find(column.name(), fact, people)));
    surnameBeside(kinds);
    oneMain(kinds, ColumnKind.GIVEN_NAME);
    oneMain(kinds, ColumnKind.SURNAME);
    return kinds;
  }

  private static boolean ofPerson(TextColumn column, ColumnFacts facts) {
    ColumnKind kind = KindFinder.find(column.name(), facts, false);
    return kind == ColumnKind.GIVEN_NAME
        || kind == ColumnKind.SURNAME
        || KindFinder.ofBirth(column.name())
        || KindFinder.words(column.name()).stream()
            .anyMatch(List.of("gender", "sex", "age")::contains);
  }

  /// A column of words that is named like the first names but for a number holds surnames.
  private static void surnameBeside(Map<TextColumn, ColumnKind> kinds) {
    TextColumn given = first(kinds, ColumnKind.GIVEN_NAME);
    if (given == null || kinds.containsValue(ColumnKind.SURNAME)) {
      return;
    }
    String stem = withoutNumbers(given.name());
    if (stem.equals(given.name())) {
      return;
    }
    for (Map.Entry<TextColumn, ColumnKind> column : kinds.entrySet()) {
      if (column.getValue() == ColumnKind.WORD
          && withoutNumbers(column.getKey().name()).equals(stem)) {
        column.setValue(ColumnKind.SURNAME);
        return;
      }
    }
  }

  private static String withoutNumbers(String name) {
    return name.replaceAll("\\d", "");
  }

  private static @Nullable TextColumn first(Map<TextColumn, ColumnKind> kinds, ColumnKind kind) {
    for (Map.Entry<TextColumn, ColumnKind> column : kinds.entrySet()) {
      if (column.getValue() == kind) {
        return column.getKey();
      }
    }
    return null;
  }

  /// Of several first names or surnames those that most records lack are further names.
  private static void oneMain(Map<TextColumn, ColumnKind> kinds, ColumnKind kind) {
    int most = 0;
    for (Map.Entry<TextColumn, ColumnKind> column : kinds.entrySet()) {
      if (column.getValue() == kind) {
        most = Math.max(most, column.getKey().filled());
      }
    }
    double least = MAIN * most;
    kinds.replaceAll(
        (column, found) ->
            found == kind && column.filled() < least ? ColumnKind.FURTHER_NAME : found);
  }
}
