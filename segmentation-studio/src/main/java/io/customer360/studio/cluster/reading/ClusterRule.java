package io.customer360.studio.cluster.reading;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What defines a cluster, as a rule a person can read and edit: any of some conjunctions of
/// ranges.
///
/// @param alternatives conjunctions, of which one has to hold
/// @param precision share of the rows that fulfil the rule and are in the cluster
/// @param recall share of the cluster's rows that fulfil the rule
/// @param rows that were looked at for precision and recall
public record ClusterRule(
    List<List<Condition>> alternatives, double precision, double recall, int rows) {
  public ClusterRule {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /// In words: `income > 70 and spending > 60, or age <= 20`.
  public String words() {
    return words(UnaryOperator.identity());
  }

  /// The same with names for people in place of the columns'.
  public String words(UnaryOperator<String> titles) {
    return alternatives.stream()
        .map(
            all ->
                all.stream()
                    .map(one -> one.words(titles.apply(one.feature())))
                    .collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(", or "));
  }

  /// As a SQL condition over columns of the features' names.
  public String sql() {
    String joined =
        alternatives.stream()
            .map(all -> all.stream().map(Condition::sql).collect(Collectors.joining(" and ")))
            .collect(Collectors.joining(") or ("));
    return alternatives.size() > 1 ? "(" + joined + ")" : joined;
  }
}
