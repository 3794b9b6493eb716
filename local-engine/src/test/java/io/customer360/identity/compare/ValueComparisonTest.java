package io.customer360.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.StandardTable;
import io.customer360.identity.standard.Standardizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueComparisonTest {
  private static TextColumn column(String... values) {
    return new TextColumn("c", IntStream.range(0, values.length).toArray(), values);
  }

  private static String label(ValueComparison comparison, int a, int b) {
    assertThat(comparison.level(b, a)).isEqualTo(comparison.level(a, b));
    return comparison.levels().get(comparison.level(a, b) - 1).label();
  }

  @Test
  void gradesYearsByTheirDifference() {
    String[] years = IntStream.range(1800, 1860).mapToObj(Integer::toString).toArray(String[]::new);
    NumberComparison comparison = new NumberComparison(column(years));
    assertThat(label(comparison, 10, 11)).isEqualTo("one apart or nearly the same");
    assertThat(label(comparison, 10, 12)).isEqualTo("a little apart");
    assertThat(label(comparison, 10, 15)).isEqualTo("near");
    assertThat(label(comparison, 10, 30)).isEqualTo("different");
  }

  @Test
  void gradesAmountsByTheirRatio() {
    NumberComparison comparison =
        new NumberComparison(column("2", "10", "100", "100.5", "1000", "1050", "9000", "50000"));
    assertThat(label(comparison, 2, 3)).isEqualTo("one apart or nearly the same");
    assertThat(label(comparison, 4, 5)).isEqualTo("near");
    assertThat(label(comparison, 0, 1)).isEqualTo("different");
  }

  @Test
  void addressesOfOneNameAndOtherNumbersAreTwoPeoples() {
    EmailComparison comparison =
        new EmailComparison(
            column("ann.marsh12@example.org", "ann.marsh34@example.org", "an.marsh12@example.org"));
    assertThat(label(comparison, 0, 1)).isEqualTo("different");
    assertThat(label(comparison, 0, 2)).isEqualTo("one or two slips");
  }

  @Test
  void addressesMadeOfTheNamesSayNoMoreThanTheNames() {
    RecordTableBuilder builder = new RecordTableBuilder(List.of("first_name", "surname", "email"));
    builder.add(0, "1", new String[] {"Jessica", "Harris", "jessica.harris@example.org"});
    builder.add(0, "2", new String[] {"Jessica", "Harrison", "jessica.harrison@example.com"});
    builder.add(0, "3", new String[] {"Lou", "Marsh", "ponyrider@example.com"});
    builder.add(0, "4", new String[] {"Lou", "Marsh", "ponyriders@example.org"});
    RecordTable table = builder.build();
    Nicknames nicknames = new Nicknames();
    StandardTable standard =
        new Standardizer(nicknames).standardize(table, List.of("email", "first_name", "surname"));
    RecordComparator comparator = RecordComparator.of(standard, nicknames);
    FieldComparison email = comparator.fields().get(2);
    RecordComparator.Scratch scratch = comparator.scratch();
    assertThat(RecordComparator.level(comparator.pattern(0, 1, scratch), 2))
        .isEqualTo(email.different());
    assertThat(RecordComparator.level(comparator.pattern(2, 3, scratch), 2))
        .isBetween(2, email.different() - 1);
  }
}
