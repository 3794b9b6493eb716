package io.customer360.identity.file;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.record.RecordTable;
import io.customer360.ingest.file.OpenedFile;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Who is who, as far as it is known: by row the number of its person, -1 where nothing is known.
public final class Truth {
  private static final Pattern DUPLICATE_OF =
      Pattern.compile("(.+?)[-_](?:org|orig|original|dup|duplicate|copy)(?:[-_]?\\d+)?");

  private final int[] persons;
  private final List<String> remarks;

  private Truth(int[] persons, List<String> remarks) {
    this.persons = persons;
    this.remarks = List.copyOf(remarks);
  }

  /// In plain words what of the truth could not be used.
  public List<String> remarks() {
    return remarks;
  }

  int person(int row) {
    return persons[row];
  }

  int size() {
    return persons.length;
  }

  /// From a column: equal values are one person. Where the column is the id, or a pattern is given,
  /// the person is the pattern's first group; without a pattern ids such as `rec-7-org` and
  /// `rec-7-dup-0` are one person, `rec-7`.
  public static Truth ofColumn(
      RecordTable records, String column, boolean isId, @Nullable String pattern) {
    Pattern part = isId ? DUPLICATE_OF : null;
    if (pattern != null) {
      part = compile(pattern);
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[] persons = new int[records.size()];
    int known = 0;
    for (int row = 0; row < persons.length; row++) {
      String value = isId ? records.id(row) : records.column(column).orElseThrow().value(row);
      persons[row] = -1;
      if (value != null) {
        String name = value;
        if (part != null) {
          Matcher matcher = part.matcher(value);
          boolean found = pattern == null ? matcher.matches() : matcher.find();
          name = found && matcher.groupCount() > 0 ? matcher.group(1) : value;
        }
        persons[row] = numbers.computeIfAbsent(name, n -> numbers.size());
        known++;
      }
    }
    if (known == 0) {
      throw WorkbenchException.data(
          "C360-IDT-007", "The truth column " + column + " holds no value.");
    }
    return new Truth(persons, List.of());
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw WorkbenchException.user(
          "C360-IDT-008", "--truth-pattern is not a regular expression: " + e.getDescription());
    }
  }

  /// From a file of two columns: the ids of true pairs, in either order of two files, or an id and
  /// the name of its person. It is read as pairs when most values of the second column are ids.
  ///
  /// @throws WorkbenchException when it names none of the ids, with what it names instead
  public static Truth ofFile(RecordTable records, Path file) {
    List<String[]> rows = rows(file);
    PairRows pairs = new PairRows(records, rows);
    long seconds = rows.stream().filter(row -> isId(records, row[1])).count();
    return 2 * seconds > rows.size() ? ofPairs(records, file, pairs) : ofNames(records, file, rows);
  }

  private static boolean isId(RecordTable records, String value) {
    return IntStream.range(0, records.sourceCount())
        .anyMatch(source -> records.rowOf(source, value) >= 0);
  }

  private static Truth ofPairs(RecordTable records, Path file, PairRows pairs) {
    int[] persons = new int[records.size()];
    Arrays.setAll(persons, row -> row);
    long found = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int[] pair = pairs.rowsOf(i);
      if (pair != null) {
        union(persons, pair[0], pair[1]);
        found++;
      }
    }
    for (int row = 0; row < persons.length; row++) {
      persons[row] = root(persons, row);
    }
    return new Truth(persons, coverage(file, "pairs", found, pairs.size()));
  }

  private static Truth ofNames(RecordTable records, Path file, List<String[]> rows) {
    int[] persons = new int[records.size()];
    Arrays.fill(persons, -1);
    Map<String, Integer> numbers = new HashMap<>();
    long found = 0;
    for (String[] row : rows) {
      boolean known = false;
      for (int source = 0; source < records.sourceCount(); source++) {
        int at = records.rowOf(source, row[0]);
        if (at >= 0) {
          persons[at] = numbers.computeIfAbsent(row[1], name -> numbers.size());
          known = true;
        }
      }
      found += known ? 1 : 0;
    }
    return new Truth(persons, coverage(file, "ids", found, rows.size()));
  }

  private static List<String> coverage(Path file, String what, long found, int rows) {
    if (found == 0) {
      throw WorkbenchException.data(
          "C360-IDT-007",
          String.format(
              Locale.UK,
              "%s names none of the records: not one of its %,d %s is found by --id. It needs two"
                  + " columns: the ids of true pairs, or an id and its person.",
              file,
              rows,
              what));
    }
    return found == rows
        ? List.of()
        : List.of(
            String.format(
                Locale.UK,
                "Of the %,d %s in the truth file %s only %,d are found among the records; the other"
                    + " %,d are not counted.",
                rows,
                what,
                file.getFileName(),
                found,
                rows - found));
  }

  private static int root(int[] sets, int member) {
    int i = member;
    while (sets[i] != i) {
      sets[i] = sets[sets[i]];
      i = sets[i];
    }
    return i;
  }

  private static void union(int[] sets, int a, int b) {
    int rootA = root(sets, a);
    int rootB = root(sets, b);
    sets[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private static List<String[]> rows(Path file) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:", RecordFiles.offline());
        OpenedFile opened = OpenedFile.open(connection, file, Progress.NONE)) {
      if (opened.columns().size() < 2) {
        throw WorkbenchException.data("C360-IDT-007", file + " needs two columns.");
      }
      List<String[]> rows = new ArrayList<>();
      opened.read(
          connection,
          Progress.NONE,
          result -> {
            while (result.next()) {
              String first = result.getString(1);
              String second = result.getString(2);
              if (first != null && second != null) {
                rows.add(new String[] {first.strip(), second.strip()});
              }
            }
          });
      return rows;
    } catch (SQLException e) {
      throw WorkbenchException.resource("C360-IDT-002", "DuckDB could not be started.", e);
    }
  }
}
