package io.customer360.identity.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonNamesTest {
  private static StandardTable standardize(List<String> columns, @Nullable String[]... rows) {
    RecordTableBuilder builder = new RecordTableBuilder(columns);
    for (int i = 0; i < rows.length; i++) {
      builder.add(0, "%03d".formatted(i), rows[i]);
    }
    RecordTable table = builder.build();
    return new Standardizer(new Nicknames()).standardize(table, List.of());
  }

  private static List<@Nullable String> values(StandardTable table, String column) {
    TextColumn text =
        table.columns().stream()
            .filter(c -> c.name().equals(column))
            .findFirst()
            .orElseThrow()
            .text();
    List<@Nullable String> values = new ArrayList<>();
    for (int row = 0; row < text.size(); row++) {
      values.add(text.value(row));
    }
    return values;
  }

  @Test
  void keepsTheOtherWordsOfAFullNameAndTakesATitleForNoFirstName() {
    StandardTable table =
        standardize(
            List.of("full_name", "first_name", "surname"),
            new String[] {"Thomas Clifford, 1st Baron Hale", "Thomas", "Hale"},
            new String[] {"Sir Ronald Ross", "Sir", "Ross"},
            new String[] {"Jane Penelope Watkins", "Jane", "Watkins"},
            new String[] {"Mary Hale", "Mary", "Hale"});
    assertThat(values(table, "first_name")).containsExactly("thomas", "ronald", "jane", "mary");
    assertThat(values(table, "full_name (other words)"))
        .containsExactly("clifford 1st baron", "sir", "penelope", null);
  }

  @Test
  void partsAFullNameThatStandsAlone() {
    StandardTable table =
        standardize(
            List.of("full_name", "birth_date"),
            new String[] {"Ms Jane Penelope Watkins", "1980-02-01"},
            new String[] {"Hale, Mary", "1981-02-01"},
            new String[] {"John Albert Marsh", "1982-02-01"});
    assertThat(values(table, "full_name (first)")).containsExactly("jane", "mary", "john");
    assertThat(values(table, "full_name (last)")).containsExactly("watkins", "hale", "marsh");
    assertThat(values(table, "full_name (other words)"))
        .containsExactly("ms penelope", null, "albert");
  }

  @Test
  void putsALoneNameWhereOthersCarryIt() {
    StandardTable table =
        standardize(
            List.of("first_name", "surname"),
            new String[] {"John", "Bennett"},
            new String[] {"Mary", "Bennett"},
            new @Nullable String[] {"Bennett", null},
            new @Nullable String[] {null, "John"},
            new @Nullable String[] {"Mary", null});
    assertThat(values(table, "first_name")).containsExactly("john", "mary", null, "john", "mary");
    assertThat(values(table, "surname"))
        .containsExactly("bennett", "bennett", "bennett", null, null);
  }

  @Test
  void takesAgesForNumbersAndFewNumbersForClasses() {
    @Nullable String[][] rows = new @Nullable String[2_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          new String[] {
            (char) ('a' + i % 26) + "ole" + (char) ('a' + i % 23),
            String.valueOf(i * 7 % 60),
            String.valueOf(i % 3)
          };
    }
    StandardTable table = standardize(List.of("surname", "age", "class"), rows);
    assertThat(table.columns().stream().map(StandardColumn::kind))
        .containsExactly(ColumnKind.SURNAME, ColumnKind.NUMBER, ColumnKind.CATEGORY);
  }
}
