package io.customer360.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MatcherTest {
  private static String person(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private static Set<String> links(RecordTable table, LinkResult result) {
    return result.links().stream()
        .map(link -> table.id(link.a()) + " " + table.id(link.b()))
        .collect(Collectors.toSet());
  }

  private static LinkResult link(RecordTable table) {
    return new Matcher(MatchSettings.DEFAULT).link(table, Progress.NONE);
  }

  @Test
  void findsTheCopiesOfAPersonAndLeavesTheFamilyApart() {
    RecordTable table = People.table(People.COLUMNS, new People(1).families(300, 2));
    LinkResult result = link(table);
    long correct =
        result.links().stream()
            .filter(link -> person(table.id(link.a())).equals(person(table.id(link.b()))))
            .count();
    assertThat((double) correct / result.links().size()).isGreaterThan(0.98);
    assertThat(correct / (table.size() / 2.0)).isGreaterThan(0.97);
  }

  @Test
  void doesNotDependOnTheOrderOfTheInputNorOnThreads() {
    People people = new People(2);
    List<People.Row> rows = people.families(120, 2);
    RecordTable table = People.table(People.COLUMNS, rows);
    LinkResult result = link(table);
    RecordTable other = People.table(People.COLUMNS, people.shuffled(rows));
    MatchSettings one =
        new MatchSettings(
            List.of(), 0.5, 0, 500, MatchSettings.OneToOne.DETECT, 1, MatchSettings.DEFAULT.seed());
    LinkResult again = new Matcher(one).link(other, Progress.NONE);
    assertThat(links(other, again)).isEqualTo(links(table, result));
    assertThat(again.clusters()).isEqualTo(result.clusters());
    assertThat(again.scorer().model().prior())
        .isCloseTo(result.scorer().model().prior(), within(1e-12));
  }

  @Test
  void weighsAPairTheSameBothWaysAndClustersAreWhole() {
    RecordTable table = People.table(People.COLUMNS, new People(3).families(80, 3));
    LinkResult result = link(table);
    RecordComparator.Scratch scratch = result.scorer().comparator().scratch();
    for (int a = 0; a < table.size(); a += 7) {
      for (int b = a + 1; b < table.size(); b += 5) {
        assertThat(result.scorer().weight(a, b, scratch))
            .isEqualTo(result.scorer().weight(b, a, scratch));
      }
    }
    Set<String> links = links(table, result);
    int[] cluster = result.clusters();
    for (int a = 0; a < table.size(); a++) {
      for (int b = a + 1; b < table.size(); b++) {
        assertThat(links.contains(table.id(a) + " " + table.id(b)))
            .isEqualTo(cluster[a] == cluster[b]);
      }
    }
  }

  /// Where everybody has a phone of one's own, numbers of a home differ, and a number with a slip
  /// is a sign of one person, not of a home.
  @Test
  void aPhoneOfOnesOwnTellsPeopleOfAHomeApart() {
    int phone = People.COLUMNS.indexOf("phone");
    Random random = new Random(4);
    List<People.Row> rows = new ArrayList<>();
    String number = "";
    for (People.Row row : new People(4).families(400, 2)) {
      boolean copy = row.id().endsWith("-1");
      number = copy ? number : "0770" + (1_000_000 + random.nextInt(8_999_999));
      String[] values = row.values().clone();
      values[phone] = number;
      if (copy) {
        values[People.COLUMNS.indexOf("birth_date")] = null;
        int at = 4 + random.nextInt(7);
        char other = (char) ('0' + (number.charAt(at) - '0' + 1) % 10);
        values[phone] =
            random.nextInt(4) == 0
                ? number.substring(0, at) + other + number.substring(at + 1)
                : number;
      }
      rows.add(new People.Row(0, row.id(), values));
    }
    RecordTable table = People.table(People.COLUMNS, rows);
    LinkResult result = link(table);
    LinkModel.ComparisonModel phones =
        result.scorer().model().comparisons().stream()
            .filter(comparison -> comparison.name().equals("phone"))
            .findFirst()
            .orElseThrow();
    assertThat(phones.k()[phones.different()]).isGreaterThan(0.9);
    long correct =
        result.links().stream()
            .filter(link -> person(table.id(link.a())).equals(person(table.id(link.b()))))
            .count();
    assertThat((double) correct / result.links().size()).isGreaterThan(0.99);
    assertThat(correct / (table.size() / 2.0)).isGreaterThan(0.97);
  }

  /// Brothers and sisters are of nearly the same age, so years that are near say less of two
  /// people of one home than of strangers. Between two files partners are chosen, and it is left.
  @Test
  void nearYearsOfBirthAreOfAHome() {
    Random random = new Random(6);
    List<People.Row> rows = new ArrayList<>();
    String home = "";
    int year = 0;
    for (People.Row row : new People(6).families(500, 2)) {
      String[] values = row.values().clone();
      boolean copy = row.id().endsWith("-1");
      String street = values[3] == null ? home : values[3];
      if (!copy) {
        year = street.equals(home) ? year + 1 + random.nextInt(2) : 1840 + random.nextInt(40);
        home = street;
      }
      values[2] = String.valueOf(year);
      rows.add(new People.Row(copy ? 1 : 0, row.id(), Arrays.copyOf(values, 6)));
    }
    List<String> columns =
        List.of("first_name", "last_name", "birth_year", "street", "town", "postcode");
    LinkModel.ComparisonModel two = birth(People.table(columns, rows));
    LinkModel.ComparisonModel one =
        birth(
            People.table(
                columns,
                rows.stream().map(row -> new People.Row(0, row.id(), row.values())).toList()));
    assertThat(two.k()).isNull();
    assertThat(one.k()).isNotNull();
    // one or two years apart
    assertThat(one.k()[2] + one.k()[3])
        .isGreaterThan(3 * (one.u()[LinkModel.FREE][2] + one.u()[LinkModel.FREE][3]));
  }

  private static LinkModel.ComparisonModel birth(RecordTable table) {
    return link(table).scorer().model().comparisons().stream()
        .filter(comparison -> comparison.name().equals("birth_year"))
        .findFirst()
        .orElseThrow();
  }
}
