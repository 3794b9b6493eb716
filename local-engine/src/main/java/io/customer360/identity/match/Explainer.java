package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.match.PairExplanation.Bar;
import io.customer360.identity.match.PairExplanation.Standing;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Explains any two records of a table, whether they were compared before or not. Not for use by
/// several threads.
public final class Explainer {
  /// A penalty below this is no bar of its own, in bits.
  private static final double AUDIBLE = 0.005;

  /// A gain below this is not worth asking for, in bits.
  private static final double WORTH = 0.1;

  private final RecordTable records;
  private final PairScorer scorer;
  private final double threshold;
  private final PairWords words;
  private final RecordComparator.Scratch scratch;

  /// @param threshold the probability a link needs
  public Explainer(RecordTable records, PairScorer scorer, double threshold) {
    this(records, scorer, threshold, UnaryOperator.identity());
  }

  /// @param label a column's name as it is put into a sentence
  public Explainer(
      RecordTable records, PairScorer scorer, double threshold, UnaryOperator<String> label) {
    this.records = records;
    this.scorer = scorer;
    this.threshold = threshold;
    this.words = new PairWords(label, threshold);
    this.scratch = scorer.comparator().scratch();
  }

  /// @param a a row
  /// @param b another row
  public PairExplanation explain(int a, int b) {
    long pattern = scorer.comparator().pattern(a, b, scratch);
    List<Bar> bars = new ArrayList<>();
    List<FieldComparison> fields = scorer.comparator().fields();
    double total = scorer.startBits();
    for (int i = 0; i < fields.size(); i++) {
      Bar bar = bar(fields.get(i), i, pattern, a, b);
      total += bar.weight();
      bars.add(bar);
    }
    double penalty = scorer.kinPenalty(pattern, a, b);
    if (penalty > AUDIBLE) {
      total -= penalty;
      bars.add(
          new Bar(
              PairExplanation.HOME, null, null, null, null, "possible", Standing.NONE, -penalty));
    }
    double probability = LinkModel.probability(total);
    int category = PairExplanation.category(probability);
    boolean linked = probability >= threshold;
    List<PairWords.Change> missing = linked ? List.of() : toJoin(pattern, a, b, total);
    return new PairExplanation(
        records.id(a),
        records.id(b),
        scorer.startBits(),
        bars,
        total,
        probability,
        category,
        words.sentence(bars, probability, category),
        linked ? List.of() : words.needed(missing, total),
        linked ? words.toPart(toPart(pattern, bars), total) : words.toJoin(missing, total),
        words.reason(bars));
  }

  private Bar bar(FieldComparison field, int i, long pattern, int a, int b) {
    int level = RecordComparator.level(pattern, i);
    TextColumn raw = records.column(field.column().origin()).orElseThrow();
    TextColumn standard = field.column().text();
    String label = level == 0 ? "missing" : field.levels().get(level - 1).label();
    if (level == 0 && standard.value(a) != null && standard.value(b) != null) {
      label = "told with the first name";
    }
    return new Bar(
        field.name(),
        raw.value(a),
        raw.value(b),
        standard.value(a),
        standard.value(b),
        label,
        level == FieldComparison.MISSING
            ? Standing.MISSING
            : level == FieldComparison.SAME
                ? Standing.SAME
                : level == field.different() ? Standing.DIFFERENT : Standing.CLOSE,
        scorer.weight(pattern, i, a, b));
  }

  /// Equality of the fewest comparisons that would lift the pair to the threshold, the most telling
  /// first.
  private List<PairWords.Change> toJoin(long pattern, int a, int b, double total) {
    List<FieldComparison> fields = scorer.comparator().fields();
    List<PairWords.Change> gains = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      int level = RecordComparator.level(pattern, i);
      if (level == FieldComparison.SAME) {
        continue;
      }
      long agreed = pattern & ~(15L << (4 * i)) | (1L << (4 * i));
      double same = scorer.calibration().taught(i, scorer.model().weight(agreed, i));
      double gain = same - scorer.weight(pattern, i, a, b);
      String now =
          level == 0 ? "one is missing" : "now: " + fields.get(i).levels().get(level - 1).label();
      gains.add(new PairWords.Change(fields.get(i).name(), now, gain));
    }
    gains.sort(Comparator.comparingDouble(gain -> -gain.bits()));
    double missing = LinkModel.bits(threshold) - total;
    List<PairWords.Change> needed = new ArrayList<>();
    for (PairWords.Change gain : gains) {
      if (missing > 0 && gain.bits() > WORTH) {
        needed.add(gain);
        missing -= gain.bits();
      }
    }
    return needed;
  }

  /// The agreeing comparison they could least do without, were it different.
  private PairWords.@Nullable Change toPart(long pattern, List<Bar> bars) {
    PairWords.Change most = null;
    for (int i = 0; i < scorer.comparator().fields().size(); i++) {
      FieldComparison field = scorer.comparator().fields().get(i);
      if (bars.get(i).weight() <= 0) {
        continue;
      }
      long differs = pattern & ~(15L << (4 * i)) | ((long) field.different() << (4 * i));
      double then = scorer.calibration().taught(i, scorer.model().weight(differs, i));
      double lost = then - bars.get(i).weight();
      if (most == null || lost < most.bits()) {
        most = new PairWords.Change(field.name(), bars.get(i).level(), lost);
      }
    }
    return most;
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
