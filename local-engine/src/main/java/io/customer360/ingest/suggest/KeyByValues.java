package io.customer360.ingest.suggest;

import io.customer360.ingest.value.ColumnType;
import io.customer360.lakehouse.Canonical;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the key of a dataset where no name tells it.
final class KeyByValues {
  /// A key found by its values alone.
  private static final double BY_VALUES = 0.45;

  private KeyByValues() {}

  /// A required key that no name speaks for: a column of codes of which none stands twice, or the
  /// e-mail addresses of people.
  ///
  /// @param mayBe whether a column can be a key of this dataset at all
  static void find(
      Canonical.Dataset dataset,
      List<Suggester.Look> columns,
      Map<String, Suggester.Pair> chosen,
      Predicate<Suggester.Look> mayBe) {
    String key = ValueEvidence.key(dataset);
    if (key == null || chosen.containsKey(key)) {
      return;
    }
    Canonical.Column target = dataset.column(key).orElseThrow();
    if (!target.required()) {
      return;
    }
    Set<String> used = new HashSet<>();
    chosen.values().forEach(pair -> used.add(pair.raw().column().name()));
    Optional<Suggester.Look> code =
        columns.stream()
            .filter(look -> !used.contains(look.column().name()) && isKey(look))
            .filter(mayBe)
            .max(Comparator.comparingInt(look -> saysKey(look.column().name()) ? 1 : 0));
    Suggester.Pair email = chosen.get("email");
    Suggester.Pair order = chosen.get("order_id");
    if (code.isPresent()) {
      String reason = "no value of '" + code.get().column().name() + "' stands twice";
      chosen.put(key, new Suggester.Pair(target, code.get(), BY_VALUES, reason));
    } else if (dataset.equals(Canonical.PERSON) && email != null && email.raw().facts().unique()) {
      String reason = "no column is a key; no e-mail address stands twice";
      chosen.put(key, new Suggester.Pair(target, email.raw(), BY_VALUES, reason));
    } else if (order != null && order.raw().facts().unique()) {
      String reason = "no column is a key; each order stands once";
      chosen.put(key, new Suggester.Pair(target, order.raw(), BY_VALUES, reason));
    }
  }

  private static boolean isKey(Suggester.Look look) {
    ColumnType type = look.column().type().value();
    return look.facts().unique()
        && look.facts().empty() == 0
        && look.facts().coded() > 0.95
        && look.facts().clock() == null
        && (type == ColumnType.TEXT
            || (type == ColumnType.WHOLE_NUMBER && saysKey(look.column().name())));
  }

  private static boolean saysKey(String name) {
    return name.matches("(?i).*(id|key|code|nr|no|num)\\W*");
  }
}
