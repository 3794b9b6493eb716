package io.customer360.app.command.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.customer360.identity.match.Chains;
import io.customer360.identity.match.Explainer;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.review.ReviewPair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What `identity explain` prints of two records, of files and of the workspace alike: the two
/// alone, what became of them, and them side by side. Component names are the JSON's.
///
/// @param oneCluster whether they are held to be one person
/// @param through the records between them where a chain of links makes them one
/// @param pathProbability of the chain; that of the two alone where there is none
/// @param cluster in plain words
/// @param left the record named first; of a file, its customer is the first record of its cluster
/// @param consents of two customers of the workspace, where they differ
/// @param graph the records of both customers of the workspace; empty for files
record ExplainedPair(
    @JsonUnwrapped PairExplanation pair,
    boolean oneCluster,
    List<String> through,
    double pathProbability,
    String cluster,
    ReviewPair.Side left,
    ReviewPair.Side right,
    List<ReviewPair.Field> fields,
    List<ReviewPair.Weight> weights,
    double totalBits,
    double reviewFrom,
    double mergeFrom,
    List<ReviewPair.ConsentEffect> consents,
    ReviewPair.Graph graph) {
  private static final ReviewPair.Graph NO_GRAPH = new ReviewPair.Graph(List.of(), List.of());

  /// Two records of the workspace.
  ///
  /// @param pair as explained; what it says of the other verdict gives way to what `review` knows
  static ExplainedPair of(PairExplanation pair, ReviewPair review) {
    boolean turned = !pair.idA().equals(review.left().record());
    List<String> through = review.together() ? through(pair, review) : List.of();
    return new ExplainedPair(
        new PairExplanation(
            pair.idA(),
            pair.idB(),
            pair.start(),
            pair.bars(),
            pair.weight(),
            pair.probability(),
            pair.category(),
            pair.sentence(),
            pair.needed(),
            review.wouldChange(),
            pair.reason()),
        review.together(),
        through,
        pair.probability(),
        review.together()
            ? "In one customer, "
                + review.left().customerId()
                + (through.isEmpty() ? "." : ", through " + String.join(", ", through) + ".")
            : "In two customers.",
        turned ? review.right() : review.left(),
        turned ? review.left() : review.right(),
        review.fields().stream().map(field -> turned ? turned(field) : field).toList(),
        review.weights(),
        review.totalBits(),
        review.reviewFrom(),
        review.mergeFrom(),
        review.consents().stream().map(effect -> turned ? turned(effect) : effect).toList(),
        review.graph());
  }

  private static ReviewPair.Field turned(ReviewPair.Field field) {
    return new ReviewPair.Field(
        field.label(), field.right(), field.left(), field.agreement(), field.words());
  }

  private static ReviewPair.ConsentEffect turned(ReviewPair.ConsentEffect effect) {
    return new ReviewPair.ConsentEffect(
        effect.purpose(), effect.channel(), effect.right(), effect.left(), effect.together());
  }

  /// The records between two of one customer, by the ties that joined them.
  private static List<String> through(PairExplanation pair, ReviewPair review) {
    Map<String, String> before = new HashMap<>();
    before.put(pair.idB(), pair.idB());
    ArrayDeque<String> next = new ArrayDeque<>(List.of(pair.idB()));
    while (!next.isEmpty() && !before.containsKey(pair.idA())) {
      String at = next.removeFirst();
      for (ReviewPair.Edge edge : review.graph().edges()) {
        String other =
            edge.left().equals(at) ? edge.right() : edge.right().equals(at) ? edge.left() : at;
        if (edge.inForce() && before.putIfAbsent(other, at) == null) {
          next.addLast(other);
        }
      }
    }
    List<String> between = new ArrayList<>();
    String at = before.getOrDefault(pair.idA(), pair.idB());
    while (!at.equals(pair.idB())) {
      between.add(at);
      at = before.getOrDefault(at, pair.idB());
    }
    return between;
  }

  /// @param a a row
  /// @param b another row
  /// @param threshold the probability a link needs
  static ExplainedPair of(RecordTable records, LinkResult result, int a, int b, double threshold) {
    PairExplanation pair = new Explainer(records, result.scorer(), threshold).explain(a, b);
    boolean one = result.clusters()[a] == result.clusters()[b];
    if (!one) {
      return file(
          records,
          result,
          a,
          b,
          threshold,
          pair,
          List.of(),
          pair.probability(),
          apart(result, pair, threshold));
    }
    return new Chains(result.scorer(), records, threshold)
        .links(result.members(a)).stream()
            .filter(link -> link.a() == Math.min(a, b) && link.b() == Math.max(a, b))
            .findFirst()
            .map(link -> linked(records, result, threshold, pair, link, a > b))
            .orElseGet(
                () ->
                    file(
                        records,
                        result,
                        a,
                        b,
                        threshold,
                        pair,
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

  private static ExplainedPair linked(
      RecordTable records,
      LinkResult result,
      double threshold,
      PairExplanation pair,
      LinkResult.Link link,
      boolean turned) {
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
    int a = turned ? link.b() : link.a();
    int b = turned ? link.a() : link.b();
    return file(records, result, a, b, threshold, pair, chain, link.pathProbability(), words);
  }

  private static ExplainedPair file(
      RecordTable records,
      LinkResult result,
      int a,
      int b,
      double threshold,
      PairExplanation pair,
      List<String> through,
      double pathProbability,
      String words) {
    List<ReviewPair.Field> fields = new ArrayList<>();
    List<ReviewPair.Weight> weights = new ArrayList<>();
    weights.add(new ReviewPair.Weight("Chance before comparing", pair.start()));
    for (PairExplanation.Bar bar : pair.bars()) {
      boolean field = bar.standing() != PairExplanation.Standing.NONE;
      weights.add(
          new ReviewPair.Weight(
              field ? bar.comparison() + ", " + bar.level() : bar.comparison(), bar.weight()));
      if (field) {
        fields.add(
            new ReviewPair.Field(
                bar.comparison(),
                bar.valueA(),
                bar.valueB(),
                ReviewPair.Agreement.valueOf(bar.standing().name()),
                bar.level()));
      }
    }
    return new ExplainedPair(
        pair,
        result.clusters()[a] == result.clusters()[b],
        through,
        pathProbability,
        words,
        side(records, result, a),
        side(records, result, b),
        fields,
        weights,
        pair.weight(),
        threshold,
        threshold,
        List.of(),
        NO_GRAPH);
  }

  private static ReviewPair.Side side(RecordTable records, LinkResult result, int row) {
    String first = records.id(result.clusters()[row]);
    return new ReviewPair.Side(
        records.id(row),
        "file " + (records.file(row) + 1),
        records.id(row),
        first,
        first,
        List.of());
  }
}
