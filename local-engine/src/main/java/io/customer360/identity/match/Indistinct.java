package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.StandardTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Records that nothing tells apart: a single one, or many that are the same in every column. How
/// much an agreement weighs is learned from records that differ, so that nobody can be said to be
/// one person with another there.
final class Indistinct {
  private Indistinct() {}

  /// @return everybody alone, with the reason; empty where records differ in some column, and where
  ///     columns are missing for another reason
  static Optional<LinkResult> everybodyAlone(
      StandardTable table, MatchSettings settings, Nicknames nicknames) {
    RecordTable records = table.records();
    boolean pairs = records.possiblePairs() >= 1;
    if (pairs && !table.columns().isEmpty()) {
      return Optional.empty();
    }
    List<TextColumn> constant =
        records.columns().stream()
            .filter(c -> settings.columns().isEmpty() || settings.columns().contains(c.name()))
            .filter(c -> c.distinct() == 1)
            .toList();
    if (pairs && constant.isEmpty()) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>(pairs ? table.remarks() : List.of());
    warnings.add(pairs ? allTheSame(records, constant) : noPair(records));
    return Optional.of(alone(table, settings, nicknames, warnings));
  }

  private static String noPair(RecordTable records) {
    return records.sourceCount() == 2
        ? "There are no two records to compare: one of the files has no rows."
        : "There are no two records to compare: the file has "
            + (records.size() == 0 ? "no rows." : "one row.");
  }

  private static String allTheSame(RecordTable records, List<TextColumn> constant) {
    List<String> whole =
        constant.stream().filter(c -> c.filled() == records.size()).map(TextColumn::name).toList();
    String alone =
        "how much an agreement says is learned from records that differ, so everybody stays"
            + " alone and no pair is written.";
    return whole.size() < 2
        ? "Nothing tells the records apart: no column that can be compared holds two values; "
            + alone
        : String.format(
            Locale.UK,
            "Nothing tells the records apart: all %,d are the same in %s; %s If rows that are the"
                + " same in all of these are one person entered again, keep one of them.",
            records.size(),
            String.join(", ", whole),
            alone);
  }

  private static LinkResult alone(
      StandardTable table, MatchSettings settings, Nicknames nicknames, List<String> warnings) {
    RecordTable records = table.records();
    StandardTable none = new StandardTable(records, List.of(), table.remarks());
    RecordComparator comparator = RecordComparator.of(none, nicknames);
    double prior = Math.clamp(1 / (records.possiblePairs() + 2), 1e-12, 0.5);
    LinkModel model = new LinkModel(List.of(), prior, 0);
    PairScorer scorer = new PairScorer(comparator, model, new TermBits(comparator, new double[0]));
    return new Linking(settings, records, scorer, ScoredPairs.of(List.of()))
        .result(0, 0, List.of(), warnings);
  }
}
