package io.customer360.identity.standard;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Brings the names of people into a first name, a surname and what else a full name holds. A full
/// name alone is parted; beside a first name and a surname only its other words are kept, so that
/// nothing counts twice. A title that stands for a first name is none. Where a record has one name
/// only, it is put where most records that have both carry it.
final class PersonNames {
  private static final double COVERED = 0.6;

  /// Least share of the full names that must hold other words for them to be compared.
  private static final double OTHERS = 0.1;

  private final RecordTable records;
  private final List<String> remarks;

  PersonNames(RecordTable records, List<String> remarks) {
    this.records = records;
    this.remarks = remarks;
  }

  /// The same columns with their names in order.
  List<StandardColumn> arrange(List<StandardColumn> columns) {
    List<StandardColumn> kept = new ArrayList<>(columns);
    int given = indexOf(kept, ColumnKind.GIVEN_NAME);
    int surname = indexOf(kept, ColumnKind.SURNAME);
    int fullest = fullest(kept);
    if (fullest >= 0 && (given < 0 || surname < 0)) {
      kept = parted(kept, fullest);
    } else if (fullest >= 0) {
      kept = beside(kept, fullest, kept.get(given), kept.get(surname));
    }
    given = indexOf(kept, ColumnKind.GIVEN_NAME);
    surname = indexOf(kept, ColumnKind.SURNAME);
    if (given >= 0 && surname >= 0) {
      placeLoneNames(kept, given, surname);
    }
    return kept;
  }

  private static int indexOf(List<StandardColumn> columns, ColumnKind kind) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  /// The full name of most letters, or -1.
  private static int fullest(List<StandardColumn> columns) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.FULL_NAME) {
        TextColumn text = columns.get(i).text();
        double letters = 0;
        for (int row = 0; row < text.size(); row += Math.max(1, text.size() / 20_000)) {
          String name = text.value(row);
          letters += name == null ? 0 : name.length();
        }
        if (best < 0 || letters > most) {
          best = i;
          most = letters;
        }
      }
    }
    return best;
  }

  private static StandardColumn asText(StandardColumn column) {
    return column.kind() == ColumnKind.FULL_NAME
        ? new StandardColumn(column.name(), ColumnKind.TEXT, column.origin(), column.text())
        : column;
  }

  private List<StandardColumn> parted(List<StandardColumn> columns, int fullest) {
    List<StandardColumn> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      StandardColumn column = columns.get(i);
      if (i != fullest) {
        kept.add(asText(column));
        continue;
      }
      TextColumn raw = records.column(column.origin()).orElseThrow();
      FullNames.Parts[] parts = new FullNames.Parts[raw.distinct()];
      Arrays.setAll(parts, code -> FullNames.split(raw.valueOf(code)));
      kept.add(part(column, raw, "first", ColumnKind.GIVEN_NAME, code -> parts[code].first()));
      kept.add(part(column, raw, "last", ColumnKind.SURNAME, code -> parts[code].last()));
      StandardColumn others =
          part(
              column,
              raw,
              "other words",
              ColumnKind.TEXT,
              code -> without(raw.valueOf(code), parts[code].first(), parts[code].last()));
      if (others.text().filled() >= OTHERS * column.text().filled()
          && others.text().distinct() > 1) {
        kept.add(others);
      }
    }
    return kept;
  }

  private static StandardColumn part(
      StandardColumn of, TextColumn raw, String part, ColumnKind kind, IntFunction<String> value) {
    String name = of.name() + " (" + part + ")";
    TextColumn text = Recoding.ofCodes(name, raw, code -> value.apply(code));
    return new StandardColumn(name, kind, of.origin(), text);
  }

  private List<StandardColumn> beside(
      List<StandardColumn> columns, int fullest, StandardColumn given, StandardColumn surname) {
    List<StandardColumn> kept = new ArrayList<>();
    TextColumn full = columns.get(fullest).text();
    StandardColumn mended = withoutTitles(given, columns.get(fullest));
    for (int i = 0; i < columns.size(); i++) {
      StandardColumn column = columns.get(i);
      if (column == given) {
        kept.add(mended);
      } else if (column.kind() != ColumnKind.FULL_NAME) {
        kept.add(column);
      } else if (covered(column.text(), given.text(), surname.text()) < COVERED) {
        kept.add(asText(column));
      } else {
        String name = column.name() + " (other words)";
        TextColumn others =
            i != fullest
                ? new TextColumn(name, new int[full.size()], new String[] {""})
                : Recoding.ofRows(
                    name,
                    full.size(),
                    row ->
                        without(
                            full.value(row), mended.text().value(row), surname.text().value(row)));
        if (others.distinct() > 1 && others.filled() >= OTHERS * full.filled()) {
          kept.add(new StandardColumn(name, ColumnKind.TEXT, column.origin(), others));
        } else {
          remarks.add(
              "Column "
                  + column.name()
                  + " is not compared: "
                  + given.name()
                  + " and "
                  + surname.name()
                  + " hold the same words.");
        }
      }
    }
    return kept;
  }

  /// The words of a name, each once, that are neither its first name nor its surname; null when
  /// there are none.
  private static @Nullable String without(
      @Nullable String name, @Nullable String first, @Nullable String last) {
    if (name == null) {
      return null;
    }
    Set<String> seen = new HashSet<>();
    for (String known : new @Nullable String[] {first, last}) {
      if (known != null) {
        seen.addAll(List.of(known.split(" ", -1)));
      }
    }
    StringBuilder rest = new StringBuilder();
    for (String word : Folding.fold(name).split(" ", -1)) {
      if (!word.isEmpty() && seen.add(word)) {
        rest.append(rest.isEmpty() ? "" : " ").append(word);
      }
    }
    return rest.isEmpty() ? null : rest.toString();
  }

  /// First names with titles taken for what they are; the full name tells the first name then.
  private StandardColumn withoutTitles(StandardColumn given, StandardColumn full) {
    TextColumn text = given.text();
    TextColumn raw = records.column(full.origin()).orElseThrow();
    BitSet titles = titles(text);
    if (titles.isEmpty()) {
      return given;
    }
    TextColumn mended =
        Recoding.ofRows(
            given.name(),
            text.size(),
            row -> {
              int code = text.code(row);
              if (code < 0 || !titles.get(code)) {
                return text.value(row);
              }
              String whole = raw.value(row);
              return whole == null ? null : FullNames.split(whole).first();
            });
    return new StandardColumn(given.name(), given.kind(), given.origin(), mended);
  }

  private static BitSet titles(TextColumn text) {
    BitSet titles = new BitSet();
    for (int code = 0; code < text.distinct(); code++) {
      titles.set(code, FullNames.isTitle(text.valueOf(code)));
    }
    return titles;
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

  /// Moves the only name of a record to the other column when records with both names carry it, or
  /// what sounds like it, there more often.
  private static void placeLoneNames(List<StandardColumn> columns, int given, int surname) {
    TextColumn firsts = columns.get(given).text();
    TextColumn lasts = columns.get(surname).text();
    boolean lone = false;
    for (int row = 0; row < firsts.size() && !lone; row++) {
      lone = (firsts.code(row) < 0) != (lasts.code(row) < 0);
    }
    if (!lone) {
      return;
    }
    Map<String, int[]> carried = new HashMap<>();
    for (int row = 0; row < firsts.size(); row++) {
      String first = firsts.value(row);
      String last = lasts.value(row);
      if (first != null && last != null) {
        count(carried, first, 0);
        count(carried, last, 1);
      }
    }
    int[] none = {0, 0};
    byte[] place = new byte[firsts.size()];
    for (int row = 0; row < place.length; row++) {
      String first = firsts.value(row);
      String last = lasts.value(row);
      String only = first == null ? last : last == null ? first : null;
      if (only != null) {
        int[] counts = carried.getOrDefault(only, none);
        if (counts[0] == counts[1]) {
          counts = carried.getOrDefault("~" + Phonetics.code(only), none);
        }
        boolean asSurname = first == null ? counts[0] <= counts[1] : counts[1] > counts[0];
        place[row] = (byte) (asSurname == (first == null) ? 0 : asSurname ? 1 : -1);
      }
    }
    columns.set(given, moved(columns.get(given), lasts, place, -1));
    columns.set(surname, moved(columns.get(surname), firsts, place, 1));
  }

  private static void count(Map<String, int[]> carried, String name, int place) {
    carried.computeIfAbsent(name, n -> new int[2])[place]++;
    carried.computeIfAbsent("~" + Phonetics.code(name), n -> new int[2])[place]++;
  }

  /// @param place by row 1 where a first name is a surname, -1 where a surname is a first name
  private static StandardColumn moved(
      StandardColumn column, TextColumn from, byte[] place, int taken) {
    TextColumn text = column.text();
    return new StandardColumn(
        column.name(),
        column.kind(),
        column.origin(),
        Recoding.ofRows(
            column.name(),
            place.length,
            row ->
                place[row] == taken ? from.value(row) : place[row] == 0 ? text.value(row) : null));
  }
}
