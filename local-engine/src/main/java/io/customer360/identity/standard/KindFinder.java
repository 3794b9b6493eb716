package io.customer360.identity.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what a column holds from its name and its values. Names alone are never believed against
/// the values: a column `date` without dates is text.
final class KindFinder {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
  private static final Pattern TRUTH =
      Pattern.compile(
          "(true_|truth_|ground_truth_?|gold_|real_)?(cluster|entity|label|duplicate|dup|match)"
              + "(_?(id|no|nr|number|group))?|ground_?truth|truth|true_?id|group_?id|match_?group");
  private static final Set<String> GIVEN =
      Set.of(
          "given",
          "givenname",
          "forename",
          "forenames",
          "firstname",
          "first",
          "fname",
          "vorname",
          "prenom",
          "nombre",
          "fornamn",
          "voornaam",
          "givennames",
          "forename1");
  private static final Set<String> LAST =
      Set.of(
          "surname",
          "surnames",
          "lastname",
          "last",
          "lname",
          "family",
          "familyname",
          "nachname",
          "nom",
          "apellido",
          "apellidos",
          "efternamn",
          "achternaam",
          "cognome",
          "sname");
  private static final Set<String> MIDDLE = Set.of("middle", "middlename", "mname", "second");
  private static final Set<String> DATE =
      Set.of(
          "date", "dob", "birth", "born", "birthday", "birthdate", "geburtsdatum", "dateofbirth");
  private static final Set<String> PHONE =
      Set.of(
          "phone",
          "mobile",
          "tel",
          "telephone",
          "cell",
          "fax",
          "telefon",
          "msisdn",
          "landline",
          "phonenumber",
          "homephone",
          "workphone");
  private static final Set<String> POST =
      Set.of("postcode", "zip", "zipcode", "postal", "plz", "postalcode", "pcode");
  private static final Set<String> STREET =
      Set.of(
          "address",
          "addr",
          "street",
          "road",
          "adresse",
          "direccion",
          "addressline",
          "strasse",
          "address1",
          "address2",
          "streetname",
          "line1",
          "line2");
  private static final Set<String> PLACE =
      Set.of(
          "city",
          "town",
          "suburb",
          "place",
          "locality",
          "county",
          "village",
          "country",
          "region",
          "state",
          "province",
          "municipality",
          "birthplace",
          "parish",
          "ort",
          "stadt",
          "ville",
          "district",
          "neighborhood",
          "neighbourhood");
  private static final Set<String> IDENTITY =
      Set.of(
          "id",
          "uuid",
          "guid",
          "ssn",
          "nin",
          "passport",
          "identifier",
          "key",
          "licence",
          "license",
          "account",
          "card",
          "iban",
          "sec",
          "nhs",
          "taxid",
          "vat",
          "rowid",
          "recid");

  private static final Set<String> BIRTH =
      Set.of("dob", "birth", "born", "geburt", "geboren", "naissance", "nacimiento", "nascita");

  /// What follows "birth" where it is not its time.
  private static final Set<String> NOT_WHEN =
      Set.of("place", "country", "county", "state", "city", "town", "parish", "region", "name");

  private static final int FEW_NUMBERS = 12;
  private static final int DAYS = 31;

  /// The share of known first names among the first names of a mixed population is a third to a
  /// half, among its surnames less than a tenth.
  private static final double FIRST_NAMES = 0.25;

  /// The share of values that must look like it where the column's name says nothing.
  private static final double MOSTLY = 0.6;

  private KindFinder() {}

  /// Words of a column's name in lower case: `dateOfBirth_1` is date, of, birth, 1.
  static List<String> words(String name) {
    return Arrays.stream(CAMEL.split(name.strip()))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Whether a column is named like an answer rather than an observation.
  static boolean namedLikeTruth(String name) {
    return TRUTH.matcher(String.join("_", words(name))).matches();
  }

  /// Whether a column's name speaks of the time of a birth, or of a part of it.
  static boolean ofBirth(String name) {
    String joined = String.join("", words(name));
    return joined.equals("yob")
        || (BIRTH.stream().anyMatch(joined::contains)
            && NOT_WHEN.stream().noneMatch(joined::contains));
  }

  /// A row number, a key: no two records share a value, and no value is near another by meaning.
  static boolean rowKey(String name, ColumnFacts facts) {
    if (!facts.unique()) {
      return false;
    }
    boolean named = any(words(name), IDENTITY);
    return facts.digits() > 0.98 || (facts.codes() > 0.9 && facts.words() < 1.2) || named;
  }

  /// @param people whether other columns show that the records are of persons
  static ColumnKind find(String name, ColumnFacts facts, boolean people) {
    List<String> words = words(name);
    String joined = String.join("", words);
    if (facts.email() > 0.6) {
      return ColumnKind.EMAIL;
    }
    boolean longNumber = facts.digits() > 0.9 && facts.length() > 6.5;
    if (facts.dates() > (named(words, joined, DATE) ? 0.5 : 0.9)) {
      return ColumnKind.DATE;
    }
    if (named(words, joined, PHONE) && facts.letters() < 0.3 && facts.length() > 4) {
      return ColumnKind.PHONE;
    }
    if (named(words, joined, POST) && facts.length() < 12) {
      return ColumnKind.POSTCODE;
    }
    if (facts.letters() > 0.8) {
      ColumnKind kind = personName(words, joined, facts, people);
      if (kind != null) {
        return kind;
      }
    }
    boolean number = facts.numbers() > 0.9;
    if ((words.contains("number") || words.contains("no") || words.contains("nr"))
        && (any(words, STREET) || words.contains("house"))) {
      return ColumnKind.HOUSE_NUMBER;
    }
    if (!number && named(words, joined, STREET)) {
      return ColumnKind.ADDRESS;
    }
    boolean few = facts.core() <= 60 && facts.core() < 0.1 * facts.filled();
    if (!number && !few && named(words, joined, PLACE)) {
      return ColumnKind.PLACE;
    }
    if (longNumber
        || (any(words, IDENTITY)
            && (facts.codes() > 0.6 || facts.words() < 1.5)
            && facts.letters() < 0.9)) {
      return facts.distinctShare() > 0.02 ? ColumnKind.IDENTIFIER : ColumnKind.CATEGORY;
    }
    // The third is not nearer to the fourth than to the thirteenth.
    if (number && facts.distinct() <= DAYS && joined.endsWith("day")) {
      return ColumnKind.CATEGORY;
    }
    boolean word = facts.words() < 1.8;
    if (people && word && firstNames(facts, few)) {
      return ColumnKind.GIVEN_NAME;
    }
    // An age or a year has few values too, but near ones are alike.
    if (few && !(number && facts.core() > FEW_NUMBERS)) {
      return ColumnKind.CATEGORY;
    }
    if (number) {
      return ColumnKind.NUMBER;
    }
    if (people && facts.addresses() > MOSTLY) {
      return ColumnKind.ADDRESS;
    }
    if (people && facts.postcodes() > MOSTLY) {
      return ColumnKind.POSTCODE;
    }
    if (facts.codes() > 0.6 && facts.length() > 4) {
      return ColumnKind.IDENTIFIER;
    }
    return word ? ColumnKind.WORD : ColumnKind.TEXT;
  }

  /// Whether the values are first names, whatever the column is called. Abbreviations of states are
  /// first names to one in four.
  private static boolean firstNames(ColumnFacts facts, boolean few) {
    return facts.letters() > 0.8
        && facts.core() > FEW_NUMBERS
        && facts.givenNames() > (few ? 2 * FIRST_NAMES : FIRST_NAMES);
  }

  private static @org.jspecify.annotations.Nullable ColumnKind personName(
      List<String> words, String joined, ColumnFacts facts, boolean people) {
    boolean name = words.contains("name") || joined.endsWith("name");
    boolean given = named(words, joined, GIVEN);
    boolean last = named(words, joined, LAST);
    if (given && last) {
      return ColumnKind.FULL_NAME;
    }
    if (given && facts.words() < 2.2) {
      return ColumnKind.GIVEN_NAME;
    }
    if (last && facts.words() < 2.2) {
      return ColumnKind.SURNAME;
    }
    if (any(words, MIDDLE) && name) {
      return ColumnKind.GIVEN_NAME;
    }
    boolean full =
        words.contains("full") || joined.contains("fullname") || words.contains("person");
    boolean looks = facts.words() > 1.5 && facts.words() < 4.5;
    if (looks && name && (full || people || facts.givenNames() > 0.2)) {
      return ColumnKind.FULL_NAME;
    }
    return null;
  }

  private static boolean named(List<String> words, String joined, Set<String> known) {
    return known.contains(joined) || any(words, known);
  }

  private static boolean any(List<String> words, Set<String> known) {
    return words.stream().anyMatch(known::contains);
  }
}
