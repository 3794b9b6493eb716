package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.standard.ColumnKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What people of one home share, and whether that is a question for these columns at all: it is
/// when persons are told apart by a first name or a date beside something that homes share.
final class Homes {
  private static final Set<ColumnKind> SHARED =
      EnumSet.of(
          ColumnKind.SURNAME,
          ColumnKind.ADDRESS,
          ColumnKind.HOUSE_NUMBER,
          ColumnKind.POSTCODE,
          ColumnKind.PLACE,
          ColumnKind.PHONE,
          ColumnKind.CATEGORY);

  /// The most that one person's first name differs.
  static final double NAME = 0.2;

  /// The level of a number that is more than one unit apart.
  static final int TWO_YEARS = 3;

  /// More of those who share it are two people than errors in a name and a date would make them.
  private static final double MANY = 0.2;

  private static final double SURNAME = 0.25;
  private static final double BIRTH = 0.25;
  private static final double SEX = 0.08;

  private Homes() {}

  /// By comparison whether a home shares it. An e-mail address is mostly a person's own; whether
  /// families share theirs is seen in who has the same.
  static boolean[] shared(Evidence evidence) {
    List<FieldComparison> fields = evidence.fields();
    boolean[] shared = new boolean[fields.size()];
    boolean matter = matter(fields);
    for (int i = 0; i < shared.length; i++) {
      FieldComparison field = fields.get(i);
      shared[i] =
          matter
              && !field.isBirth()
              && (SHARED.contains(field.kind())
                  || (field.kind() == ColumnKind.EMAIL
                      && ofSeveral(evidence.agreeing().get(i), fields)));
    }
    return shared;
  }

  /// Whether many of the pairs that agree in something are two people by all that is a person's own
  /// and known of both.
  private static boolean ofSeveral(PairSample.Histogram agreeing, List<FieldComparison> fields) {
    int[] far = farFrom(fields);
    double all = 0;
    double two = 0;
    for (int k = 0; k < agreeing.patterns().length; k++) {
      int known = 0;
      int apart = 0;
      for (int i = 0; i < far.length; i++) {
        int level = RecordComparator.level(agreeing.patterns()[k], i);
        if (level > 0 && far[i] <= fields.get(i).different()) {
          known++;
          apart += level >= far[i] ? 1 : 0;
        }
      }
      if (known > 0) {
        all += agreeing.counts()[k];
        two += apart == known ? agreeing.counts()[k] : 0;
      }
    }
    return two > MANY * all;
  }

  /// By comparison whether people of a home are near each other in it without sharing it: brothers
  /// and sisters, and couples, are of nearly the same age. A full date tells them apart as it does
  /// strangers. Between two files it is left to the choice of partners: there everybody's own
  /// record competes with those of the home, and closeness in age would only weaken it.
  static boolean[] near(List<FieldComparison> fields, int files) {
    boolean[] near = new boolean[fields.size()];
    boolean matter = files == 1 && matter(fields);
    for (int i = 0; i < near.length; i++) {
      FieldComparison field = fields.get(i);
      near[i] =
          matter
              && field.kind() == ColumnKind.NUMBER
              && (field.isBirth() || field.name().equalsIgnoreCase("age"));
    }
    return near;
  }

  /// By comparison the largest share of pairs of one person in which it can differ altogether, 1
  /// where there is no telling. One person has one first name, one day or year of birth and one
  /// sex; a surname changes with a marriage.
  static double[] mostDifferent(List<FieldComparison> fields) {
    double[] most = new double[fields.size()];
    boolean firstName = true;
    for (int i = 0; i < most.length; i++) {
      FieldComparison field = fields.get(i);
      most[i] =
          switch (field.kind()) {
            case GIVEN_NAME -> firstName ? NAME : 1;
            case SURNAME -> SURNAME;
            case DATE, NUMBER -> field.isBirth() ? BIRTH : 1;
            case CATEGORY -> field.isSex() ? SEX : field.isBirth() ? BIRTH : 1;
            default -> 1;
          };
      firstName &= field.kind() != ColumnKind.GIVEN_NAME;
    }
    return most;
  }

  /// By comparison the first level that is far for something of a person's own; beyond the last
  /// level where there is no telling.
  static int[] farFrom(List<FieldComparison> fields) {
    int[] from = new int[fields.size()];
    boolean firstName = true;
    for (int i = 0; i < from.length; i++) {
      FieldComparison field = fields.get(i);
      boolean isFirstName = firstName && field.kind() == ColumnKind.GIVEN_NAME;
      firstName &= !isFirstName;
      int different = field.different();
      boolean isDate = field.kind() == ColumnKind.DATE && field.isBirth();
      boolean isYear = field.kind() == ColumnKind.NUMBER && field.isBirth();
      from[i] = isFirstName || isDate ? different - 1 : isYear ? TWO_YEARS : different + 1;
    }
    return from;
  }

  static boolean matter(List<FieldComparison> fields) {
    boolean own = false;
    boolean home = false;
    for (FieldComparison field : fields) {
      own |= field.kind() == ColumnKind.GIVEN_NAME || field.kind() == ColumnKind.DATE;
      home |= field.kind() != ColumnKind.CATEGORY && SHARED.contains(field.kind());
    }
    return own && home;
  }
}
