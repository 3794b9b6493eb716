package io.customer360.identity.cluster;

import io.customer360.identity.standard.Nicknames;

/// When two folded names can be the same person's. Equality up to short forms, an initial, swapped
/// parts and one slip of the keyboard in longer names; nothing that needs a weight.
final class NameMatcher {
  private static final int SHORT_FIRST = 4;
  private static final int LONG_FIRST = 5;
  private static final int LONG_LAST = 5;

  private final Nicknames nicknames = new Nicknames();

  /// First names written out in full on both sides agree.
  boolean sameFirst(String a, String b) {
    return a.equals(b)
        || nicknames.agree(a, b)
        || (a.length() >= LONG_FIRST && b.length() >= LONG_FIRST && oneSlip(a, b));
  }

  boolean sameLast(String a, String b) {
    return a.equals(b)
        || (a.length() >= LONG_LAST && b.length() >= LONG_LAST && oneSlip(a, b))
        || doubleBarrelled(a, b);
  }

  /// First and last agree, the first possibly by its initial.
  boolean same(PersonName a, PersonName b) {
    if (a.last().isEmpty() || b.last().isEmpty() || !a.hasFirst() || !b.hasFirst()) {
      return false;
    }
    return a.isInitial() || b.isInitial()
        ? firstOrInitial(a, b)
        : (sameLast(a.last(), b.last()) && sameFirst(a.first(), b.first())) || swapped(a, b);
  }

  /// Not in contradiction for records that share a strong identifier: the first names agree
  /// (whatever became of the last name), or the parts are swapped.
  boolean compatible(PersonName a, PersonName b) {
    return firstOrInitial(a, b)
        || swapped(a, b)
        || (sameLast(a.last(), b.last()) && nearFirst(a.first(), b.first()));
  }

  /// "Fi" for Fiona, "Eawn" for Ewan: too little on its own, enough beside a shared identifier and
  /// the same last name.
  private static boolean nearFirst(String a, String b) {
    int least = Math.min(a.length(), b.length());
    return least >= 2
        && (a.startsWith(b) || b.startsWith(a) || (least >= SHORT_FIRST && oneSlip(a, b)));
  }

  private boolean firstOrInitial(PersonName a, PersonName b) {
    if (a.isInitial() || b.isInitial()) {
      return initial(a, b) || initial(b, a);
    }
    return sameFirst(a.first(), b.first());
  }

  /// `n okafor` for Ngozi Okafor; and, as "Ngozi O" cannot be told from "Okafor N", `o ngozi` too.
  private boolean initial(PersonName brief, PersonName other) {
    return brief.isInitial()
        && other.hasFirst()
        && ((brief.first().charAt(0) == other.first().charAt(0)
                && sameLast(brief.last(), other.last()))
            || (!other.last().isEmpty()
                && brief.first().charAt(0) == other.last().charAt(0)
                && sameFirst(brief.last(), other.first())));
  }

  private static boolean swapped(PersonName a, PersonName b) {
    return a.first().equals(b.last()) && a.last().equals(b.first()) && !a.isInitial();
  }

  /// `smith-jones` with `smith`, `jones` or `smithjones`.
  private static boolean doubleBarrelled(String a, String b) {
    String shorter = a.length() < b.length() ? a : b;
    String longer = a.length() < b.length() ? b : a;
    int hyphen = longer.indexOf('-');
    return hyphen > 0
        && (longer.substring(0, hyphen).equals(shorter)
            || longer.substring(hyphen + 1).equals(shorter)
            || longer.replace("-", "").equals(shorter.replace("-", "")));
  }

  /// At most one inserted, left out, replaced or transposed character (Damerau distance <= 1).
  static boolean oneSlip(String a, String b) {
    int n = a.length();
    int m = b.length();
    if (Math.abs(n - m) > 1) {
      return false;
    }
    int start = 0;
    int least = Math.min(n, m);
    while (start < least && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int endA = n;
    int endB = m;
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    int restA = endA - start;
    int restB = endB - start;
    if (restA <= 1 && restB <= 1) {
      return true;
    }
    return restA == 2
        && restB == 2
        && a.charAt(start) == b.charAt(start + 1)
        && a.charAt(start + 1) == b.charAt(start);
  }
}
