package io.customer360.identity.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well the last resolution went, counted from its tables: what a person should know before
/// believing a customer to be one person. Shares are 0 to 1.
///
/// @param records source records resolved
/// @param customers they make
/// @param linkRate share of the records that belong to a customer with another record
/// @param ties what makes two records of one customer one
/// @param links how many records hang on each kind of link, the most first
/// @param sizes how many customers have 1, 2, 3-5, 6-10, 11+ records
/// @param sources how many records of each source stand alone
/// @param queue what waits for a person
/// @param expected precision and recall at the threshold in force; null when nothing was weighed
/// @param prevented customers of several people that did not come about
/// @param alarms identifiers that stood on too many records or names, the largest first
public record IdentityHealth(
    long records,
    long customers,
    double linkRate,
    Ties ties,
    List<Share> links,
    List<Share> sizes,
    List<Source> sources,
    Queue queue,
    @Nullable Expected expected,
    Prevented prevented,
    List<Alarm> alarms) {
  /// Before the first resolution.
  public static final IdentityHealth NONE =
      new IdentityHealth(
          0,
          0,
          0,
          new Ties(0, 0, 0, 0),
          List.of(),
          List.of(),
          List.of(),
          new Queue(0, 0, 0),
          null,
          new Prevented(0, 0, 0, 0),
          List.of());

  /// Copies the lists.
  public IdentityHealth {
    links = List.copyOf(links);
    sizes = List.copyOf(sizes);
    sources = List.copyOf(sources);
    alarms = List.copyOf(alarms);
  }

  /// The pairs of records of one customer, each counted once.
  ///
  /// @param deterministic share an identifier that is in use
  /// @param probabilistic share none; their comparison joined them
  /// @param judged share none; a person said so
  /// @param transitive are one only through other records
  public record Ties(long deterministic, long probabilistic, long judged, long transitive) {
    /// All pairs of records that are one customer.
    public long pairs() {
      return deterministic + probabilistic + judged + transitive;
    }

    /// A share of all pairs; 0 when there are none.
    public double share(long count) {
      return pairs() == 0 ? 0 : (double) count / pairs();
    }
  }

  /// A label and how many.
  public record Share(String label, long count) {}

  /// @param alone records of the source that are their customer's only one
  public record Source(String source, long records, long alone) {
    /// Share of the source's records that stand alone.
    public double share() {
      return records == 0 ? 0 : (double) alone / records;
    }
  }

  /// @param waiting pairs of the review queue
  /// @param rivals pairs that would wait if a likelier partner did not
  /// @param untellable pairs of which hardly more than a name is known
  public record Queue(long waiting, long rivals, long untellable) {}

  /// By the model's own probabilities, over the pairs that were compared.
  ///
  /// @param threshold probability from which records are joined unasked
  /// @param pairs at or above it
  /// @param precision their mean probability
  /// @param recall their share of the sum of all probabilities
  public record Expected(double threshold, long pairs, double precision, double recall) {}

  /// What would have put several people into one customer, each counted once.
  ///
  /// @param keptApart values of identifiers in use that two customers or more share, told apart by
  ///     name or birth date
  /// @param refused values of identifiers that joined nobody, see [Alarm]
  /// @param notFollowed pairs above the threshold whose customers do not fit on the whole
  /// @param judgedApart pairs of which a person said that they are two
  public record Prevented(long keptApart, long refused, long notFollowed, long judgedApart) {
    /// All of them.
    public long total() {
      return keptApart + refused + notFollowed + judgedApart;
    }
  }

  /// A kind of identifier with values on too many records or names; they join nobody.
  ///
  /// @param values how many values of the kind
  /// @param largestRecords records with the most frequent of them
  /// @param largestNames names on the one with most names
  public record Alarm(String kind, long values, long largestRecords, long largestNames) {}
}
