package io.customer360.sample;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes the person of an index, always the same one. Persons are numbered in the order in which
/// they became customers.
final class People {
  /// Points of the curve of new customers: share of all, date.
  private static final double[] SHARES = {0, 0.44935, 0.60, 0.80, 0.96, 1};

  private static final long[] DATES = {
    Times.at(2011, 6, 1),
    Times.at(2019, 3, 4),
    Times.at(2021, 6, 1),
    Times.at(2024, 3, 1),
    Times.at(2026, 9, 28),
    Times.at(2026, 11, 18)
  };

  private static final double NEWCOMERS_FROM = 0.965;
  private static final String[] DOMAINS = {"example.com", "example.net", "example.org"};

  private record FirstName(String origin, String name, String[] familiar) {}

  private final SampleSpec spec;
  private final Catalog catalog;
  private final FirstName[] firstNames;
  private final Map<String, String[]> lastNames = new HashMap<>();
  private final String[] commonLast;
  private final String[] streets;
  private final BitSet firstOfName;
  private final Roles roles;

  People(SampleSpec spec, Catalog catalog, Roles roles) {
    this.spec = spec;
    this.catalog = catalog;
    this.roles = roles;
    List<FirstName> firsts = new ArrayList<>();
    for (String[] f : Words.list("first-names", 3)) {
      FirstName name =
          new FirstName(f[0], f[1], f[2].isEmpty() ? new String[0] : f[2].split(",", -1));
      int copies = f[0].equals("en") ? 3 : f[0].equals("gd") || f[0].equals("cy") ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        firsts.add(name);
      }
    }
    firstNames = firsts.toArray(new FirstName[0]);
    Map<String, List<String>> byOrigin = new HashMap<>();
    for (String[] f : Words.list("last-names", 2)) {
      byOrigin.computeIfAbsent(f[0], key -> new ArrayList<>()).add(f[1]);
    }
    byOrigin.forEach((origin, names) -> lastNames.put(origin, names.toArray(new String[0])));
    commonLast = byOrigin.getOrDefault("en", List.of()).toArray(new String[0]);
    streets = Words.list("streets", 1).stream().map(f -> f[0]).toArray(String[]::new);
    firstOfName = findFirstOfName();
  }

  /// The first bearer of a name got the plain e-mail address; all others have a number in theirs.
  private BitSet findFirstOfName() {
    BitSet first = new BitSet(spec.customers());
    Set<String> seen = new HashSet<>(roles.stageNames());
    for (int i = 0; i < Math.min(spec.customers(), 60_000); i++) {
      Person person = name(i);
      if (seen.add(person.first + " " + person.last)) {
        first.set(i);
      }
    }
    return first;
  }

  private long household(int index) {
    return Dice.mix(spec.seed() * 31 + (index >> 1));
  }

  /// Two neighbours by number live together: same address, surname and landline.
  private boolean shared(int index) {
    return (index | 1) < spec.customers() && (household(index) & 0xFF) < 40;
  }

  private Person name(int index) {
    Dice dice = Dice.of(spec.seed(), index, 1);
    Dice home = Dice.of(spec.seed(), shared(index) ? index >> 1 : index, shared(index) ? 2 : 3);
    boolean newcomer = index >= NEWCOMERS_FROM * spec.customers();
    Segment segment = newcomer && dice.chance(0.85) ? Segment.NEWCOMER : Segment.draw(dice);
    Person person = new Person(index, segment, catalog.anyCity(home));
    FirstName first = dice.pick(firstNames);
    FirstName origin = home.pick(firstNames);
    String[] surnames =
        home.chance(0.12) ? commonLast : lastNames.getOrDefault(origin.origin(), commonLast);
    if (!origin.origin().equals(first.origin()) && !dice.chance(0.15)) {
      // most people have a first name from where their family name comes
      for (int tries = 0; tries < 40 && !first.origin().equals(origin.origin()); tries++) {
        first = dice.pick(firstNames);
      }
    }
    person.first = first.name();
    person.last = home.pick(surnames);
    person.familiar = first.familiar().length > 0 ? dice.pick(first.familiar()) : first.name();
    person.street = home.between(1, 148) + " " + home.pick(streets);
    person.postcode =
        person.city.postArea()
            + home.between(1, 19)
            + " "
            + home.between(1, 9)
            + postLetter(home)
            + postLetter(home);
    if (home.chance(0.3)) {
      person.landline = landline(person.city, home.between(1, 9_999));
    }
    return person;
  }

  private static char postLetter(Dice dice) {
    return "ABDEFGHJLNPQRSTUWXYZ".charAt(dice.below(20));
  }

  private static String landline(Catalog.City city, int number) {
    String area = city.dialling().substring(1);
    String start = area.length() == 3 ? "4960" : area.length() == 2 ? "79460" : "960";
    String tail = Integer.toString(number + 10_000).substring(1);
    String all = area + start + tail;
    return all.substring(0, Math.min(10, all.length()));
  }

  /// The person of this index.
  Person person(int index) {
    Person person = name(index);
    Dice dice = Dice.of(spec.seed(), index, 4);
    person.joined = joined(index) + dice.between(9, 19) * Times.HOUR + dice.below(3_600);
    person.born =
        Times.epochDay(dice.between(1948, 2006), dice.between(1, 12), dice.between(1, 28));
    String plain = ascii(person.first) + "." + ascii(person.last);
    String number = firstOfName.get(index) ? "" : Integer.toString(index + 11);
    person.email = address(person, plain, number, dice);
    person.otherEmail =
        ascii(person.first).charAt(0)
            + ascii(person.last)
            + (index + 11)
            + "@"
            + DOMAINS[dice.below(3)];
    person.phone = mobile(index);
    drives(person, dice);
    traces(person, dice);
    person.role = roles.role(index);
    roles.cast(person);
    return person;
  }

  private String address(Person person, String plain, String number, Dice dice) {
    String local =
        switch (dice.below(4)) {
          case 0 -> number.isEmpty() ? plain : ascii(person.first) + number;
          case 1 -> number.isEmpty() ? plain : ascii(person.last) + "." + number;
          default -> plain + number;
        };
    return local + "@" + DOMAINS[dice.below(3)];
  }

  private void drives(Person person, Dice dice) {
    Segment segment = person.segment;
    person.gap = Math.clamp(dice.around(segment.gap, 0.42), 12, 700);
    person.hazard = dice.around(segment.hazard, 0.45);
    person.online = Math.clamp(segment.online + 0.28 * dice.normal(), 0.02, 0.98);
    person.discount = Math.clamp(segment.discount + 0.1 * dice.normal(), 0, 1);
    person.opens = Math.clamp(segment.opens + 0.12 * dice.normal(), 0.03, 0.85);
    person.sessions = dice.around(segment == Segment.GIFT_BUYER ? 7 : 20, 0.6);
    person.basket = dice.around(segment.basket, 0.3);
    person.kids = segment == Segment.LOYAL_FAMILY || dice.chance(0.12);
  }

  private void traces(Person person, Dice dice) {
    person.webAccount = dice.chance(person.online < 0.25 ? 0.1 : 0.35 + 0.4 * person.online);
    if (dice.chance(person.segment.member)) {
      person.card = card(person.index);
    }
    person.inCrm = dice.chance(0.955);
    person.crmTwice = person.inCrm && dice.chance(0.118);
    person.posCustomer = !person.member() && dice.chance(1.3 - person.online) && dice.chance(0.6);
    person.appUser = dice.chance(person.segment.app);
    person.contact = dice.chance(0.52);
    person.smsContact = dice.chance(0.24);
    // the app signs in with an account of the shop
    person.webAccount |= person.appUser;
    person.secondWebAccount = person.webAccount && dice.chance(0.03);
    person.sharesDevice = shared(person.index) && dice.chance(0.35);
    if (dice.chance(0.07)) {
      person.email = "";
      person.appUser = false;
      person.contact = false;
      person.webAccount = false;
      person.secondWebAccount = false;
    }
    if (dice.chance(0.14)) {
      person.phone = "";
      person.smsContact = false;
    }
    if (!person.inCrm && !person.webAccount && !person.member() && !person.posCustomer) {
      person.inCrm = true;
    }
  }

  private long joined(int index) {
    double share = (index + 0.5) / spec.customers();
    int step = 1;
    while (SHARES[step] < share) {
      step++;
    }
    double part = (share - SHARES[step - 1]) / (SHARES[step] - SHARES[step - 1]);
    long seconds = (long) (DATES[step - 1] + part * (DATES[step] - DATES[step - 1]));
    long shift = spec.today().getEpochSecond() - SampleSpec.DEFAULT_TODAY.getEpochSecond();
    return Math.floorDiv(seconds + shift, Times.DAY) * Times.DAY;
  }

  /// The loyalty card of an index: unlike numbers for neighbours, no two alike.
  static String card(int index) {
    long number = (index * 7_654_321L + 120_934) % 10_000_000;
    return "AP-7" + Long.toString(10_000_000 + number).substring(1);
  }

  /// The mobile number of an index, from a range set aside for invented people where it lasts.
  private static String mobile(int index) {
    long number = (index * 47_951L + 1_482) % 100_000;
    return "77" + pad2(index / 100_000) + "9" + Long.toString(100_000 + number).substring(1);
  }

  private static String pad2(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /// Lower case without accents, for addresses.
  static String ascii(String name) {
    boolean plain = true;
    for (int i = 0; i < name.length() && plain; i++) {
      char c = name.charAt(i);
      plain = c < 0x80 && Character.isLetter(c);
    }
    if (plain) {
      return name.toLowerCase(Locale.ROOT);
    }
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replace('ł', 'l')
            .replace('Ł', 'L')
            .replace('ø', 'o')
            .replace('Ø', 'O')
            .replace('ı', 'i')
            .toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
