package io.customer360.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What real files hold: it must neither merge strangers nor go unsaid.
class BadInputTest {
  private static String person(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private static LinkResult link(RecordTable table) {
    return new Matcher(MatchSettings.DEFAULT).link(table, Progress.NONE);
  }

  /// Families with one more column.
  private static RecordTable with(String name, int homes, Extra extra) {
    List<String> columns = new ArrayList<>(People.COLUMNS);
    columns.add(name);
    List<People.Row> rows = new ArrayList<>();
    List<People.Row> base = new People(11).families(homes, 2);
    for (int i = 0; i < base.size(); i++) {
      @Nullable String[] values = new @Nullable String[columns.size()];
      System.arraycopy(base.get(i).values(), 0, values, 0, People.COLUMNS.size());
      values[columns.size() - 1] = extra.of(i, base.get(i));
      rows.add(new People.Row(0, base.get(i).id(), values));
    }
    return People.table(columns, rows);
  }

  private interface Extra {
    @Nullable String of(int number, People.Row row);
  }

  private static void assertNoStrangers(RecordTable table, LinkResult result) {
    long wrong =
        result.links().stream()
            .filter(link -> !person(table.id(link.a())).equals(person(table.id(link.b()))))
            .count();
    assertThat(wrong).isLessThanOrEqualTo(Math.round(0.02 * result.links().size()));
    assertThat(result.links()).hasSizeGreaterThan(table.size() / 2 * 9 / 10);
  }

  @Test
  void refusesAnIdThatStandsTwice() {
    RecordTableBuilder builder = new RecordTableBuilder(List.of("name"));
    builder.add(0, "7", new String[] {"a"});
    builder.add(0, "7", new String[] {"b"});
    assertThatThrownBy(builder::build)
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("The id 7 stands on more than one row (1 and 2)");
  }

  @Test
  void leavesAnEmptyColumnOut() {
    RecordTable table = with("remark", 150, (i, row) -> i % 2 == 0 ? "" : "N/A");
    LinkResult result = link(table);
    assertThat(result.warnings()).anyMatch(w -> w.contains("remark") && w.contains("no value"));
    assertNoStrangers(table, result);
  }

  @Test
  void sharedDeviceAndSharedAddressJoinNobody() {
    RecordTable table =
        with(
            "device_id",
            200,
            (i, row) -> i % 2 == 0 ? "IPAD-STORE-0001" : "DEV" + person(row.id()) + "X77");
    LinkResult result = link(table);
    assertThat(result.warnings())
        .anyMatch(w -> w.contains("ipadstore0001") && w.contains("nobody's own"));
    assertNoStrangers(table, result);
  }

  @Test
  void oneAddressOnTenThousandRowsJoinsNobody() {
    RecordTable table = with("email", 2_100, (i, row) -> "noreply@example.com");
    LinkResult result = link(table);
    assertThat(table.size()).isGreaterThan(10_000);
    assertThat(result.warnings()).anyMatch(w -> w.contains("email"));
    assertNoStrangers(table, result);
  }

  @Test
  void placeholderDatesAreMissing() {
    List<People.Row> rows = new ArrayList<>();
    for (People.Row row : new People(12).families(200, 2)) {
      @Nullable String[] values = row.values().clone();
      if (row.id().hashCode() % 3 == 0) {
        values[2] = "1900-01-01";
      }
      rows.add(new People.Row(0, row.id(), values));
    }
    RecordTable table = People.table(People.COLUMNS, rows);
    LinkResult result = link(table);
    assertThat(result.warnings())
        .anyMatch(w -> w.contains("birth_date") && w.contains("count as missing"));
    assertNoStrangers(table, result);
  }

  @Test
  void everybodyOfOneNameIsToldApartByTheRest() {
    List<People.Row> rows = new ArrayList<>();
    for (People.Row row : new People(13).families(200, 2)) {
      @Nullable String[] values = row.values().clone();
      values[0] = "Maria";
      values[1] = "Garcia";
      rows.add(new People.Row(0, row.id(), values));
    }
    RecordTable table = People.table(People.COLUMNS, rows);
    LinkResult result = link(table);
    assertThat(result.warnings()).anyMatch(w -> w.contains("one value only"));
    assertNoStrangers(table, result);
  }

  @Test
  void oneGiantBlockIsPartedOrSkippedAndSaid() {
    List<People.Row> rows = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      String[] values = {i % 2 == 0 ? "m" : "f", "town" + i % 3, i % 10 == 0 ? "Mario" : "Maria"};
      rows.add(new People.Row(0, i + "-0", values));
    }
    RecordTable table = People.table(List.of("sex", "town", "first_name"), rows);
    LinkResult result = link(table);
    assertThat(result.pairsCompared()).isLessThan(2_000_000);
    assertThat(result.links()).isEmpty();
    assertThat(result.warnings()).anyMatch(w -> w.contains("too frequent to compare all with all"));
  }

  @Test
  void recordsThatNothingTellsApartStayAloneAndThatIsSaid() {
    List<String> columns = List.of("first", "last", "dob");
    for (int n : new int[] {1, 2, 500}) {
      List<People.Row> rows = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        rows.add(new People.Row(0, i + "-0", new String[] {"John", "Smith", "1970-02-03"}));
      }
      RecordTable table = People.table(columns, rows);
      for (List<String> chosen : List.of(List.<String>of(), columns)) {
        LinkResult result =
            new Matcher(MatchSettings.DEFAULT.withColumns(chosen)).link(table, Progress.NONE);
        assertThat(result.links()).isEmpty();
        assertThat(result.clusters()).hasSize(n).doesNotHaveDuplicates();
        assertThat(result.warnings().getLast())
            .contains(
                n == 1
                    ? "no two records to compare: the file has one row"
                    : "all %d are the same in first, last, dob; ".formatted(n));
      }
    }
  }

  @Test
  void columnsOfOneFileOnlyAreStillRefused() {
    List<People.Row> rows =
        List.of(
            new People.Row(0, "1-0", new String[] {"Ann", null}),
            new People.Row(0, "2-0", new String[] {"Ben", null}),
            new People.Row(1, "3-0", new String[] {null, "x y z"}),
            new People.Row(1, "4-0", new String[] {null, "u v w"}));
    RecordTable table = People.table(List.of("name", "remark"), rows);
    assertThatThrownBy(() -> link(table)).hasMessageContaining("no column to compare");
  }

  @Test
  void emojiAndRightToLeftNamesAreNames() {
    List<People.Row> rows = new ArrayList<>();
    String[] first = {"محمد", "דוד", "😀", "Ольга", "李", "José", "Zoë", "فاطمة"};
    for (People.Row row : new People(15).families(200, 2)) {
      @Nullable String[] values = row.values().clone();
      values[0] = first[Integer.parseInt(person(row.id())) % first.length];
      rows.add(new People.Row(0, row.id(), values));
    }
    RecordTable table = People.table(People.COLUMNS, rows);
    assertNoStrangers(table, link(table));
  }
}
