package io.customer360.identity.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two records side by side.
///
/// @param fields what was compared, in the order a person reads it
/// @param weights in bits: the chance before comparing first, then each comparison by its size;
///     they
///     sum to `totalBits` within 1e-9
/// @param category 0 (nothing in common) to 5 (certain)
/// @param sentence what speaks for and against, in one plain sentence
/// @param wouldChange what would have to agree, or differ, for the other verdict
/// @param reviewFrom probability from which a person is asked
/// @param mergeFrom probability from which records are joined unasked
/// @param consents what each side allows and what one customer would; only where they differ
public record ReviewPair(
    Side left,
    Side right,
    List<Field> fields,
    List<Weight> weights,
    double totalBits,
    double probability,
    int category,
    String sentence,
    String wouldChange,
    double reviewFrom,
    double mergeFrom,
    List<ConsentEffect> consents,
    Graph graph) {
  public ReviewPair {
    fields = List.copyOf(fields);
    weights = List.copyOf(weights);
    consents = List.copyOf(consents);
  }

  /// Both sides belong to one customer now.
  public boolean together() {
    return left.customerId().equals(right.customerId());
  }

  /// One record and the customer it belongs to.
  ///
  /// @param history facts the model does not use, for the person's judgement: label and value,
  ///     the same labels in the same order on both sides
  public record Side(
      String record,
      String source,
      String name,
      String customerId,
      String customerName,
      List<Fact> history) {
    public Side {
      history = List.copyOf(history);
    }
  }

  /// A label and what is known, null when nothing is.
  public record Fact(String label, @Nullable String value) {}

  /// A compared field with its values as they were received.
  public record Field(
      String label,
      @Nullable String left,
      @Nullable String right,
      Agreement agreement,
      String words) {}

  /// How two values stand to each other.
  public enum Agreement {
    SAME,
    CLOSE,
    DIFFERENT,
    MISSING
  }

  /// What one comparison weighs, in bits: above 0 for one person, below for two.
  public record Weight(String label, double bits) {}

  /// What a purpose on a channel becomes. Null is "not asked".
  public record ConsentEffect(
      String purpose,
      String channel,
      @Nullable String left,
      @Nullable String right,
      String together) {}

  /// The records of both customers and what ties them.
  public record Graph(List<Node> nodes, List<Edge> edges) {
    public Graph {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /// A record in the graph.
  public record Node(String record, String source, String name, String customerId) {}

  /// A tie of two records.
  ///
  /// @param words the rule in words, or the weight
  /// @param bits null for an exact rule
  /// @param inForce false for a pair that is only under review
  public record Edge(
      String left, String right, String words, @Nullable Double bits, boolean inForce) {}
}
