package io.customer360.app.command.identity;

import io.customer360.app.bench.PeakMemory;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.identity.block.Candidates;
import io.customer360.identity.file.LinkEvaluation;
import io.customer360.identity.file.Truth;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.record.RecordTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `identity link` prints. Component names are the JSON's.
///
/// @param links pairs of records held to be one person
/// @param clusters groups of two and more records
/// @param precision null where nothing was found, or there is no truth; the other figures likewise
/// @param prior chance that two random records are one person, as learned
record LinkReport(
    long records,
    long pairsCompared,
    long links,
    long clusters,
    double threshold,
    @Nullable Double precision,
    @Nullable Double recall,
    @Nullable Double f1,
    LinkEvaluation.@Nullable Best best,
    LinkEvaluation.@Nullable ClusterFigures clusterFigures,
    @Nullable Long truePairs,
    boolean oneToOne,
    int emRounds,
    double prior,
    List<Rule> blocking,
    List<Comparison> comparisons,
    double seconds,
    double peakMb,
    @Nullable String clustersFile,
    List<String> warnings) {
  /// One blocking rule.
  record Rule(String rule, long estimated, long actual) {}

  /// One comparison; it may depend on another, `given`.
  record Comparison(String name, @Nullable String given, List<Level> levels) {}

  /// One level: shares among pairs of one person and of two, and the weight in bits.
  ///
  /// @param pooled whether it was taken together with a neighbour, as less agreement may not weigh
  ///     more: the weight is that of their shares together
  record Level(String label, double m, double u, double weight, boolean pooled) {}

  static LinkReport of(
      RecordTable records,
      LinkResult result,
      @Nullable Truth truth,
      @Nullable LinkEvaluation evaluation,
      double threshold,
      double seconds,
      @Nullable Path clustersFile) {
    int[] labels = result.clusters();
    boolean[] several = new boolean[labels.length];
    long clusters = 0;
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != row && !several[labels[row]]) {
        several[labels[row]] = true;
        clusters++;
      }
    }
    List<Rule> blocking = new ArrayList<>();
    for (Candidates.RuleCount rule : result.blocking()) {
      blocking.add(new Rule(rule.rule(), rule.estimated(), rule.actual()));
    }
    return new LinkReport(
        records.size(),
        result.pairsCompared(),
        result.links().size(),
        clusters,
        threshold,
        evaluation == null ? null : evaluation.precision(),
        evaluation == null ? null : evaluation.recall(),
        evaluation == null ? null : evaluation.f1(),
        evaluation == null ? null : evaluation.best(),
        evaluation == null ? null : evaluation.clusters(),
        evaluation == null ? null : evaluation.truePairs(),
        result.oneToOne(),
        result.emRounds(),
        result.scorer().model().prior(),
        blocking,
        comparisons(result.scorer().model()),
        seconds,
        PeakMemory.megabytes(),
        clustersFile == null ? null : clustersFile.toString(),
        warnings(result, truth, evaluation));
  }

  private static List<String> warnings(
      LinkResult result, @Nullable Truth truth, @Nullable LinkEvaluation evaluation) {
    List<String> warnings = new ArrayList<>(result.warnings());
    if (truth != null) {
      warnings.addAll(truth.remarks());
    }
    if (evaluation != null && evaluation.truePairs() == 0) {
      warnings.add(
          "By the truth no two of these records are one person: recall is unknown, and F1 says"
              + " nothing. Check that --truth is the right column or file.");
    }
    return warnings;
  }

  private static List<Comparison> comparisons(LinkModel model) {
    List<Comparison> list = new ArrayList<>();
    for (LinkModel.ComparisonModel c : model.comparisons()) {
      List<Level> levels = new ArrayList<>();
      for (int level = 1; level <= c.labels().size(); level++) {
        levels.add(
            new Level(
                c.labels().get(level - 1),
                c.m()[0][level],
                c.u()[0][level],
                c.weights()[0][level],
                c.isPooled(level)));
      }
      String given = c.parent() < 0 ? null : model.comparisons().get(c.parent()).name();
      list.add(new Comparison(c.name(), given, levels));
    }
    return list;
  }

  private static String share(@Nullable Double value) {
    return value == null ? "unknown" : Text.decimal(value, 4);
  }

  void print(Output out) {
    out.line(
        "%s, %s compared, %s, %s of two and more, threshold %s",
        Text.count(records, "record"),
        Text.count(pairsCompared, "pair"),
        Text.count(links, "link"),
        Text.count(clusters, "cluster"),
        Text.decimal(threshold, 3));
    if (truePairs != null) {
      out.line(
          "precision %s, recall %s, F1 %s%s; %s true pairs",
          share(precision),
          share(recall),
          share(f1),
          best == null
              ? ""
              : "; best F1 "
                  + Text.decimal(best.f1(), 4)
                  + " at threshold "
                  + Text.decimal(best.threshold(), 4),
          Text.whole(truePairs));
    }
    if (clusterFigures != null) {
      out.line(
          "whole clusters: precision %s, recall %s, F1 %s",
          share(clusterFigures.precision()),
          share(clusterFigures.recall()),
          share(clusterFigures.f1()));
    }
    out.line("");
    List<List<Object>> rows = new ArrayList<>();
    boolean pooled = false;
    for (Comparison comparison : comparisons) {
      String name =
          comparison.name() + (comparison.given() == null ? "" : " given " + comparison.given());
      for (Level level : comparison.levels()) {
        rows.add(
            List.of(
                name,
                level.label(),
                Text.decimal(level.m(), 4),
                Text.decimal(level.u(), 6),
                Text.decimal(level.weight(), 2),
                level.pooled() ? "*" : ""));
        name = "";
        pooled |= level.pooled();
      }
    }
    out.table(List.of("comparison", "level", "m", "u", "weight", ""), rows);
    if (pooled) {
      out.line(
          "* taken together with its neighbours marked so, as less agreement may not weigh more:"
              + " the weight is log2 of their m together by their u together");
    }
    out.line("");
    out.table(
        List.of("blocking rule", "estimated", "actual"),
        blocking.stream().map(r -> List.of(r.rule(), r.estimated(), r.actual())).toList());
    out.line("");
    warnings.forEach(warning -> out.line("note: %s", warning));
    out.line(
        "%d rounds of EM, %s, peak memory %s MB",
        emRounds, Text.seconds(seconds), Text.whole(Math.round(peakMb)));
    if (clustersFile != null) {
      out.line("clusters are in %s", clustersFile);
    }
  }
}
