package io.customer360.identity.match;

import io.customer360.identity.compare.FieldComparison;
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

  private Homes() {}

  /// By comparison whether a home shares it.
  static boolean[] shared(List<FieldComparison> fields) {
    boolean[] shared = new boolean[fields.size()];
    boolean matter = matter(fields);
    for (int i = 0; i < shared.length; i++) {
      shared[i] = matter && SHARED.contains(fields.get(i).kind());
    }
    return shared;
  }

  /// By comparison whether it is a person's own beyond doubt: a first name, a date of birth.
  static boolean[] own(List<FieldComparison> fields) {
    boolean[] own = new boolean[fields.size()];
    boolean firstName = true;
    for (int i = 0; i < own.length; i++) {
      ColumnKind kind = fields.get(i).kind();
      own[i] = kind == ColumnKind.DATE && fields.get(i).isBirth();
      if (kind == ColumnKind.GIVEN_NAME && firstName) {
        own[i] = true;
        firstName = false;
      }
    }
    return own;
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
