package io.customer360.identity.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.record.TextColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Columns whose names say little, and those of which there are two.
class TableKindsTest {
  private static final String[] FIRST =
      ("Anna Robert Mary James Kate William Zora Milo Susan Peter Edward Alice Joseph Thomas Ellen"
              + " Ruben Sarah")
          .split(" ");
  private static final String[] LAST = "Price Ward Murphy Adams Hughes Barnes Moore".split(" ");
  private static final String[] ROADS = "Windsor Station Church Albert Mill".split(" ");

  private interface Row {
    @Nullable String[] of(int row);
  }

  private static StandardTable table(List<String> columns, Row rows) {
    RecordTableBuilder builder = new RecordTableBuilder(columns);
    for (int i = 0; i < 1_500; i++) {
      builder.add(0, "%04d".formatted(i), rows.of(i));
    }
    RecordTable table = builder.build();
    return new Standardizer(new Nicknames()).standardize(table, List.of());
  }

  private static Map<String, ColumnKind> kinds(StandardTable table) {
    return table.columns().stream()
        .collect(Collectors.toMap(StandardColumn::name, StandardColumn::kind));
  }

  private static String surname(int row) {
    return LAST[row % LAST.length] + "ab".charAt(row % 2) + (char) ('a' + row % 19);
  }

  @Test
  void readsTheColumnsOfACensusByTheirValues() {
    StandardTable table =
        table(
            List.of("pername1", "pername2", "sex", "dob_day", "dob_mon", "dob_year", "cap", "pc"),
            i ->
                new String[] {
                  FIRST[i * 7 % FIRST.length],
                  surname(i),
                  i % 3 == 0 ? "M" : "F",
                  "" + (1 + i * 11 % 31),
                  "" + (1 + i * 5 % 12),
                  "" + (1920 + i * 13 % 90),
                  (1 + i * 17 % 97) + " " + ROADS[i % ROADS.length].toUpperCase() + " ROAD",
                  "SO" + (i % 9) + " " + (i % 8) + "A" + (char) ('A' + i % 20)
                });
    assertThat(kinds(table))
        .containsEntry("pername1", ColumnKind.GIVEN_NAME)
        .containsEntry("pername2", ColumnKind.SURNAME)
        .containsEntry("dob_day", ColumnKind.CATEGORY)
        .containsEntry("dob_mon", ColumnKind.CATEGORY)
        .containsEntry("dob_year", ColumnKind.NUMBER)
        .containsEntry("cap", ColumnKind.ADDRESS)
        .containsEntry("pc", ColumnKind.POSTCODE);
  }

  @Test
  void takesWordsOfThingsForNoNames() {
    StandardTable table =
        table(
            List.of("make", "model1", "model2"),
            i -> new String[] {"M" + surname(i), surname(i * 3), "x" + surname(i * 5)});
    assertThat(kinds(table)).doesNotContainValue(ColumnKind.GIVEN_NAME);
    assertThat(kinds(table)).doesNotContainValue(ColumnKind.SURNAME);
  }

  /// A second name that hardly anybody bears is not the surname: first names are not moved to it.
  @Test
  void aSparseSecondNameIsNoSurname() {
    StandardTable table =
        table(
            List.of("fname", "sname", "surname", "date"),
            i ->
                new @Nullable String[] {
                  FIRST[i % FIRST.length],
                  i % 40 == 0 ? "Maria" + i % 3 : null,
                  surname(i),
                  (1930 + i % 70) + "/0" + (1 + i % 9) + "/1" + i % 10
                });
    assertThat(kinds(table))
        .containsEntry("fname", ColumnKind.GIVEN_NAME)
        .containsEntry("sname", ColumnKind.FURTHER_NAME)
        .containsEntry("surname", ColumnKind.SURNAME);
    TextColumn first = table.columns().getFirst().text();
    assertThat(first.filled()).isEqualTo(1_500);
  }

  @Test
  void readsAWholeNumberThatIsWrittenAsAFraction() {
    ValueReader year = ValueReader.of(ColumnKind.NUMBER, List.of("1999", "1999.0"));
    assertThat(year.read("1999.0")).isEqualTo("1999").isEqualTo(year.read("1999"));
    assertThat(year.read("19.90")).isEqualTo("19.90");
    assertThat(ValueReader.of(ColumnKind.CATEGORY, List.of()).read("7.00")).isEqualTo("7");
    assertThat(ValueReader.of(ColumnKind.IDENTIFIER, List.of()).read("10.0.0.1"))
        .doesNotEndWith("10");
    assertThat(ValueReader.of(ColumnKind.TEXT, List.of()).read("version 1.0"))
        .isEqualTo("version 10");
  }

  @Test
  void knowsATimeOfBirthFromItsPlace() {
    assertThat(List.of("dob", "birth_year", "dateOfBirth", "yob", "Geburtsdatum"))
        .allMatch(KindFinder::ofBirth);
    assertThat(List.of("birth_place", "birthCountry", "mobile", "year", "birth name"))
        .noneMatch(KindFinder::ofBirth);
  }
}
