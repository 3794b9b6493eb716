package io.customer360.identity;

import io.customer360.identity.match.LinkModel;
import io.customer360.identity.review.ModelView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A pair in plain sentences: what speaks for one person and what against, and what would have to
/// be otherwise for another verdict.
final class PairWords {
  /// Less than this is not worth a word, in bits.
  private static final double AUDIBLE = 0.5;

  private final WeighedPair pair;
  private final List<ModelView.Comparison> comparisons;
  private final MatchThresholds thresholds;

  PairWords(WeighedPair pair, List<ModelView.Comparison> comparisons, MatchThresholds thresholds) {
    this.pair = pair;
    this.comparisons = comparisons;
    this.thresholds = thresholds;
  }

  String sentence() {
    List<String> speaksFor = loudest(true);
    List<String> speaksAgainst = loudest(false);
    if (speaksFor.isEmpty() && speaksAgainst.isEmpty()) {
      return "Too little is known of one of them to say anything.";
    }
    if (speaksAgainst.isEmpty()) {
      return "The "
          + joined(speaksFor)
          + " "
          + speak(speaksFor)
          + " for one person, nothing"
          + " against.";
    }
    if (speaksFor.isEmpty()) {
      return "The "
          + joined(speaksAgainst)
          + " "
          + speak(speaksAgainst)
          + " for two people, nothing against.";
    }
    return "The "
        + joined(speaksFor)
        + " "
        + speak(speaksFor)
        + " for one person, the "
        + joined(speaksAgainst)
        + " against.";
  }

  private static String speak(List<String> words) {
    return words.size() == 1 ? "speaks" : "speak";
  }

  private List<String> loudest(boolean forOne) {
    return pair.bars().stream()
        .filter(bar -> !bar.field().equals(WeighedPair.PRIOR))
        .filter(bar -> forOne ? bar.bits() > AUDIBLE : bar.bits() < -AUDIBLE)
        .sorted(Comparator.comparingDouble(bar -> -Math.abs(bar.bits())))
        .limit(3)
        .map(PairWords::named)
        .toList();
  }

  private static String named(WeighedPair.Bar bar) {
    if (bar.field().equals(WeighedPair.HOME)) {
      return "home that people share";
    }
    String field = lower(bar.field());
    return switch (bar.standing()) {
      case "same" -> "same " + field;
      case "different" -> "different " + field;
      default -> field + " (" + bar.level() + ")";
    };
  }

  private static String lower(String field) {
    String label = Labels.of(field);
    return label.equals("Born")
        ? "birth date"
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  private static String joined(List<String> words) {
    return words.size() < 2
        ? words.getFirst()
        : String.join(", the ", words.subList(0, words.size() - 1)) + " and the " + words.getLast();
  }

  String wouldChange() {
    return pair.probability() >= thresholds.mergeFrom() ? toKeepApart() : toJoin();
  }

  /// The missing or differing field whose agreement would weigh most.
  private String toJoin() {
    String best = "";
    double most = 0;
    double missing = LinkModel.bits(thresholds.mergeFrom()) - pair.bits();
    for (WeighedPair.Bar bar : pair.bars()) {
      if (bar.standing().isEmpty() || bar.standing().equals("same")) {
        continue;
      }
      double gain = same(bar.field()) - bar.bits();
      if (gain > most) {
        most = gain;
        best = bar.field();
      }
    }
    if (best.isEmpty()) {
      return "Nothing that is compared could make it clear.";
    }
    double then = LinkModel.probability(pair.bits() + most);
    return String.format(
        Locale.ROOT,
        most >= missing
            ? "With the same %s it would be %.2f and they would be joined."
            : "With the same %s it would be %.2f; more would have to agree.",
        lower(best),
        then);
  }

  private double same(String field) {
    String label = Labels.of(field);
    return comparisons.stream()
        .filter(comparison -> comparison.field().equals(label) && !comparison.levels().isEmpty())
        .mapToDouble(comparison -> comparison.levels().getFirst().bits())
        .findFirst()
        .orElse(0);
  }

  /// The agreeing field they could least do without.
  private String toKeepApart() {
    WeighedPair.Bar best = null;
    double lost = 0;
    for (WeighedPair.Bar bar : pair.bars()) {
      if (bar.standing().isEmpty() || bar.bits() <= 0) {
        continue;
      }
      double loss = bar.bits() - different(bar.field());
      if (loss > lost) {
        lost = loss;
        best = bar;
      }
    }
    if (best == null) {
      return "Nothing that is compared could make it doubtful.";
    }
    double then = LinkModel.probability(pair.bits() - lost);
    return String.format(
        Locale.ROOT,
        then < thresholds.mergeFrom()
            ? "With a different %s it would be %.2f and a person would be asked."
            : "Even with a different %s it would be %.2f.",
        lower(best.field()),
        then);
  }

  private double different(String field) {
    String label = Labels.of(field);
    return comparisons.stream()
        .filter(comparison -> comparison.field().equals(label) && !comparison.levels().isEmpty())
        .flatMap(comparison -> comparison.levels().stream())
        .mapToDouble(ModelView.Level::bits)
        .min()
        .orElse(0);
  }
}
