package io.customer360.identity.match;

import io.customer360.identity.match.PairExplanation.Bar;
import io.customer360.identity.match.PairExplanation.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A pair in plain sentences: what speaks for one person and what against, and what would have to
/// be otherwise for another verdict.
final class PairWords {
  /// Less than this is not worth a word, in bits.
  private static final double TELLING = 0.5;

  private static final int MOST_WORDS = 3;
  private static final String[] VERDICTS = {
    "Certainly two people",
    "Very probably two people",
    "Probably two people",
    "Probably one person",
    "Very probably one person",
    "One person"
  };

  private final UnaryOperator<String> label;
  private final double threshold;

  PairWords(UnaryOperator<String> label, double threshold) {
    this.label = label;
    this.threshold = threshold;
  }

  /// What a comparison would add if it came out otherwise.
  record Change(String comparison, String now, double bits) {}

  String sentence(List<Bar> bars, double probability, int category) {
    List<String> speaksFor = loudest(bars, 1);
    List<String> against = loudest(bars, -1);
    StringBuilder text = new StringBuilder(VERDICTS[category]);
    text.append(" (").append(percent(probability)).append("): ");
    if (speaksFor.isEmpty() && against.isEmpty()) {
      return text.append("too little is known of one of them.").toString();
    }
    text.append(clause(speaksFor.isEmpty() ? against : speaksFor));
    text.append(speaksFor.isEmpty() ? " against it" : " for it");
    if (against.isEmpty()) {
      text.append(", nothing against");
    } else if (speaksFor.isEmpty()) {
      text.append(", nothing for it");
    } else {
      text.append(", the ").append(joined(against)).append(" against");
    }
    return text.append('.').toString();
  }

  private static String clause(List<String> words) {
    return "the " + joined(words) + (words.size() == 1 ? " speaks" : " speak");
  }

  private static String percent(double probability) {
    return probability > 0.999
        ? "over 99.9 %"
        : probability < 0.001
            ? "under 0.1 %"
            : String.format(Locale.UK, "%.1f %%", 100 * probability);
  }

  private List<String> loudest(List<Bar> bars, int sign) {
    return bars.stream()
        .filter(bar -> sign * bar.weight() >= TELLING)
        .sorted(Comparator.comparingDouble(bar -> -sign * bar.weight()))
        .limit(MOST_WORDS)
        .map(this::named)
        .toList();
  }

  private String named(Bar bar) {
    String name = label.apply(bar.comparison());
    return switch (bar.standing()) {
      case NONE -> "home that two people may share";
      case SAME -> "same " + name;
      case DIFFERENT -> "different " + name;
      default -> name + " (" + bar.level() + ")";
    };
  }

  private static String joined(List<String> words) {
    return words.size() < 2
        ? words.getFirst()
        : String.join(", the ", words.subList(0, words.size() - 1)) + " and the " + words.getLast();
  }

  /// Why it is not clear, in a few words: the comparison that speaks loudest against, else the
  /// weakest of those that agree only roughly, else that too little is known.
  String reason(List<Bar> bars) {
    Bar worst = null;
    for (Bar bar : bars) {
      boolean roughly = bar.standing() == Standing.CLOSE || bar.standing() == Standing.DIFFERENT;
      if (roughly && (worst == null || bar.weight() < worst.weight())) {
        worst = bar;
      }
    }
    if (worst != null) {
      return label.apply(worst.comparison()) + " " + worst.level();
    }
    Bar last = bars.isEmpty() ? null : bars.getLast();
    if (last != null && last.standing() == Standing.NONE && last.weight() < -TELLING) {
      return "one home";
    }
    List<String> known =
        bars.stream()
            .filter(bar -> bar.standing() == Standing.SAME)
            .map(bar -> label.apply(bar.comparison()))
            .toList();
    return known.isEmpty() ? "little known" : "only " + String.join(", ", known) + " known";
  }

  /// What would have to agree, each in a few words.
  List<String> needed(List<Change> changes, double total) {
    double missing = LinkModel.bits(threshold) - total;
    List<String> needed = new ArrayList<>();
    for (Change change : changes) {
      needed.add(label.apply(change.comparison()) + " the same (" + change.now() + ")");
      missing -= change.bits();
    }
    if (missing > 0) {
      needed.add("and still it would not be enough");
    }
    return needed;
  }

  String toJoin(List<Change> changes, double total) {
    if (changes.isEmpty()) {
      return "Nothing that is compared could make it clear.";
    }
    double then = total + changes.stream().mapToDouble(Change::bits).sum();
    List<String> names =
        changes.stream().map(change -> "same " + label.apply(change.comparison())).toList();
    return String.format(
        Locale.ROOT,
        then >= LinkModel.bits(threshold)
            ? "With the %s it would be %.2f and they would be joined."
            : "Even with the %s it would be %.2f only.",
        joined(names),
        LinkModel.probability(then));
  }

  String toPart(@Nullable Change change, double total) {
    if (change == null) {
      return "Nothing that is compared could make it doubtful.";
    }
    double then = LinkModel.probability(total + change.bits());
    return String.format(
        Locale.ROOT,
        then < threshold
            ? "With a different %s it would be %.2f and they would not be joined unasked."
            : "Even with a different %s it would be %.2f.",
        label.apply(change.comparison()),
        then);
  }
}
