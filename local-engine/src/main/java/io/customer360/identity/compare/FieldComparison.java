package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import io.customer360.identity.record.TextHash;
import io.customer360.identity.standard.ColumnKind;
import io.customer360.identity.standard.KeptColumn;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.StandardColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;

/// One column's comparison. Immutable.
public final class FieldComparison {
  /// The level of a pair in which a value is missing.
  public static final int MISSING = 0;

  /// The level of equal values.
  public static final int SAME = 1;

  private static final Level SWAPPED =
      new Level("first name and surname swapped", 0.02, 0.0000001, 0, false);

  private final StandardColumn column;
  private final ValueComparison values;
  private final List<Level> levels;
  private final TextColumn text;
  private final boolean remembered;

  private FieldComparison(StandardColumn column, ValueComparison values, boolean swaps) {
    this.column = column;
    this.values = values;
    List<Level> all = new ArrayList<>(values.levels());
    if (swaps) {
      all.add(SWAPPED);
    }
    levels = List.copyOf(all);
    text = column.text();
    remembered = values.isCostly();
  }

  /// The comparison that suits a column.
  ///
  /// @param swaps whether a level for swapped names is wanted
  static FieldComparison of(StandardColumn column, Nicknames nicknames, boolean swaps) {
    ValueComparison comparison =
        switch (column.kind()) {
          case GIVEN_NAME, FURTHER_NAME -> new NameComparison(column.text(), nicknames);
          case SURNAME, WORD -> new NameComparison(column.text(), null);
          case DATE -> new DateComparison(column.text());
          case EMAIL -> new EmailComparison(column.text());
          case NUMBER -> new NumberComparison(column.text());
          case PHONE, POSTCODE, HOUSE_NUMBER, CATEGORY, IDENTIFIER ->
              new CodeComparison(column.text(), column.kind());
          case FULL_NAME, ADDRESS, PLACE, TEXT -> new TextComparison(column.text());
        };
    return new FieldComparison(column, comparison, swaps);
  }

  /// The comparison of a column whose frequencies are known from other records.
  ///
  /// @param at the comparison's place
  static FieldComparison of(
      StandardColumn column,
      Nicknames nicknames,
      boolean swaps,
      int at,
      KeptColumn kept,
      TermCounts counts) {
    return isText(column.kind())
        ? new FieldComparison(
            column,
            new TextComparison(
                column.text(), kept.distinct(), word -> counts.texts(at, TextHash.of(word))),
            swaps)
        : of(column, nicknames, swaps);
  }

  private static boolean isText(ColumnKind kind) {
    return switch (kind) {
      case FULL_NAME, ADDRESS, PLACE, TEXT -> true;
      default -> false;
    };
  }

  /// Whether all that the comparison depends on, beside the two values, can be kept: not where
  /// "near" is measured by the spread of the column.
  public boolean canBeKept() {
    return column.kind() != ColumnKind.NUMBER && column.name().equals(column.origin());
  }

  /// By word of a text, how many distinct values of the column hold it; nothing for other columns.
  public void eachWord(ObjIntConsumer<String> sink) {
    if (values instanceof TextComparison text) {
      text.eachWord(sink);
    }
  }

  public String name() {
    return column.name();
  }

  public ColumnKind kind() {
    return column.kind();
  }

  /// Whether the column's name speaks of the time of a birth, or of a part of it.
  public boolean isBirth() {
    return column.isBirth();
  }

  /// Whether the column's name speaks of sex.
  public boolean isSex() {
    String name = column.name().toLowerCase(Locale.ROOT);
    return name.contains("sex") || name.contains("gender");
  }

  public StandardColumn column() {
    return column;
  }

  /// Level number `k` is `levels().get(k - 1)`.
  public List<Level> levels() {
    return levels;
  }

  /// The number of the last ordered level: the values differ.
  public int different() {
    return values.levels().size();
  }

  /// The number of the level "swapped", or -1.
  int swapped() {
    return levels.size() > values.levels().size() ? levels.size() : -1;
  }

  /// The code of a row's standard value, negative where it is missing.
  public int code(int row) {
    return text.code(row);
  }

  /// The level of two codes, negative where a value is missing.
  int level(int a, int b, LevelCache cache) {
    if (a < 0 || b < 0) {
      return MISSING;
    }
    if (a == b) {
      return SAME;
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    if (!remembered) {
      return values.level(low, high);
    }
    int known = cache.get(low, high);
    if (known == 0) {
      known = values.level(low, high);
      cache.put(low, high, known);
    }
    return known;
  }

  boolean isRemembered() {
    return remembered;
  }
}
