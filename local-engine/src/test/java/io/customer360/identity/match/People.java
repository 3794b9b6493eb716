package io.customer360.identity.match;

import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.RecordTableBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Invented people with invented errors. The id of a record is `person-number`.
final class People {
  static final List<String> COLUMNS =
      List.of("first_name", "last_name", "birth_date", "street", "town", "postcode", "phone");
  private static final String[] FIRST =
      ("anna bruno clara david emma felix greta hugo irene jonas karin leon maria nils olga paul"
              + " quinn rosa simon tina ulrich vera wim xenia yann zoe alice boris celia dieter")
          .split(" ");
  private static final String[] PARTS =
      "ber gar hol lan mor nor pel ros sal tor val wen ald bri cor dun fen hal ken lom".split(" ");

  record Row(int source, String id, @Nullable String[] values) {}

  private final Random random;

  People(long seed) {
    random = new Random(seed);
  }

  String word() {
    return pick(PARTS) + pick(PARTS) + pick(PARTS);
  }

  String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  /// Families share a surname, a street, a town, a postcode and a phone.
  List<Row> families(int homes, int copies) {
    List<Row> rows = new ArrayList<>();
    int person = 0;
    for (int home = 0; home < homes; home++) {
      String last = word();
      String street = (1 + random.nextInt(200)) + " " + word() + " street";
      int place = random.nextInt(100);
      String phone = "020 " + (1_000_000 + random.nextInt(8_999_999));
      int size = 1 + random.nextInt(4);
      int first = random.nextInt(FIRST.length);
      for (int p = 0; p < size; p++) {
        @Nullable String[] own = {
          FIRST[(first + 7 * p) % FIRST.length],
          last,
          "%d-%02d-%02d"
              .formatted(1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28)),
          street,
          "town" + place,
          String.valueOf(10_000 + place * 37),
          phone
        };
        for (int copy = 0; copy < copies; copy++) {
          rows.add(new Row(0, person + "-" + copy, copy == 0 ? own : blurred(own)));
        }
        person++;
      }
    }
    return rows;
  }

  private @Nullable String[] blurred(@Nullable String[] own) {
    @Nullable String[] copy = own.clone();
    int errors = random.nextInt(3);
    for (int e = 0; e < errors; e++) {
      int at = random.nextInt(copy.length);
      String value = copy[at];
      if (value != null && value.length() > 2) {
        int i = random.nextInt(value.length() - 1);
        copy[at] =
            switch (random.nextInt(4)) {
              case 0 -> null;
              case 1 -> value.substring(0, i) + value.substring(i + 1);
              case 2 ->
                  value.substring(0, i)
                      + value.charAt(i + 1)
                      + value.charAt(i)
                      + value.substring(i + 2);
              default -> value.toUpperCase(java.util.Locale.ROOT);
            };
      }
    }
    return copy;
  }

  static RecordTable table(List<String> columns, List<Row> rows) {
    RecordTableBuilder builder = new RecordTableBuilder(columns);
    rows.forEach(row -> builder.add(row.source(), row.id(), row.values()));
    return builder.build();
  }

  List<Row> shuffled(List<Row> rows) {
    List<Row> copy = new ArrayList<>(rows);
    Collections.shuffle(copy, random);
    return copy;
  }
}
