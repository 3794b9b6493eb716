package io.customer360.identity;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.PairScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What each comparison of a pair weighs.
///
/// @param bits the total; the bars sum to it within 1e-9
/// @param bars the chance before comparing first, then every comparison in the order of the fields,
///     then, where there is one, what people of one home share
public record WeighedPair(double bits, double probability, List<Bar> bars) {
  public WeighedPair {
    bars = List.copyOf(bars);
  }

  /// @param field the compared field; `prior` and `home` are no fields
  /// @param level in words: `same`, `one slip`, `missing`
  /// @param standing `same`, `close`, `different` or `missing`; empty for `prior` and `home`
  public record Bar(String field, String level, String standing, double bits) {}

  static final String PRIOR = "prior";
  static final String HOME = "home";

  /// A penalty below this is no bar of its own, in bits.
  private static final double AUDIBLE = 0.005;

  static WeighedPair of(PairScorer scorer, int a, int b, RecordComparator.Scratch scratch) {
    LinkModel model = scorer.model();
    long pattern = scorer.comparator().pattern(a, b, scratch);
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar(PRIOR, "", "", model.priorBits()));
    List<LinkModel.ComparisonModel> comparisons = model.comparisons();
    List<FieldComparison> fields = scorer.comparator().fields();
    for (int i = 0; i < comparisons.size(); i++) {
      int level = RecordComparator.level(pattern, i);
      String words =
          level == FieldComparison.MISSING
              ? "missing"
              : fields.get(i).levels().get(level - 1).label();
      String standing =
          level == FieldComparison.MISSING
              ? "missing"
              : level == FieldComparison.SAME
                  ? "same"
                  : level == comparisons.get(i).different() ? "different" : "close";
      bars.add(
          new Bar(comparisons.get(i).name(), words, standing, scorer.weight(pattern, i, a, b)));
    }
    double home = scorer.kinPenalty(pattern, a, b);
    if (home > AUDIBLE) {
      bars.add(new Bar(HOME, "people of one home share as much", "", -home));
    }
    double bits = bars.stream().mapToDouble(Bar::bits).sum();
    return new WeighedPair(bits, LinkModel.probability(bits), bars);
  }

  /// Why it is not clear, in a few words: the comparison that speaks loudest against, else the
  /// weakest of those that agree only roughly, else that too little is known.
  String reason() {
    Bar worst = null;
    for (Bar bar : bars) {
      boolean field = !bar.standing().isEmpty() && !bar.standing().equals("missing");
      if (field && !bar.standing().equals("same") && (worst == null || bar.bits() < worst.bits())) {
        worst = bar;
      }
    }
    if (worst != null) {
      return Labels.of(worst.field()).toLowerCase(Locale.ROOT) + " " + worst.level();
    }
    Bar last = bars.getLast();
    return last.field().equals(HOME) && last.bits() < -0.5 ? "one home" : "little known";
  }
}
