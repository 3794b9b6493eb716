package io.customer360.identity.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Two files that call the same thing differently.
class ColumnPairsTest {
  private static final String[] FIRST =
      "Anna Robert Mary James Kate William Susan Peter Edward Alice Joseph Thomas Ellen".split(" ");
  private static final String[] LAST = "Price Ward Murphy Adams Hughes Barnes Moore".split(" ");

  /// 300 people in both files, under the columns of each.
  private static RecordTable records(List<String> first, List<String> second) {
    List<String> columns = new ArrayList<>(first);
    second.stream().filter(name -> !first.contains(name)).forEach(columns::add);
    RecordTableBuilder builder = new RecordTableBuilder(columns);
    for (int source = 0; source < 2; source++) {
      List<String> own = source == 0 ? first : second;
      for (int i = 0; i < 300; i++) {
        String[] person = {
          FIRST[i * 5 % FIRST.length],
          LAST[i % LAST.length] + (char) ('a' + i % 17),
          "" + (1 + i * 11 % 31),
          "" + (1 + i * 7 % 12),
          "" + (1930 + i * 13 % 70),
          "note " + source + " " + i * 31 % 290
        };
        @Nullable String[] values = new @Nullable String[columns.size()];
        for (int c = 0; c < own.size(); c++) {
          values[columns.indexOf(own.get(c))] = person[c];
        }
        builder.add(source, "%d-%03d".formatted(source, i), values);
      }
    }
    return ColumnPairs.join(builder.build(), new Nicknames());
  }

  private static List<String> names(RecordTable records) {
    return records.columns().stream().map(TextColumn::name).toList();
  }

  @Test
  void pairsColumnsByWhatTheyHold() {
    RecordTable records =
        records(
            List.of("forename", "family_name", "dd", "mm", "yob", "remark"),
            List.of("given", "surname", "day", "month", "year", "text"));
    assertThat(names(records))
        .containsExactly("forename", "family_name", "dd", "mm", "yob", "remark", "text");
    TextColumn year = records.column("yob").orElseThrow();
    assertThat(year.filled()).isEqualTo(600);
    assertThat(year.value(records.rowOf(0, "0-017")))
        .isEqualTo(year.value(records.rowOf(1, "1-017")));
    assertThat(records.remarks())
        .anyMatch(
            remark ->
                remark.startsWith("Column forename of the first file is compared with given"));
  }

  @Test
  void leavesColumnsOfOneNameAlone() {
    List<String> columns = List.of("first", "last", "day", "month", "year", "remark");
    RecordTable records = records(columns, columns);
    assertThat(names(records)).isEqualTo(columns);
    assertThat(records.remarks()).isEmpty();
  }

  @Test
  void saysWhichColumnsOnlyOneFileHas() {
    RecordTable records =
        records(
            List.of("first", "last", "dd", "mm", "yob", "remark"),
            List.of("first", "last", "dd", "mm", "yob", "text"));
    StandardTable table = new Standardizer(new Nicknames()).standardize(records, List.of());
    assertThat(table.columns()).extracting(StandardColumn::name).doesNotContain("remark", "text");
    assertThat(table.remarks())
        .contains("Column remark is not compared: only one of the files has values in it.");
  }
}
