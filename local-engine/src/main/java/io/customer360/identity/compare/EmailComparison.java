package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import java.util.List;

/// E-mail addresses: the part before the at sign says most.
final class EmailComparison implements ValueComparison {
  private static final double NEAR = 0.92;
  private static final List<Level> LEVELS =
      List.of(
          Level.of("same", 0.75, 0.00005, 1),
          Level.of("same before the at sign", 0.05, 0.0001),
          Level.of("one or two slips", 0.05, 0.0002),
          Level.of("alike before the at sign", 0.03, 0.003),
          Level.of("different", 0.12, 0.9966));

  private final TextColumn text;

  /// By code the part before the at sign, and the digits in it.
  private final String[] locals;

  private final String[] digits;
  private final long[] letters;

  EmailComparison(TextColumn text) {
    this.text = text;
    locals = new String[text.distinct()];
    digits = new String[locals.length];
    letters = new long[locals.length];
    for (int code = 0; code < locals.length; code++) {
      locals[code] = local(text.valueOf(code));
      digits[code] = digits(locals[code]);
      letters[code] = Letters.of(text.valueOf(code));
    }
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public boolean isCostly() {
    return false;
  }

  @Override
  public int level(int codeA, int codeB) {
    String a = text.valueOf(codeA);
    String b = text.valueOf(codeB);
    String localA = locals[codeA];
    String localB = locals[codeB];
    if (localA.length() > 3 && localA.equals(localB)) {
      return 2;
    }
    // ann.marsh12 and ann.marsh34 are two people of one name, not one slip apart.
    if (!digits[codeA].equals(digits[codeB])) {
      return 5;
    }
    int least = Math.min(localA.length(), localB.length());
    if (least > 4
        && Letters.within(letters[codeA], letters[codeB], 2)
        && Similarity.distance(a, b, 2) <= 2) {
      return 3;
    }
    return least > 3 && Similarity.jaroWinkler(localA, localB) >= NEAR ? 4 : 5;
  }

  private static String digits(String local) {
    StringBuilder digits = null;
    for (int i = 0; i < local.length(); i++) {
      if (Character.isDigit(local.charAt(i))) {
        digits = digits == null ? new StringBuilder(8) : digits;
        digits.append(local.charAt(i));
      }
    }
    return digits == null ? "" : digits.toString();
  }

  private static String local(String address) {
    int sign = address.indexOf('@');
    return sign < 0 ? address : address.substring(0, sign);
  }
}
