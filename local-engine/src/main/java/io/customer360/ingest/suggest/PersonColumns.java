package io.customer360.ingest.suggest;

import io.customer360.lakehouse.Canonical;
import java.util.Map;

/// Settles which of the names and keys found for a person is which, by what stands beside it.
final class PersonColumns {
  /// A name that is half of one because the other half stands beside it.
  private static final double HALF = 0.85;

  private PersonColumns() {}

  static void settle(Map<String, Suggester.Pair> chosen) {
    keyOfPerson(chosen);
    halfNames(chosen);
  }

  /// A file that numbers its customers and has no other key: the number is the key.
  private static void keyOfPerson(Map<String, Suggester.Pair> chosen) {
    Suggester.Pair number = chosen.get("customer_number");
    Suggester.Pair key = chosen.get("source_key");
    if (number != null && (key == null || key.score() < Math.min(Doubts.LEAST, number.score()))) {
      move(chosen, "customer_number", "source_key");
    }
  }

  /// Beside a first name a plain `name` is the last one, beside a last name the first.
  private static void halfNames(Map<String, Suggester.Pair> chosen) {
    Suggester.Pair name = chosen.get("full_name");
    if (name == null) {
      return;
    }
    boolean first = chosen.containsKey("first_name");
    boolean last = chosen.containsKey("last_name");
    if (first != last) {
      String other = first ? "last_name" : "first_name";
      String reason =
          "'" + name.raw().column().name() + "' is name, beside a " + (first ? "first" : "last");
      chosen.remove("full_name");
      chosen.put(
          other,
          new Suggester.Pair(
              Canonical.PERSON.column(other).orElseThrow(),
              name.raw(),
              Math.max(HALF, name.score()),
              reason));
    }
  }

  private static void move(Map<String, Suggester.Pair> chosen, String from, String to) {
    Suggester.Pair pair = chosen.remove(from);
    if (pair != null) {
      Canonical.Column target = Canonical.PERSON.column(to).orElseThrow();
      chosen.put(to, new Suggester.Pair(target, pair.raw(), pair.score(), pair.reason()));
    }
  }
}
