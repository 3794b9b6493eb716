package io.customer360.identity.standard;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides what each column holds and brings its values into one form. Columns that cannot help to
/// compare two records are left out, and that is said.
public final class Standardizer {
  private static final double COVERED = 0.6;

  private final Nicknames nicknames;

  public Standardizer(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /// @param chosen the columns to use, empty for all that make sense
  public StandardTable standardize(RecordTable records, List<String> chosen) {
    List<String> remarks = new ArrayList<>();
    Map<TextColumn, ColumnFacts> facts = new LinkedHashMap<>();
    for (TextColumn column : records.columns()) {
      if (!chosen.isEmpty() && !chosen.contains(column.name())) {
        continue;
      }
      ColumnFacts fact = ColumnFacts.of(column, nicknames);
      String reason = unusable(column.name(), fact, chosen.isEmpty());
      if (reason == null) {
        facts.put(column, fact);
      } else {
        remarks.add("Column " + column.name() + " is not compared: " + reason + ".");
      }
    }
    boolean people = facts.entrySet().stream().anyMatch(e -> ofPerson(e.getKey(), e.getValue()));
    List<StandardColumn> columns = new ArrayList<>();
    facts.forEach(
        (column, fact) ->
            columns.add(standard(column, KindFinder.find(column.name(), fact, people), remarks)));
    List<StandardColumn> split = names(columns, records, remarks);
    return new StandardTable(records, Overshared.without(split, remarks), remarks);
  }

  private static @Nullable String unusable(String name, ColumnFacts facts, boolean guess) {
    if (facts.filled() == 0) {
      return "it holds no value";
    }
    if (facts.distinct() == 1) {
      return "it holds one value only";
    }
    if (guess && KindFinder.namedLikeTruth(name)) {
      return "its name says that it holds the answer (name it in --columns to use it)";
    }
    if (KindFinder.rowKey(name, facts)) {
      return "no two records share a value, so it is a row's own key";
    }
    return null;
  }

  private static boolean ofPerson(TextColumn column, ColumnFacts facts) {
    ColumnKind kind = KindFinder.find(column.name(), facts, false);
    return kind == ColumnKind.GIVEN_NAME
        || kind == ColumnKind.SURNAME
        || KindFinder.words(column.name()).stream()
            .anyMatch(List.of("dob", "birth", "gender", "sex", "born", "age")::contains);
  }

  private static StandardColumn standard(TextColumn column, ColumnKind kind, List<String> remarks) {
    List<String> values = new ArrayList<>(column.distinct());
    for (int code = 0; code < column.distinct(); code++) {
      values.add(column.valueOf(code));
    }
    ValueReader reader = ValueReader.of(kind, values);
    TextColumn text = recode(column.name(), column, reader::read);
    int lost = column.filled() - text.filled();
    if (lost > 0) {
      remarks.add(
          lost
              + " values of "
              + column.name()
              + " are fillings for an unknown "
              + kind.words()
              + " and count as missing.");
    }
    return new StandardColumn(column.name(), kind, column.name(), text);
  }

  /// A full name beside a first name and a surname says nothing twice; alone it is split.
  private static List<StandardColumn> names(
      List<StandardColumn> columns, RecordTable records, List<String> remarks) {
    List<StandardColumn> kept = new ArrayList<>();
    boolean split = false;
    StandardColumn given = firstOf(columns, ColumnKind.GIVEN_NAME);
    StandardColumn last = firstOf(columns, ColumnKind.SURNAME);
    for (StandardColumn column : columns) {
      if (column.kind() != ColumnKind.FULL_NAME) {
        kept.add(column);
        continue;
      }
      if (given != null && last != null) {
        if (covered(column.text(), given.text(), last.text()) >= COVERED) {
          remarks.add(
              "Column "
                  + column.name()
                  + " is not compared: "
                  + given.name()
                  + " and "
                  + last.name()
                  + " hold the same words.");
          continue;
        }
      } else if (!split) {
        split = true;
        TextColumn raw = records.column(column.origin()).orElseThrow();
        kept.add(
            part(column, raw, "first", ColumnKind.GIVEN_NAME, n -> FullNames.split(n).first()));
        kept.add(part(column, raw, "last", ColumnKind.SURNAME, n -> FullNames.split(n).last()));
        continue;
      }
      kept.add(new StandardColumn(column.name(), ColumnKind.TEXT, column.origin(), column.text()));
    }
    return kept;
  }

  private static StandardColumn part(
      StandardColumn of, TextColumn raw, String part, ColumnKind kind, Function<String, String> f) {
    String name = of.name() + " (" + part + ")";
    TextColumn text =
        recode(
            name,
            raw,
            value -> {
              String word = f.apply(value);
              return word.isEmpty() ? null : word;
            });
    return new StandardColumn(name, kind, of.origin(), text);
  }

  private static @Nullable StandardColumn firstOf(List<StandardColumn> columns, ColumnKind kind) {
    return columns.stream().filter(column -> column.kind() == kind).findFirst().orElse(null);
  }

  /// Share of rows whose first name and surname are both words of the full name.
  private static double covered(TextColumn full, TextColumn given, TextColumn last) {
    int seen = 0;
    int within = 0;
    int step = Math.max(1, full.size() / 20_000);
    for (int row = 0; row < full.size(); row += step) {
      String whole = full.value(row);
      String first = given.value(row);
      String family = last.value(row);
      if (whole != null && first != null && family != null) {
        seen++;
        String padded = " " + whole + " ";
        within += padded.contains(" " + first + " ") && padded.contains(" " + family + " ") ? 1 : 0;
      }
    }
    return seen == 0 ? 0 : (double) within / seen;
  }

  private static TextColumn recode(
      String name, TextColumn column, Function<String, @Nullable String> reader) {
    Map<String, Integer> dictionary = new HashMap<>();
    List<String> values = new ArrayList<>();
    int[] map = new int[column.distinct()];
    for (int code = 0; code < map.length; code++) {
      String value = reader.apply(column.valueOf(code));
      if (value == null || value.isEmpty()) {
        map[code] = TextColumn.MISSING;
        continue;
      }
      Integer known = dictionary.putIfAbsent(value, values.size());
      if (known == null) {
        map[code] = values.size();
        values.add(value);
      } else {
        map[code] = known;
      }
    }
    int[] codes = new int[column.size()];
    Arrays.setAll(
        codes,
        row -> {
          int code = column.code(row);
          return code < 0 ? TextColumn.MISSING : map[code];
        });
    return new TextColumn(name, codes, values.toArray(String[]::new));
  }
}
