package io.customer360.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.record.RecordTableBuilder;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.ColumnKind;
import io.customer360.identity.standard.Folding;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.Standardizer;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every level of every graded comparison, and where it ends.
final class GradesTest {
  private static TextColumn column(String... values) {
    return new TextColumn("c", IntStream.range(0, values.length).toArray(), values);
  }

  private static String grade(Function<TextColumn, ValueComparison> kind, String a, String b) {
    ValueComparison comparison = kind.apply(column(a, b));
    assertThat(comparison.level(1, 0)).isEqualTo(comparison.level(0, 1));
    return comparison.levels().get(comparison.level(0, 1) - 1).label();
  }

  private static ValueComparison given(TextColumn text) {
    return new NameComparison(text, new Nicknames());
  }

  private static ValueComparison surname(TextColumn text) {
    return new NameComparison(text, null);
  }

  private static Function<TextColumn, ValueComparison> code(ColumnKind kind) {
    return text -> new CodeComparison(text, kind);
  }

  @ParameterizedTest
  @CsvSource({
    "marsh, mash, one slip or nearly the same",
    "martha, marhta, one slip or nearly the same",
    "maria, marie, one slip or nearly the same",
    "william, bill, a short form of the other",
    "ann, anne, a short form of the other",
    "philips, filips, 'sounds alike, or one within the other'",
    "de la cruz, cruz, 'sounds alike, or one within the other'",
    "jo, jon, 'sounds alike, or one within the other'",
    "c, chidi, 'only an initial, and it agrees'",
    "c, dora, different",
    "c, d, different",
    "lee, leigh, a little alike",
    "dora, ewan, different"
  })
  void givenNames(String a, String b, String label) {
    assertThat(grade(GradesTest::given, a, b)).isEqualTo(label);
  }

  @Test
  void surnamesHaveNoShortForms() {
    assertThat(grade(GradesTest::surname, "william", "bill")).isEqualTo("a little alike");
    assertThat(grade(GradesTest::surname, "smith", "smyth"))
        .isEqualTo("one slip or nearly the same");
  }

  @ParameterizedTest
  @CsvSource({
    // written from the right, with and without its marks and its stretch
    "محمد, محمود, one slip or nearly the same",
    "محمد, فاطمة, different",
    "王, 王小明, 'only an initial, and it agrees'",
    "王, 李, different",
    // one letter of two units
    "𠮷, 𠮷田, 'only an initial, and it agrees'",
    "😀, 😁, different",
    "Ива́нов, Ivanof, one slip or nearly the same",
    "Ιωάννης, Ioannis, same",
    "Müller, Muller, same",
    "Łukasz, Lukas, one slip or nearly the same",
    "أحمد, احمد, same",
    "مُحَمَّد, محـمد, same",
    "שָׁלוֹם, שלום, same"
  })
  void namesOfEveryScript(String a, String b, String label) {
    String left = Folding.fold(a);
    String right = Folding.fold(b);
    assertThat(left.equals(right) ? "same" : grade(GradesTest::given, left, right))
        .isEqualTo(label);
  }

  @Test
  void vowelSignsAreLettersWhereTheyMakeAnotherName() {
    assertThat(Folding.fold("राम")).isEqualTo("राम").doesNotContain(" ");
    assertThat(Folding.fold("कमल")).isNotEqualTo(Folding.fold("कोमल"));
    assertThat(Folding.fold("สมชัย")).isNotEqualTo(Folding.fold("สมชาย"));
    assertThat(Folding.fold("がく")).isNotEqualTo(Folding.fold("かく"));
    assertThat(Folding.fold("José \u200fÇağ")).isEqualTo("jose cag");
  }

  @Test
  void symbolsAloneAreWordsPartedByOneBlank() {
    String left = Folding.fold("\uD83D\uDE00  \uD83D\uDE01");
    assertThat(left).isEqualTo("\uD83D\uDE00 \uD83D\uDE01");
    assertThat(grade(TextComparison::new, left, "14 beckett row")).isEqualTo("different");
  }

  @Test
  void digitsOfOtherScriptsAreDigits() {
    assertThat(Folding.digits("٠٥٠-١٢٣ ४")).isEqualTo("0501234");
    assertThat(Folding.fold("شارع ١٢")).isEqualTo("شارع 12");
  }

  @ParameterizedTest
  @CsvSource({
    "19800701, 19800702, 'one slip, or day and month swapped'",
    "19800701, 19800107, 'one slip, or day and month swapped'",
    "19800701, 19900701, 'one slip, or day and month swapped'",
    "19800715, 19800726, 'two of year, month and day agree'",
    "19800715, 19801115, 'two of year, month and day agree'",
    "19800715, 19910715, 'two of year, month and day agree'",
    "19800101, 19801224, 'same year, one without a day'",
    "19800101, 19911224, different",
    "19800715, 19801226, same year",
    "19800715, 19820926, within two years or two slips",
    "19800715, 19830926, different",
    "1980, 1981, 'one slip, or day and month swapped'"
  })
  void dates(String a, String b, String label) {
    assertThat(grade(DateComparison::new, a, b)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "anna@x.org, anna@y.org, same before the at sign",
    "ann@x.org, ann@y.org, different", // three letters are no mailbox of one's own
    "annmarsh@x.org, anmarsh@x.org, one or two slips",
    "annabel.marsh@x.org, annabel.marshall@y.net, alike before the at sign",
    "ann.marsh1@x.org, ann.marsh2@x.org, different",
    "noatsign, noatsigm, one or two slips"
  })
  void addressesOfMail(String a, String b, String label) {
    assertThat(grade(EmailComparison::new, a, b)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 7700900482, 447700900482, same but for the country or area code",
    "PHONE, 123456, 99123456, same but for the country or area code",
    "PHONE, 12345, 9912345, different", // too short to be a subscriber's number
    "PHONE, 7700900482, 7700900483, one slip",
    "PHONE, 7700900482, 7701800482, different",
    "POSTCODE, ls63qn, ls63qm, one slip",
    "POSTCODE, ls63qn, ls61ab, same area",
    "POSTCODE, 12345, 12399, same area",
    "POSTCODE, 12345, 99345, different",
    "POSTCODE, ab, ac, different",
    "HOUSE_NUMBER, 12, 12a, one slip",
    "HOUSE_NUMBER, 1, 2, different",
    "CATEGORY, male, mael, one slip",
    "CATEGORY, m, f, different",
    "IDENTIFIER, ap12345, ap12354, one slip",
    "IDENTIFIER, ap12345, ap12367, two slips",
    "IDENTIFIER, abcde, abfge, different", // two slips of five are too many
    "IDENTIFIER, abc, abd, different"
  })
  void codes(ColumnKind kind, String a, String b, String label) {
    assertThat(grade(code(kind), a, b)).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "14 beckett row, 14 becket row, same words or two slips",
    "14 beckett row, row beckett 14, same words or two slips",
    "flat beckett farm north leeds, beckett farm north leeds, most words shared",
    "beckett row flat 2, beckett row, half of the words shared",
    "14 beckett row, 14 mill lane, a word shared",
    "14 beckett row, 9 high street, different",
    "شارع الملك 12, شارع الملك 13, same words or two slips",
    "a, b, different"
  })
  void texts(String a, String b, String label) {
    // among others, so that words have a rarity
    ValueComparison comparison =
        new TextComparison(
            column(
                a, b, "1 mill lane", "2 mill road", "3 high street", "4 church row", "5 oak row"));
    assertThat(comparison.level(1, 0)).isEqualTo(comparison.level(0, 1));
    assertThat(comparison.levels().get(comparison.level(0, 1) - 1).label()).isEqualTo(label);
  }

  @Test
  void whatIsMissingOrEqualIsNeverGraded() {
    RecordTableBuilder builder = new RecordTableBuilder(List.of("surname", "town"));
    String[] surnames = {"Marsh", "Marsh", null, "", "  ", "Reid"};
    for (int i = 0; i < surnames.length; i++) {
      builder.add(0, "r" + i, new String[] {surnames[i], "Leeds"});
    }
    Nicknames nicknames = new Nicknames();
    FieldComparison field =
        RecordComparator.of(
                new Standardizer(nicknames).standardize(builder.build(), List.of("surname")),
                nicknames)
            .fields()
            .getFirst();
    LevelCache cache = new LevelCache(2);
    assertThat(field.level(field.code(0), field.code(1), cache)).isEqualTo(FieldComparison.SAME);
    for (int row = 2; row <= 4; row++) {
      assertThat(field.level(field.code(0), field.code(row), cache))
          .isEqualTo(FieldComparison.MISSING);
      assertThat(field.level(field.code(row), field.code(row), cache))
          .isEqualTo(FieldComparison.MISSING);
    }
    assertThat(field.level(field.code(0), field.code(5), cache)).isEqualTo(field.different());
  }

  @Test
  void noComparisonDependsOnWhichValueComesFirst() {
    Random random = new Random(1);
    List<Function<TextColumn, ValueComparison>> all =
        Stream.concat(
                Stream.<Function<TextColumn, ValueComparison>>of(
                    GradesTest::given,
                    GradesTest::surname,
                    DateComparison::new,
                    EmailComparison::new,
                    TextComparison::new,
                    NumberComparison::new),
                Stream.of(ColumnKind.PHONE, ColumnKind.POSTCODE, ColumnKind.IDENTIFIER)
                    .map(GradesTest::code))
            .toList();
    for (int round = 0; round < 3_000; round++) {
      String a = word(random);
      String b = word(random);
      for (Function<TextColumn, ValueComparison> kind : all) {
        ValueComparison comparison = kind.apply(column(a, b));
        assertThat(comparison.level(0, 1)).as(a + " " + b).isEqualTo(comparison.level(1, 0));
        assertThat(comparison.level(0, 1)).isBetween(2, comparison.levels().size());
      }
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(10);
    for (int i = 0; i < length; i++) {
      boolean gap = i > 0 && i < length - 1 && word.charAt(i - 1) != ' ' && random.nextInt(8) == 0;
      word.append(gap ? ' ' : "abc12@".charAt(random.nextInt(6)));
    }
    return word.toString();
  }
}
