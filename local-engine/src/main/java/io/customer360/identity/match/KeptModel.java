package io.customer360.identity.match;

import io.customer360.identity.block.FixedRules;
import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.compare.TermCounts;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.record.TextHash;
import io.customer360.identity.standard.KeptColumn;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.StandardTable;
import io.customer360.identity.standard.Standardizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model apart from the records it was learned on: how to read and compare their columns, what
/// each level weighs, which pairs to compare. Together with the frequencies of [#eachTerm] it
/// weighs any two records as it weighed those: the weight of a pair and whether it is compared at
/// all depend on the two records alone. Immutable; plain enough to be written as JSON.
public record KeptModel(
    List<KeptColumn> columns,
    List<LinkModel.ComparisonModel> comparisons,
    double prior,
    double kin,
    Calibration calibration,
    FixedRules rules) {
  /// A value on fewer records than this is as rare as one nobody has.
  private static final int TELLING_RECORDS = 3;

  private static final int TELLING_TEXTS = 2;

  /// Copies the lists.
  public KeptModel {
    columns = List.copyOf(columns);
    comparisons = List.copyOf(comparisons);
  }

  /// Takes a term's frequency.
  @FunctionalInterface
  public interface TermSink {
    /// @param field the comparison's place
    /// @param word whether it is a word of a text, else a whole value
    /// @param term its hash
    /// @param count records with the value, or distinct values with the word
    void accept(int field, boolean word, long term, int count);
  }

  /// Empty when a comparison depends on its column in a way that cannot be kept.
  static Optional<KeptModel> of(PairScorer scorer, FixedRules rules) {
    List<FieldComparison> fields = scorer.comparator().fields();
    if (!fields.stream().allMatch(FieldComparison::canBeKept)) {
      return Optional.empty();
    }
    LinkModel model = scorer.model();
    return Optional.of(
        new KeptModel(
            fields.stream().map(field -> KeptColumn.of(field.column())).toList(),
            model.comparisons(),
            model.prior(),
            model.kin(),
            scorer.calibration(),
            rules));
  }

  /// The same model, taught otherwise.
  public KeptModel with(Calibration taught) {
    return new KeptModel(columns, comparisons, prior, kin, taught, rules);
  }

  /// Every frequency of the records a model was learned on that tells something.
  public static void eachTerm(PairScorer scorer, TermSink sink) {
    List<FieldComparison> fields = scorer.comparator().fields();
    for (int i = 0; i < fields.size(); i++) {
      int at = i;
      TextColumn text = fields.get(i).column().text();
      int[] counts = text.counts();
      for (int code = 0; code < counts.length; code++) {
        if (counts[code] >= TELLING_RECORDS) {
          sink.accept(at, false, TextHash.of(text.valueOf(code)), counts[code]);
        }
      }
      fields
          .get(i)
          .eachWord(
              (word, texts) -> {
                if (texts >= TELLING_TEXTS) {
                  sink.accept(at, true, TextHash.of(word), texts);
                }
              });
    }
  }

  /// Reads records as those were read. The table needs every column of the model by its name.
  public StandardTable read(RecordTable records) {
    return Standardizer.asKept(records, columns);
  }

  /// The terms whose frequencies are needed to weigh these records; a count of 0 each.
  public void eachWanted(StandardTable table, TermSink sink) {
    for (int i = 0; i < columns.size(); i++) {
      TextColumn text = table.columns().get(i).text();
      boolean words =
          switch (columns.get(i).kind()) {
            case FULL_NAME, ADDRESS, PLACE, TEXT -> true;
            default -> false;
          };
      for (int code = 0; code < text.distinct(); code++) {
        sink.accept(i, false, TextHash.of(text.valueOf(code)), 0);
        if (words) {
          for (String word : text.valueOf(code).split(" ", -1)) {
            sink.accept(i, true, TextHash.of(word), 0);
          }
        }
      }
    }
  }

  /// The model bound to records.
  ///
  /// @param table as [#read] gives it
  /// @param counts the frequencies among the records the model was learned on
  public PairScorer bind(StandardTable table, TermCounts counts) {
    RecordComparator comparator = RecordComparator.of(table, new Nicknames(), columns, counts);
    double[] same = new double[comparisons.size()];
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < same.length; i++) {
      same[i] = comparisons.get(i).u()[LinkModel.FREE][FieldComparison.SAME];
      filled.add(columns.get(i).filled());
    }
    return new PairScorer(
            comparator,
            new LinkModel(comparisons, prior, kin),
            new TermBits(comparator, same, filled, counts))
        .with(calibration);
  }
}
