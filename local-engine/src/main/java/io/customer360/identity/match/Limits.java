package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.standard.ColumnKind;
import java.util.List;

/// What the classes mean, as limits on what is learned: one person has one first name and one day
/// of birth ([Homes#mostDifferent]), and who shares a home shares most of what a home shares.
/// Without these limits the classes could trade places. Immutable.
final class Limits {
  /// However many pairs there are, none of them with an error is no proof that there are no errors:
  /// one pair in so many may differ in anything (a marriage, a move, another's record).
  static final double LEAST_DOUBT = 0.01;

  private static final double SHARED_DIFFERENT = 0.3;

  /// Dates more than a slip or two apart, years more than one.
  private static final double FAR_BIRTH = 0.3;

  /// About one birth in thirty is a twin's.
  private static final double MOST_TWINS = 0.03;

  private final double[] mostDifferent;
  private final double[] mostDifferentAtHome;
  private final int[] different;
  private final int[] farFrom;
  private final double[] mostFar;
  private final boolean[] slips;
  private final boolean[] births;

  /// @param near by comparison whether it is a year of birth or an age, where people of a home are
  ///     near each other
  Limits(List<FieldComparison> fields, boolean[] near) {
    mostDifferent = Homes.mostDifferent(fields);
    farFrom = Homes.farFrom(fields);
    mostFar =
        fields.stream()
            .mapToDouble(field -> field.kind() == ColumnKind.GIVEN_NAME ? Homes.NAME : FAR_BIRTH)
            .toArray();
    slips = near.clone();
    births = new boolean[fields.size()];
    for (int i = 0; i < births.length; i++) {
      births[i] = fields.get(i).isBirth();
    }
    // A land line is a home's, a mobile phone one person's own: only the records can tell. Held to
    // be shared, numbers that differ would be taken for slips, and slips for signs of a home.
    mostDifferentAtHome =
        fields.stream()
            .mapToDouble(field -> field.kind() == ColumnKind.PHONE ? 1 : SHARED_DIFFERENT)
            .toArray();
    different = fields.stream().mapToInt(FieldComparison::different).toArray();
  }

  /// Two things that are a person's own differ altogether, such as both names: nothing is learned
  /// of one person from such a pair, or the class would drift from persons to families and
  /// namesakes.
  boolean contradicted(long pattern) {
    int contradictions = 0;
    boolean birth = false;
    for (int i = 0; i < different.length; i++) {
      if (mostDifferent[i] < 1 && RecordComparator.level(pattern, i) == different[i]) {
        // Day, month and year are one birth.
        contradictions += birth && births[i] ? 0 : 1;
        birth |= births[i];
      }
    }
    return contradictions > 1;
  }

  /// Whether two comparisons are both of a person's own. Pairs in which both differ are passed
  /// over, so they cannot tell how the two go together.
  boolean bothOwn(int i, int j) {
    return mostDifferent[i] < 1 && mostDifferent[j] < 1;
  }

  /// Brings the shares of levels among pairs of one person within the limits.
  void ofOnePerson(int comparison, double[] shares) {
    double share = shares[different[comparison]];
    double limit = Math.clamp(share, LEAST_DOUBT, mostDifferent[comparison]);
    set(shares, different[comparison], limit);
    notFar(comparison, shares);
    if (slips[comparison]) {
      fallingErrors(shares);
    }
  }

  /// One person's first name is not mostly "a little alike", nor their birth two years off: where
  /// it were, brothers and sisters would have taken the place of persons.
  private void notFar(int comparison, double[] shares) {
    int last = different[comparison];
    double far = 0;
    for (int level = farFrom[comparison]; level <= last; level++) {
      far += shares[level];
    }
    double most = mostFar[comparison];
    if (far <= most) {
      return;
    }
    for (int level = 1; level < shares.length; level++) {
      boolean isFar = level >= farFrom[comparison] && level <= last;
      shares[level] *= isFar ? most / far : (1 - most) / (1 - far);
    }
  }

  /// An error of a year of birth is the rarer the larger it is: no year apart is likelier than a
  /// nearer one, where brothers and sisters are two apart more often than none. Levels 2 and 3 of
  /// a number's comparison hold two years each, level 4 six.
  private static void fallingErrors(double[] shares) {
    shares[2] = Math.min(shares[2], 2 * shares[1]);
    shares[3] = Math.min(shares[3], shares[2]);
    shares[4] = Math.min(shares[4], 3 * shares[3]);
    double sum = 0;
    for (int level = 1; level < shares.length; level++) {
      sum += shares[level];
    }
    for (int level = 1; level < shares.length; level++) {
      shares[level] /= sum;
    }
  }

  /// The same for people of one home.
  void ofOneHome(int comparison, double[] shares) {
    double share = shares[different[comparison]];
    set(shares, different[comparison], Math.min(share, mostDifferentAtHome[comparison]));
  }

  /// People of one home are of the same age as twins are, or as strangers may be: more of them
  /// would be pairs of one person.
  void ofTwins(int comparison, double[] shares, double[] strangers) {
    double most = Math.max(MOST_TWINS, strangers[FieldComparison.SAME]);
    set(
        shares,
        FieldComparison.SAME,
        Math.clamp(shares[FieldComparison.SAME], strangers[FieldComparison.SAME], most));
  }

  /// Sets one share; the others keep their proportions.
  private static void set(double[] shares, int level, double share) {
    if (shares[level] == share) {
      return;
    }
    double factor = (1 - share) / (1 - shares[level]);
    for (int other = 1; other < shares.length; other++) {
      shares[other] *= factor;
    }
    shares[level] = share;
  }
}
