package io.customer360.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// One file of families, written down once or with some rows twice.
class CensusTest {
  private static final String[] MEN =
      ("john william thomas james george henry charles joseph robert edward samuel richard alfred david frederick "
              + "walter benjamin peter daniel francis arthur albert hugh isaac edwin matthew michael philip stephen abraham")
          .split(" ");
  private static final String[] WOMEN =
      ("mary elizabeth sarah hannah jane margaret ellen alice emma martha harriet isabella maria catherine charlotte "
              + "emily caroline susan agnes fanny rebecca frances julia louisa lucy kate florence ruth amelia sophia")
          .split(" ");
  private static final String[] PARTS =
      "ber cal dor fen gar hol ken lam mor nor pel ros sut tam wil yar".split(" ");

  private final SplittableRandom random = new SplittableRandom(7);
  private static final List<String> COLUMNS =
      List.of(
          "first_name", "surname", "sex", "birth_year", "birth_place", "street", "house_number");

  private final List<String> twice = new ArrayList<>();
  private int rows;

  @Test
  void aFileWithoutDuplicatesGivesNextToNoLinksAndSaysSo() {
    RecordTable records = census(600, 0);
    LinkResult result = new Matcher(MatchSettings.DEFAULT).link(records, Progress.NONE);
    assertThat(linked(result)).isLessThan(records.size() / 100);
    assertThat(result.warnings())
        .anyMatch(warning -> warning.startsWith("No duplicates were found that could be told"));
  }

  @Test
  void familiesAreNoPersonsWhateverTheirColumnsAreCalled() {
    RecordTable records =
        census(600, 0, List.of("name1", "name2", "sex", "yob", "place", "street", "house_number"));
    LinkResult result = new Matcher(MatchSettings.DEFAULT).link(records, Progress.NONE);
    assertThat(linked(result)).isLessThan(records.size() / 100);
  }

  @Test
  void theFewDuplicatesOfAFileAreFound() {
    RecordTable records = census(600, 0.05);
    LinkResult result = new Matcher(MatchSettings.DEFAULT).link(records, Progress.NONE);
    long found =
        result.links().stream()
            .filter(link -> person(records, link.a()).equals(person(records, link.b())))
            .count();
    assertThat(twice.size()).isGreaterThan(60);
    assertThat(found).isGreaterThan(twice.size() * 85L / 100);
    assertThat(result.links().size()).isLessThan(3 * twice.size() / 2);
    assertThat(result.warnings()).noneMatch(warning -> warning.startsWith("No duplicates"));
  }

  private static long linked(LinkResult result) {
    return result.links().stream()
        .flatMap(link -> List.of(link.a(), link.b()).stream())
        .distinct()
        .count();
  }

  private static String person(RecordTable records, int row) {
    return records.id(row).replace("b", "a");
  }

  private RecordTable census(int households, double copies) {
    return census(households, copies, COLUMNS);
  }

  private RecordTable census(int households, double copies, List<String> columns) {
    RecordTableBuilder builder = new RecordTableBuilder(columns);
    for (int home = 0; home < households; home++) {
      String surname = word(2);
      String place = PARTS[random.nextInt(PARTS.length)] + "ton";
      String street = word(1) + " " + (random.nextBoolean() ? "street" : "lane");
      String house = Integer.toString(1 + random.nextInt(99));
      int born = 1800 + random.nextInt(40);
      member(builder, surname, 'm', born, place, street, house, copies);
      member(builder, surname, 'f', born + random.nextInt(6), place, street, house, copies);
      int children = random.nextInt(5);
      for (int child = 0; child < children; child++) {
        char sex = random.nextBoolean() ? 'm' : 'f';
        int later = 22 + 3 * child + random.nextInt(3);
        member(builder, surname, sex, born + later, place, street, house, copies);
      }
    }
    return builder.build();
  }

  private void member(
      RecordTableBuilder builder,
      String surname,
      char sex,
      int born,
      String place,
      String street,
      String house,
      double copies) {
    String[] names = sex == 'm' ? MEN : WOMEN;
    String first = names[Math.min(random.nextInt(names.length), random.nextInt(names.length))];
    String id = Integer.toString(rows++);
    String[] values = {first, surname, "" + sex, "" + born, place, street, house};
    builder.add(0, id + "a", values);
    if (random.nextDouble() < copies) {
      String[] again = values.clone();
      again[0] = random.nextInt(3) == 0 ? slip(first) : first;
      again[1] = random.nextInt(3) == 0 ? slip(surname) : surname;
      again[3] = "" + (born + (random.nextInt(4) == 0 ? 1 : 0));
      builder.add(0, id + "b", again);
      twice.add(id);
    }
  }

  private String word(int parts) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < parts + 1; i++) {
      word.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return word.toString();
  }

  private String slip(String word) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
  }
}
