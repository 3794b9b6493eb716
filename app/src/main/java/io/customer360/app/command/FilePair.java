package io.customer360.app.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.customer360.identity.match.Chains;
import io.customer360.identity.match.Explainer;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.record.RecordTable;
import java.util.List;
import java.util.Locale;

/// What `identity explain` prints of two records of files: the two alone, and what became of them.
/// Component names are the JSON's.
///
/// @param oneCluster whether they are held to be one person
/// @param through the records between them where a chain of links makes them one
/// @param pathProbability of the chain; that of the two alone where there is none
/// @param cluster in plain words
record FilePair(
    @JsonUnwrapped PairExplanation pair,
    boolean oneCluster,
    List<String> through,
    double pathProbability,
    String cluster) {
  /// @param a a row
  /// @param b another row
  /// @param threshold the probability a link needs
  static FilePair of(RecordTable records, LinkResult result, int a, int b, double threshold) {
    PairExplanation pair = new Explainer(records, result.scorer(), threshold).explain(a, b);
    boolean one = result.clusters()[a] == result.clusters()[b];
    if (!one) {
      return new FilePair(
          pair, false, List.of(), pair.probability(), apart(result, pair, threshold));
    }
    return new Chains(result.scorer(), records, threshold)
        .links(result.members(a)).stream()
            .filter(link -> link.a() == Math.min(a, b) && link.b() == Math.max(a, b))
            .findFirst()
            .map(link -> linked(records, pair, link, a > b))
            .orElseGet(
                () ->
                    new FilePair(
                        pair,
                        true,
                        List.of(),
                        pair.probability(),
                        "In one cluster, each by its links with records of the other file."));
  }

  private static String apart(LinkResult result, PairExplanation pair, double threshold) {
    if (pair.probability() < threshold) {
      return "In two clusters.";
    }
    return result.oneToOne()
        ? "In two clusters: a record has one partner at most, and one of them has a surer one."
        : "In two clusters: no rule brought them together, or their clusters do not resemble each"
            + " other on the whole.";
  }

  private static FilePair linked(
      RecordTable records, PairExplanation pair, LinkResult.Link link, boolean turned) {
    List<String> through = link.through().stream().map(records::id).toList();
    List<String> chain = turned ? through.reversed() : through;
    String words =
        link.direct()
            ? "In one cluster by their own weight."
            : String.format(
                Locale.ROOT,
                "In one cluster through %s: every step of the chain is a link of its own, and the"
                    + " chain's probability is %.6f.",
                String.join(", ", chain),
                link.pathProbability());
    return new FilePair(pair, true, chain, link.pathProbability(), words);
  }
}
