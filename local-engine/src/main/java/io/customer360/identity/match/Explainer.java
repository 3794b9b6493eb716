package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Explains any two records of a table, whether they were compared before or not. Not for use by
/// several threads.
public final class Explainer {
  private static final double TELLING = 1;
  private static final String[] VERDICTS = {
    "Certainly two people",
    "Very probably two people",
    "Probably two people",
    "Probably one person",
    "Very probably one person",
    "One person"
  };

  private final RecordTable records;
  private final PairScorer scorer;
  private final double threshold;
  private final RecordComparator.Scratch scratch;

  /// @param threshold the probability a link needs
  public Explainer(RecordTable records, PairScorer scorer, double threshold) {
    this.records = records;
    this.scorer = scorer;
    this.threshold = threshold;
    this.scratch = scorer.comparator().scratch();
  }

  /// @param a a row
  /// @param b another row
  public PairExplanation explain(int a, int b) {
    long pattern = scorer.comparator().pattern(a, b, scratch);
    LinkModel model = scorer.model();
    List<PairExplanation.Bar> bars = new ArrayList<>();
    List<FieldComparison> fields = scorer.comparator().fields();
    double total = model.priorBits();
    for (int i = 0; i < fields.size(); i++) {
      PairExplanation.Bar bar = bar(fields.get(i), i, pattern, a, b);
      total += bar.weight();
      bars.add(bar);
    }
    if (model.kin() > 0) {
      double penalty = scorer.kinPenalty(pattern, a, b);
      total -= penalty;
      bars.add(
          new PairExplanation.Bar(
              "two people of one home", null, null, null, null, "possible", -penalty));
    }
    double probability = LinkModel.probability(total);
    int category = PairExplanation.category(probability);
    return new PairExplanation(
        records.id(a),
        records.id(b),
        model.priorBits(),
        List.copyOf(bars),
        total,
        probability,
        category,
        sentence(bars, probability, category),
        probability >= threshold ? List.of() : needed(pattern, a, b, total));
  }

  private PairExplanation.Bar bar(FieldComparison field, int i, long pattern, int a, int b) {
    int level = RecordComparator.level(pattern, i);
    TextColumn raw = records.column(field.column().origin()).orElseThrow();
    TextColumn standard = field.column().text();
    String label = level == 0 ? "missing" : field.levels().get(level - 1).label();
    if (level == 0 && standard.value(a) != null && standard.value(b) != null) {
      label = "told with the first name";
    }
    return new PairExplanation.Bar(
        field.name(),
        raw.value(a),
        raw.value(b),
        standard.value(a),
        standard.value(b),
        label,
        scorer.weight(pattern, i, a, b));
  }

  private static String sentence(List<PairExplanation.Bar> bars, double probability, int category) {
    List<String> speakFor = words(bars, 1);
    List<String> against = words(bars, -1);
    StringBuilder text = new StringBuilder(VERDICTS[category]);
    text.append(" (").append(percent(probability)).append("): ");
    text.append(
        speakFor.isEmpty() ? "nothing telling agrees" : String.join(", ", speakFor) + " agree");
    if (speakFor.size() == 1) {
      text.append('s');
    }
    if (!against.isEmpty()) {
      text.append("; ").append(String.join(", ", against));
      text.append(against.size() == 1 ? " speaks against it" : " speak against it");
    }
    return text.append('.').toString();
  }

  private static String percent(double probability) {
    return probability > 0.999
        ? "over 99.9 %"
        : probability < 0.001
            ? "under 0.1 %"
            : String.format(Locale.UK, "%.1f %%", 100 * probability);
  }

  /// The three comparisons that speak loudest for (1) or against (-1) it.
  private static List<String> words(List<PairExplanation.Bar> bars, int sign) {
    return bars.stream()
        .filter(bar -> sign * bar.weight() >= TELLING)
        .sorted(Comparator.comparingDouble(bar -> -sign * bar.weight()))
        .limit(3)
        .map(
            bar ->
                sign < 0 || bar.level().equals("same")
                    ? bar.comparison()
                    : bar.comparison() + " (" + bar.level() + ")")
        .toList();
  }

  /// Equality of the fewest comparisons that would lift the pair to the threshold.
  private List<String> needed(long pattern, int a, int b, double total) {
    record Gain(String words, double bits) {}
    List<FieldComparison> fields = scorer.comparator().fields();
    List<Gain> gains = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      int level = RecordComparator.level(pattern, i);
      if (level == FieldComparison.SAME) {
        continue;
      }
      long agreed = pattern & ~(15L << (4 * i)) | (1L << (4 * i));
      double gain = scorer.model().weight(agreed, i) - scorer.weight(pattern, i, a, b);
      String now =
          level == 0 ? "one is missing" : "now: " + fields.get(i).levels().get(level - 1).label();
      gains.add(new Gain(fields.get(i).name() + " the same (" + now + ")", gain));
    }
    gains.sort(Comparator.comparingDouble(gain -> -gain.bits()));
    double missing = LinkModel.bits(threshold) - total;
    List<String> needed = new ArrayList<>();
    for (Gain gain : gains) {
      if (missing <= 0) {
        break;
      }
      if (gain.bits() > 0.1) {
        needed.add(gain.words());
        missing -= gain.bits();
      }
    }
    if (missing > 0) {
      needed.add("and still it would not be enough");
    }
    return List.copyOf(needed);
  }

  /// The row of an id in the first source that has it.
  public static @Nullable Integer row(RecordTable records, String id) {
    for (int source = 0; source < records.sourceCount(); source++) {
      int row = records.rowOf(source, id);
      if (row >= 0) {
        return row;
      }
    }
    return null;
  }
}
