package io.customer360.identity.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Invented people as lines of CSV, some of them entered more than once with slips.
final class PeopleFiles {
  private static final String[] FIRST =
      "Anna Robert Mary James Kate William Susan Peter Edward Alice Joseph Thomas Ellen Ruth Oscar"
          .split(" ");
  private static final String[] PARTS =
      "ber gar hol lan mor nor pel ros sal tor val wen ald bri cor dun fen hal ken lom".split(" ");

  private final Random random = new Random(7);

  /// @param person the same for the entries of one person
  record Entry(
      String id, int person, String first, String last, String birth, String phone, String town) {
    String line() {
      return String.join(",", id, String.valueOf(person), first, last, birth, phone, town);
    }
  }

  private String part() {
    return PARTS[random.nextInt(PARTS.length)];
  }

  private String slip(String text) {
    if (random.nextInt(4) > 0) {
      return text;
    }
    int at = random.nextInt(text.length() - 1);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  /// @param most entries of one person at most
  List<Entry> entries(int people, int most) {
    List<Entry> entries = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      String first = FIRST[random.nextInt(FIRST.length)];
      String last = part() + part() + part();
      String birth =
          "%d-%02d-%02d"
              .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String phone = "0771" + (1_000_000 + random.nextInt(8_999_999));
      int copies = 1 + random.nextInt(most);
      for (int copy = 0; copy < copies; copy++) {
        boolean clean = copy == 0;
        entries.add(
            new Entry(
                "r" + person + "x" + copy,
                person,
                clean ? first : slip(first),
                clean || random.nextInt(3) > 0 ? last : part() + part(),
                clean || random.nextInt(4) > 0 ? birth : "",
                clean || random.nextInt(3) > 0 ? phone : "",
                "town" + random.nextInt(30)));
      }
    }
    return entries;
  }

  static String csv(List<Entry> entries) {
    StringBuilder text = new StringBuilder("id,person,first,last,birth_date,phone,town\n");
    entries.forEach(entry -> text.append(entry.line()).append('\n'));
    return text.toString();
  }
}
