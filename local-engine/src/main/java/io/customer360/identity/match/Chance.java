package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.standard.ColumnKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether there are pairs of one person at all. Two people of one home have the first names and
/// the ages they have; where both agree, chance did it, and how often it does is seen where only
/// one of them agrees: with `b` and `c` pairs that agree in one and `d` in neither, chance makes
/// `b * c / d` that agree in both. What is more than that are pairs of one person.
///
/// @param both pairs of a sample of homes that agree in first name and birth
/// @param expected how many of them chance makes
/// @param claimedBoth how many of them the model takes for one person
/// @param claimed how many of all the pairs it takes for one person
/// @param homes pairs in the sample
record Chance(double both, double expected, double claimedBoth, double claimed, double homes) {
  /// Fewer pairs of homes tell nothing.
  private static final double FEWEST = 100;

  /// Names and ages of a home are not quite independent: brothers are of one sex and of nearly one
  /// age.
  private static final double ROOM = 1.5;

  private static final double DEVIATIONS = 2;

  /// The share of one person's pairs that agrees in both.
  private static final double LEAST_AGREEING = 0.5;

  /// How much of the model's prior stands: the pairs beyond chance among those it claims, 0 where
  /// there are no more than chance makes, at most 1.
  double share() {
    double least = ROOM * expected + DEVIATIONS * Math.sqrt(expected + 1);
    double most = Math.max(claimedBoth, LEAST_AGREEING * claimed);
    return both <= least ? 0 : Math.min(1, (both - expected) / Math.max(1e-9, most));
  }

  /// That no duplicates can be told from chance; empty where some can.
  Optional<String> inWords() {
    return share() > 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "No duplicates were found that could be told from chance: of %.0f pairs of one home"
                    + " that were looked at %.0f agree in first name and birth, where chance makes"
                    + " %.0f.",
                homes,
                both,
                expected));
  }

  /// @param shared by comparison whether a home shares it
  /// @param near by comparison whether it is a year of birth or an age
  /// @return null where there is no home, first name, surname or birth, and where too few pairs of
  ///     homes have them
  static @Nullable Chance of(Evidence evidence, LinkModel model, boolean[] shared, boolean[] near) {
    List<FieldComparison> fields = evidence.fields();
    int name = first(fields, ColumnKind.GIVEN_NAME);
    int surname = first(fields, ColumnKind.SURNAME);
    int birth = -1;
    int home = -1;
    for (int i = 0; i < fields.size(); i++) {
      FieldComparison field = fields.get(i);
      boolean date = field.kind() == ColumnKind.DATE && field.isBirth();
      // Of an age and a year of birth the one that says more: ages differ between two times.
      if ((near[i] || date) && (birth < 0 || says(model, i) > says(model, birth))) {
        birth = i;
      }
      boolean names = field.kind() == ColumnKind.SURNAME || field.kind() == ColumnKind.CATEGORY;
      if (shared[i] && !names && (home < 0 || u(model, i) < u(model, home))) {
        home = i;
      }
    }
    return name < 0 || surname < 0 || birth < 0 || home < 0
        ? null
        : count(evidence, home, model, new int[] {name, surname, birth});
  }

  private static int first(List<FieldComparison> fields, ColumnKind kind) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }

  private static double u(LinkModel model, int comparison) {
    return model.comparisons().get(comparison).u()[LinkModel.FREE][FieldComparison.SAME];
  }

  private static double says(LinkModel model, int comparison) {
    double m = model.comparisons().get(comparison).m()[LinkModel.FREE][FieldComparison.SAME];
    return m / u(model, comparison);
  }

  private static @Nullable Chance count(Evidence evidence, int home, LinkModel model, int[] at) {
    List<FieldComparison> fields = evidence.fields();
    PairSample.Histogram pairs = evidence.agreeing().get(home);
    // Pairs are drawn with replacement; no more are counted than there are.
    double draws = Arrays.stream(pairs.counts()).sum();
    double scale = Math.min(1, evidence.agreeingPairs()[home] / Math.max(1, draws));
    int[] far = Homes.farFrom(fields);
    int different = fields.get(at[0]).different();
    boolean years = fields.get(at[2]).kind() == ColumnKind.NUMBER;
    int birthFar = years ? Homes.TWO_YEARS : far[at[2]];
    double neither = 0;
    double named = 0;
    double born = 0;
    double both = 0;
    double claimed = 0;
    double claimedBoth = 0;
    for (int k = 0; k < pairs.patterns().length; k++) {
      long pattern = pairs.patterns()[k];
      int name = RecordComparator.level(pattern, at[0]);
      int surname = RecordComparator.level(pattern, at[1]);
      int birth = RecordComparator.level(pattern, at[2]);
      if (name == 0 || birth == 0 || surname < 1 || surname > 2) {
        continue;
      }
      double count = pairs.counts()[k] * scale;
      boolean sameName = name < far[at[0]] || name > different;
      boolean sameBirth = birth < birthFar;
      double claim = EmTrainer.match(model, pattern) * count;
      claimed += claim;
      if (sameName && sameBirth) {
        both += count;
        claimedBoth += claim;
      } else if (sameName) {
        named += count;
      } else if (sameBirth) {
        born += count;
      } else {
        neither += count;
      }
    }
    double homes = both + named + born + neither;
    // Where most pairs agree in something of a person's own, those that do not are its slips.
    return homes < FEWEST || neither < homes / 2
        ? null
        : new Chance(both, (named + 0.5) * (born + 0.5) / neither, claimedBoth, claimed, homes);
  }
}
