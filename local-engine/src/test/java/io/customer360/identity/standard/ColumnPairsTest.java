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
        .contains(
            "Column remark is not compared: only one of the files has it, and no column of the"
                + " other was found to hold the same.");
  }

  /// 200 people under `first` in one file and under `second` in the other.
  private static RecordTable two(List<String> first, List<String> second, boolean splitLeft) {
    List<String> columns = new ArrayList<>(first);
    second.stream().filter(name -> !first.contains(name)).forEach(columns::add);
    RecordTableBuilder builder = new RecordTableBuilder(columns);
    for (int source = 0; source < 2; source++) {
      boolean split = source == 0 == splitLeft;
      for (int i = 0; i < 200; i++) {
        String given = FIRST[i * 5 % FIRST.length];
        String last = (i % 9 == 0 ? "van " : "") + LAST[i % LAST.length] + (char) ('a' + i % 17);
        String number = "7700 9" + (10_000 + i * 37);
        String mail = given.toLowerCase(java.util.Locale.ROOT) + i + "@example.com";
        String phone = source == 0 ? "0" + number : "+44 " + number;
        List<String> own = source == 0 ? first : second;
        List<String> cells =
            split ? List.of(given, last, phone, mail) : List.of(given + " " + last, phone, mail);
        @Nullable String[] values = new @Nullable String[columns.size()];
        for (int c = 0; c < own.size(); c++) {
          values[columns.indexOf(own.get(c))] = cells.get(c);
        }
        builder.add(source, "%d-%03d".formatted(source, i), values);
      }
    }
    return ColumnPairs.join(builder.build(), new Nicknames());
  }

  /// Everybody's phone is another, which in one file alone looks like a key, and one file writes
  /// the country's prefix.
  @Test
  void pairsPhonesWithAndWithoutTheirCountry() {
    RecordTable records =
        two(
            List.of("full_name", "phone", "email"),
            List.of("Vorname", "Nachname", "Telefon", "E-Mail"),
            false);
    assertThat(names(records)).containsExactly("phone", "email", "Vorname", "Nachname");
    assertThat(records.remarks())
        .contains(
            "Column phone of the first file is compared with Telefon of the second: both hold"
                + " phone numbers, 100 % of their values occur in both.")
        .anyMatch(remark -> remark.contains("both hold e-mail addresses,"));
    assertThat(records.namesNow("Telefon")).containsExactly("phone");
  }

  @Test
  void splitsAFullNameWhereTheOtherFileHasItsParts() {
    for (String full : List.of("full", "full_name", "Kunde")) {
      RecordTable records =
          two(List.of("first", "last", "phone", "mail"), List.of(full, "tel", "email"), true);
      assertThat(names(records)).containsExactly("first", "last", "phone", "mail");
      assertThat(records.column("first").orElseThrow().filled()).isEqualTo(400);
      for (int i = 0; i < 200; i++) {
        int ours = records.rowOf(0, "0-%03d".formatted(i));
        int theirs = records.rowOf(1, "1-%03d".formatted(i));
        for (String part : List.of("first", "last")) {
          TextColumn names = records.column(part).orElseThrow();
          assertThat(names.value(theirs)).isEqualToIgnoringCase(names.value(ours));
        }
      }
      assertThat(records.remarks())
          .contains(
              "Column "
                  + full
                  + " of the second file is split into first name and surname and compared with"
                  + " first and last of the first: 100 % of its names occur there.");
      assertThat(records.namesNow(full)).containsExactly("first", "last");
    }
  }
}
