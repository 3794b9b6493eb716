package io.customer360.identity.standard;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two files name the same thing differently: columns that stand in one of them only are paired by
/// what they hold, by the values they share and by their names, and become one column. A full name
/// in one of them is split where the other has a first name and a surname.
public final class ColumnPairs {
  /// Kinds that say what a column is; two columns of one of them are hardly two things.
  private static final Set<ColumnKind> TELLING =
      EnumSet.of(
          ColumnKind.GIVEN_NAME,
          ColumnKind.SURNAME,
          ColumnKind.FULL_NAME,
          ColumnKind.DATE,
          ColumnKind.EMAIL,
          ColumnKind.PHONE,
          ColumnKind.POSTCODE,
          ColumnKind.ADDRESS,
          ColumnKind.HOUSE_NUMBER);

  private static final Set<ColumnKind> TEXTS =
      EnumSet.of(
          ColumnKind.GIVEN_NAME,
          ColumnKind.SURNAME,
          ColumnKind.FULL_NAME,
          ColumnKind.FURTHER_NAME,
          ColumnKind.PLACE,
          ColumnKind.ADDRESS,
          ColumnKind.CATEGORY,
          ColumnKind.WORD,
          ColumnKind.TEXT);

  private static final Set<ColumnKind> CODES =
      EnumSet.of(
          ColumnKind.PHONE,
          ColumnKind.POSTCODE,
          ColumnKind.HOUSE_NUMBER,
          ColumnKind.CATEGORY,
          ColumnKind.IDENTIFIER,
          ColumnKind.NUMBER);

  /// Digits of a phone number that tell two apart and stand behind every country's prefix.
  private static final int NATIONAL_DIGITS = 7;

  private static final double SAME_KIND = 0.5;
  private static final double SAME_WORD = 0.3;

  /// What makes a pair: half of the values shared, or one telling kind, or a word and a fifth.
  private static final double LEAST = 0.5;

  private final RecordTable records;
  private final Map<TextColumn, Side> sides = new LinkedHashMap<>();

  private ColumnPairs(RecordTable records) {
    this.records = records;
  }

  /// A column that only one file has.
  ///
  /// @param source of the file that has it
  record Side(TextColumn column, ColumnKind kind, int source, Set<String> values) {}

  private record Pair(Side left, Side right, double shared, double score) {}

  /// The same records, each pair of columns as one under the first file's name.
  public static RecordTable join(RecordTable records, Nicknames nicknames) {
    return records.sourceCount() < 2 ? records : new ColumnPairs(records).joined(nicknames);
  }

  private RecordTable joined(Nicknames nicknames) {
    int first = records.firstSource();
    sides(nicknames, 0, first);
    sides(nicknames, first, records.size());
    Map<TextColumn, Pair> partners = new LinkedHashMap<>();
    Set<TextColumn> taken = new HashSet<>();
    List<String> remarks = new ArrayList<>(records.remarks());
    Map<String, List<String>> former = new HashMap<>();
    SplitNames names = SplitNames.of(records, sides.values());
    if (names != null) {
      taken.addAll(names.taken());
      remarks.add(names.remark());
      former.put(names.full(), names.parts());
    }
    for (Pair pair : pairs()) {
      TextColumn left = pair.left().column();
      TextColumn right = pair.right().column();
      if (!taken.contains(left) && !taken.contains(right)) {
        taken.add(left);
        taken.add(right);
        partners.put(left, pair);
        former.put(right.name(), List.of(left.name()));
        boolean turned = records.sourceOfFile(0) == 1;
        remarks.add(
            String.format(
                Locale.ROOT,
                "Column %s of the first file is compared with %s of the second: %s.",
                (turned ? right : left).name(),
                (turned ? left : right).name(),
                reason(pair)));
      }
    }
    List<TextColumn> columns = new ArrayList<>();
    for (TextColumn column : records.columns()) {
      Pair pair = partners.get(column);
      if (pair != null) {
        columns.add(one(column, pair.right().column()));
      } else if (names != null && taken.contains(column)) {
        names.inPlaceOf(column).ifPresent(columns::add);
      } else if (!taken.contains(column)) {
        columns.add(column);
      }
    }
    return records.with(columns, remarks, former);
  }

  private static String reason(Pair pair) {
    String shared = Math.round(100 * pair.shared()) + " % of their values occur in both";
    ColumnKind kind = pair.left().kind();
    return kind == pair.right().kind() && TELLING.contains(kind)
        ? "both hold " + kind.plural() + ", " + shared
        : shared;
  }

  private static TextColumn one(TextColumn left, TextColumn right) {
    return Recoding.ofRows(
        left.name(),
        left.size(),
        row -> {
          String value = left.value(row);
          return value == null ? right.value(row) : value;
        });
  }

  /// The columns with values in these rows and in no others.
  private void sides(Nicknames nicknames, int from, int to) {
    Map<TextColumn, ColumnFacts> facts = new LinkedHashMap<>();
    Set<TextColumn> lone = new HashSet<>();
    Set<TextColumn> keys = new HashSet<>();
    for (TextColumn column : records.columns()) {
      int within = column.filled(from, to);
      if (within == 0) {
        continue;
      }
      ColumnFacts fact = ColumnFacts.of(column, nicknames);
      facts.put(column, fact);
      if (within == column.filled()) {
        lone.add(column);
      }
      if (KindFinder.rowKey(column.name(), fact)) {
        keys.add(column);
      }
    }
    TableKinds.of(facts)
        .forEach(
            (column, kind) -> {
              // Phone numbers of people who stand in a file once are all different, and no key.
              boolean key = keys.contains(column) && !TELLING.contains(kind);
              if (lone.contains(column) && !key) {
                int source = from == 0 ? 0 : 1;
                sides.put(column, new Side(column, kind, source, values(column, kind)));
              }
            });
  }

  private static Set<String> values(TextColumn column, ColumnKind kind) {
    List<String> raw = new ArrayList<>(column.distinct());
    for (int code = 0; code < column.distinct(); code++) {
      raw.add(column.valueOf(code));
    }
    ValueReader reader =
        kind == ColumnKind.PHONE ? ColumnPairs::nationalPart : ValueReader.of(kind, raw);
    Set<String> values = new HashSet<>();
    for (String value : raw) {
      String read = reader.read(value);
      if (read != null) {
        values.add(read);
      }
    }
    return values;
  }

  /// The last digits of a phone number, the same with a country's prefix as without one.
  private static @Nullable String nationalPart(String written) {
    String digits = Folding.digits(written);
    return digits.length() < NATIONAL_DIGITS
        ? null
        : digits.substring(digits.length() - NATIONAL_DIGITS);
  }

  /// The best first.
  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Side left : sides.values()) {
      for (Side right : sides.values()) {
        if (left.source() == 0 && right.source() == 1) {
          Pair pair = pair(left, right);
          if (pair != null) {
            pairs.add(pair);
          }
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    return pairs;
  }

  private static @Nullable Pair pair(Side left, Side right) {
    boolean same = left.kind() == right.kind();
    boolean texts = TEXTS.contains(left.kind()) && TEXTS.contains(right.kind());
    boolean codes = CODES.contains(left.kind()) && CODES.contains(right.kind());
    if (!same && !texts && !codes) {
      return null;
    }
    double shared = Math.min(within(left, right), within(right, left));
    List<String> words = KindFinder.words(left.column().name());
    List<String> others = KindFinder.words(right.column().name());
    boolean named =
        String.join("", words).equals(String.join("", others))
            || words.stream().anyMatch(others::contains);
    double score =
        shared + (same && TELLING.contains(left.kind()) ? SAME_KIND : 0) + (named ? SAME_WORD : 0);
    return score < LEAST ? null : new Pair(left, right, shared, score);
  }

  /// Share of one column's distinct values that the other has.
  private static double within(Side of, Side other) {
    int found = 0;
    for (String value : of.values()) {
      found += other.values().contains(value) ? 1 : 0;
    }
    return of.values().isEmpty() ? 0 : (double) found / of.values().size();
  }
}
