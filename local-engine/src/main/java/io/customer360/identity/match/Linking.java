package io.customer360.identity.match;

import io.customer360.identity.block.Candidates;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From scored pairs to links: clusters in one source or between two, or partners one to one.
final class Linking {
  private final MatchSettings settings;
  private final RecordTable records;
  private final PairScorer scorer;
  private final ScoredPairs pairs;

  Linking(MatchSettings settings, RecordTable records, PairScorer scorer, ScoredPairs pairs) {
    this.settings = settings;
    this.records = records;
    this.scorer = scorer;
    this.pairs = pairs;
  }

  LinkResult result(
      long compared, int rounds, List<Candidates.RuleCount> blocking, List<String> warnings) {
    for (Candidates.RuleCount rule : blocking) {
      if (rule.skippedBlocks() > 0) {
        warnings.add(
            "Rule "
                + rule.rule()
                + ": "
                + rule.skippedBlocks()
                + " values shared by "
                + rule.skippedRows()
                + " records were too frequent to compare all with all.");
      }
    }
    boolean oneToOne =
        records.sourceCount() == 2
            && switch (settings.oneToOne()) {
              case YES -> true;
              case NO -> false;
              case DETECT -> partnersAreAlone();
            };
    Joining joining =
        new Joining(scorer, pairs, records.size(), oneToOne, settings.maximumCluster());
    double bits = LinkModel.bits(settings.threshold());
    int[] labels =
        oneToOne ? joining.partners(bits, (a, b, weight) -> {}) : clusters(joining, warnings);
    return new LinkResult(
        scorer,
        pairs,
        labels,
        links(labels),
        compared,
        rounds,
        oneToOne,
        blocking,
        warnings,
        joining);
  }

  private int[] clusters(Joining joining, List<String> warnings) {
    double bits = LinkModel.bits(settings.threshold());
    Clusters clusters = joining.clusters(bits, (a, b, weight) -> {});
    if (clusters.bridges() > 0) {
      warnings.add(
          clusters.bridges()
              + " links were bridges between clusters that do not resemble each"
              + " other and were not followed.");
    }
    if (clusters.tooLarge() > 0) {
      warnings.add(
          clusters.tooLarge()
              + " links would have made a cluster of more than "
              + settings.maximumCluster()
              + " records and were not followed.");
    }
    return clusters.labels();
  }

  /// Whether two partners of one record are next to never one person: then both sources are free
  /// of duplicates and a record has one partner at most.
  private boolean partnersAreAlone() {
    double bits = LinkModel.bits(Math.max(0.9, settings.threshold()));
    Map<Integer, Integer> partner = new HashMap<>();
    RecordComparator.Scratch scratch = scorer.comparator().scratch();
    int linked = 0;
    int doubled = 0;
    for (int at = 0; at < pairs.size() && pairs.weight(at) >= bits; at++) {
      for (int side = 0; side < 2; side++) {
        int row = side == 0 ? pairs.a(at) : pairs.b(at);
        int other = side == 0 ? pairs.b(at) : pairs.a(at);
        Integer before = partner.putIfAbsent(row, other);
        if (before == null) {
          linked++;
        } else if (scorer.weight(before, other, scratch) >= bits) {
          doubled++;
        }
      }
    }
    return doubled <= 0.1 * linked;
  }

  /// Every pair within a cluster; across the sources only when there are two.
  private List<LinkResult.Link> links(int[] labels) {
    Map<Integer, List<Integer>> members = new HashMap<>();
    List<Integer> roots = new ArrayList<>();
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != row) {
        int root = labels[row];
        members
            .computeIfAbsent(
                root,
                r -> {
                  roots.add(r);
                  return new ArrayList<>(List.of(r));
                })
            .add(row);
      }
    }
    roots.sort(null);
    Chains chains = new Chains(scorer, records, settings.threshold());
    List<LinkResult.Link> links = new ArrayList<>();
    for (int root : roots) {
      links.addAll(chains.links(members.getOrDefault(root, List.of())));
    }
    return links;
  }
}
