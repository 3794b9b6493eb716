package io.customer360.identity.standard;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A full name in one file beside a first name and a surname in the other: the full name is split,
/// so that names are compared with names. A column is a full name by its kind, or by the other
/// file's people that it names.
final class SplitNames {
  /// The share of a column's values that must be names of people of the other file where nothing
  /// else says that it holds full names.
  private static final double LEAST = 0.2;

  private final RecordTable records;
  private final TextColumn full;
  private final TextColumn given;
  private final TextColumn surname;
  private final double shared;
  private final Set<String> surnames;

  private SplitNames(
      RecordTable records,
      TextColumn full,
      TextColumn given,
      TextColumn surname,
      double shared,
      Set<String> surnames) {
    this.records = records;
    this.full = full;
    this.given = given;
    this.surname = surname;
    this.shared = shared;
    this.surnames = surnames;
  }

  /// @param sides columns that stand in one file only
  /// @return null where there is no such full name
  static @Nullable SplitNames of(RecordTable records, Collection<ColumnPairs.Side> sides) {
    for (int source = 0; source < 2; source++) {
      ColumnPairs.Side given = one(sides, source, ColumnKind.GIVEN_NAME);
      ColumnPairs.Side surname = one(sides, source, ColumnKind.SURNAME);
      boolean apart =
          one(sides, 1 - source, ColumnKind.GIVEN_NAME) == null
              || one(sides, 1 - source, ColumnKind.SURNAME) == null;
      if (given != null && surname != null && apart) {
        Set<String> people = people(records, given.column(), surname.column());
        SplitNames best = null;
        for (ColumnPairs.Side side : sides) {
          if (side.source() != source && holdsText(side.kind())) {
            double shared = shared(side.column(), people);
            boolean names = side.kind() == ColumnKind.FULL_NAME || shared >= LEAST;
            if (names && (best == null || shared > best.shared)) {
              best =
                  new SplitNames(
                      records,
                      side.column(),
                      given.column(),
                      surname.column(),
                      shared,
                      surname.values());
            }
          }
        }
        if (best != null) {
          return best;
        }
      }
    }
    return null;
  }

  private static boolean holdsText(ColumnKind kind) {
    return switch (kind) {
      case FULL_NAME, GIVEN_NAME, SURNAME, FURTHER_NAME, WORD, TEXT, PLACE -> true;
      case DATE, EMAIL, PHONE, POSTCODE, ADDRESS, HOUSE_NUMBER, CATEGORY, IDENTIFIER, NUMBER ->
          false;
    };
  }

  private static ColumnPairs.@Nullable Side one(
      Collection<ColumnPairs.Side> sides, int source, ColumnKind kind) {
    return sides.stream()
        .filter(side -> side.source() == source && side.kind() == kind)
        .findFirst()
        .orElse(null);
  }

  /// The names of everybody who has both, folded, the first name first.
  private static Set<String> people(RecordTable records, TextColumn given, TextColumn surname) {
    Set<String> people = new HashSet<>();
    for (int row = 0; row < records.size(); row++) {
      String first = given.value(row);
      String last = surname.value(row);
      if (first != null && last != null) {
        people.add(Folding.fold(first) + " " + Folding.fold(last));
      }
    }
    return people;
  }

  private static double shared(TextColumn column, Set<String> people) {
    int found = 0;
    for (int code = 0; code < column.distinct(); code++) {
      FullNames.Parts parts = FullNames.split(column.valueOf(code));
      boolean known =
          people.contains(Folding.fold(column.valueOf(code)))
              || people.contains(parts.first() + " " + parts.last());
      found += known ? 1 : 0;
    }
    return column.distinct() == 0 ? 0 : (double) found / column.distinct();
  }

  String full() {
    return full.name();
  }

  /// The names of the first name and of the surname.
  List<String> parts() {
    return List.of(given.name(), surname.name());
  }

  /// The columns that are no longer what they were.
  Set<TextColumn> taken() {
    return Set.of(full, given, surname);
  }

  /// What stands in place of a column; empty for the full name itself.
  Optional<TextColumn> inPlaceOf(TextColumn column) {
    return column == given
        ? Optional.of(filled(given, false))
        : column == surname ? Optional.of(filled(surname, true)) : Optional.empty();
  }

  private TextColumn filled(TextColumn own, boolean last) {
    String[] part = new String[full.distinct()];
    for (int code = 0; code < part.length; code++) {
      FullNames.Parts parts = FullNames.split(full.valueOf(code), surnames);
      part[code] = last ? parts.last() : parts.first();
    }
    return Recoding.ofRows(
        own.name(), own.size(), row -> full.code(row) < 0 ? own.value(row) : part[full.code(row)]);
  }

  String remark() {
    boolean fullFirst = full.filled(0, records.firstSource()) > 0 == (records.sourceOfFile(0) == 0);
    return String.format(
        Locale.ROOT,
        "Column %s of the %s file is split into first name and surname and compared with %s and %s"
            + " of the %s: %d %% of its names occur there.",
        full.name(),
        fullFirst ? "first" : "second",
        given.name(),
        surname.name(),
        fullFirst ? "second" : "first",
        Math.round(100 * shared));
  }
}
