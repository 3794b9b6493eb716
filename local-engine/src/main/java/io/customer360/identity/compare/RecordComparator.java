package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.ColumnKind;
import io.customer360.identity.standard.KeptColumn;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.StandardColumn;
import io.customer360.identity.standard.StandardTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares two records of a table in every column: a pattern of levels, four bits each, the first
/// comparison in the lowest. Immutable; every thread brings its own [Scratch].
public final class RecordComparator {
  /// As many comparisons as fit into a pattern.
  public static final int MOST = 15;

  private static final int BITS = 4;
  private static final long LEVEL = 15;

  private final List<FieldComparison> fields;
  private final FieldComparison[] array;

  /// By row the codes of all comparisons, side by side as they are read together.
  private final int[] codes;
  private final int given;
  private final int surname;

  /// By code of the first name, the code of the same word as a surname, or -1; and the other way.
  private final int[] givenAsSurname;

  /// The place of the first e-mail address, or -1, and by row whether it is made of the row's
  /// names.
  private final int email;

  private final int emailDifferent;
  private final boolean[] madeOfName;

  private RecordComparator(List<FieldComparison> fields, int given, int surname) {
    this.fields = List.copyOf(fields);
    this.array = fields.toArray(FieldComparison[]::new);
    this.codes = codes(array);
    this.given = given;
    this.surname = surname;
    this.givenAsSurname =
        given < 0
            ? new int[0]
            : across(fields.get(given).column().text(), fields.get(surname).column().text());
    this.email = indexOf(fields.stream().map(FieldComparison::column).toList(), ColumnKind.EMAIL);
    this.emailDifferent = email < 0 ? 0 : array[email].different();
    this.madeOfName = email < 0 ? new boolean[0] : madeOfName();
  }

  private static int[] codes(FieldComparison[] fields) {
    int rows = fields.length == 0 ? 0 : fields[0].column().text().size();
    int[] codes = new int[Math.multiplyExact(rows, fields.length)];
    for (int i = 0; i < fields.length; i++) {
      for (int row = 0; row < rows; row++) {
        codes[row * fields.length + i] = fields[i].code(row);
      }
    }
    return codes;
  }

  private boolean[] madeOfName() {
    TextColumn address = array[email].column().text();
    boolean[] made = new boolean[address.size()];
    for (int i = 0; i < array.length; i++) {
      if (array[i].kind() != ColumnKind.GIVEN_NAME && array[i].kind() != ColumnKind.SURNAME) {
        continue;
      }
      TextColumn names = array[i].column().text();
      for (int row = 0; row < made.length; row++) {
        String name = names.value(row);
        String local = address.value(row);
        made[row] |=
            name != null
                && local != null
                && name.length() > 2
                && local.substring(0, Math.max(0, local.indexOf('@'))).contains(name);
      }
    }
    return made;
  }

  /// A comparison for each column of the table, at most [#MOST] (the fullest columns then).
  public static RecordComparator of(StandardTable table, Nicknames nicknames) {
    List<StandardColumn> columns = new ArrayList<>(table.columns());
    if (columns.size() > MOST) {
      columns.sort((a, b) -> Integer.compare(b.text().filled(), a.text().filled()));
      columns = new ArrayList<>(columns.subList(0, MOST));
    }
    int givenAt = indexOf(columns, ColumnKind.GIVEN_NAME);
    int surnameAt = indexOf(columns, ColumnKind.SURNAME);
    boolean both = givenAt >= 0 && surnameAt >= 0;
    List<FieldComparison> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(FieldComparison.of(columns.get(i), nicknames, both && i == givenAt));
    }
    return new RecordComparator(fields, both ? givenAt : -1, both ? surnameAt : -1);
  }

  /// Compares records as others were compared.
  ///
  /// @param table read by the kept columns
  /// @param counts the frequencies of the others
  public static RecordComparator of(
      StandardTable table, Nicknames nicknames, List<KeptColumn> kept, TermCounts counts) {
    List<StandardColumn> columns = table.columns();
    int givenAt = indexOf(columns, ColumnKind.GIVEN_NAME);
    int surnameAt = indexOf(columns, ColumnKind.SURNAME);
    boolean both = givenAt >= 0 && surnameAt >= 0;
    List<FieldComparison> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      fields.add(
          FieldComparison.of(
              columns.get(i), nicknames, both && i == givenAt, i, kept.get(i), counts));
    }
    return new RecordComparator(fields, both ? givenAt : -1, both ? surnameAt : -1);
  }

  private static int indexOf(List<StandardColumn> columns, ColumnKind kind) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  private static int[] across(TextColumn from, TextColumn to) {
    Map<String, Integer> codes = new HashMap<>();
    for (int code = 0; code < to.distinct(); code++) {
      codes.put(to.valueOf(code), code);
    }
    int[] map = new int[from.distinct()];
    for (int code = 0; code < map.length; code++) {
      map[code] = codes.getOrDefault(from.valueOf(code), -1);
    }
    return map;
  }

  public List<FieldComparison> fields() {
    return fields;
  }

  /// What one thread remembers of its comparisons.
  public static final class Scratch {
    private final LevelCache[] caches;

    private Scratch(FieldComparison[] fields) {
      caches = new LevelCache[fields.length];
      for (int i = 0; i < fields.length; i++) {
        caches[i] =
            new LevelCache(fields[i].isRemembered() ? fields[i].column().text().distinct() : 0);
      }
    }
  }

  public Scratch scratch() {
    return new Scratch(array);
  }

  /// The pattern of two rows; the same for (a, b) and (b, a).
  public long pattern(int a, int b, Scratch scratch) {
    long pattern = 0;
    int atA = a * array.length;
    int atB = b * array.length;
    for (int i = 0; i < array.length; i++) {
      int level = array[i].level(codes[atA + i], codes[atB + i], scratch.caches[i]);
      pattern |= (long) level << (BITS * i);
    }
    if (email >= 0 && madeOfName[a] && madeOfName[b]) {
      // Both addresses are made of their owner's name: that they are alike says no more than the
      // names do, and they are not the same.
      int alike = level(pattern, email);
      if (alike > FieldComparison.SAME && alike < emailDifferent) {
        pattern ^= (long) (alike ^ emailDifferent) << (BITS * email);
      }
    }
    if (given >= 0) {
      int first = level(pattern, given);
      int last = level(pattern, surname);
      if (first > 2 && last > 2 && swapped(a, b)) {
        pattern &= ~(LEVEL << (BITS * given)) & ~(LEVEL << (BITS * surname));
        pattern |= (long) array[given].swapped() << (BITS * given);
      }
    }
    return pattern;
  }

  /// Each one's first name is the other's surname; one of the two may hold a slip.
  private boolean swapped(int a, int b) {
    int givenA = array[given].code(a);
    int givenB = array[given].code(b);
    int lastA = array[surname].code(a);
    int lastB = array[surname].code(b);
    boolean one = givenAsSurname[givenA] == lastB;
    boolean other = givenAsSurname[givenB] == lastA;
    if (one == other) {
      return one;
    }
    TextColumn firsts = array[given].column().text();
    TextColumn lasts = array[surname].column().text();
    return one
        ? Similarity.jaroWinkler(firsts.valueOf(givenB), lasts.valueOf(lastA)) >= 0.9
        : Similarity.jaroWinkler(firsts.valueOf(givenA), lasts.valueOf(lastB)) >= 0.9;
  }

  /// The level of one comparison in a pattern.
  public static int level(long pattern, int comparison) {
    return (int) (pattern >>> (BITS * comparison) & LEVEL);
  }
}
