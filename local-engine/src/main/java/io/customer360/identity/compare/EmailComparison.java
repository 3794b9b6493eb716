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

  EmailComparison(TextColumn text) {
    this.text = text;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int level(int codeA, int codeB) {
    String a = text.valueOf(codeA);
    String b = text.valueOf(codeB);
    String localA = local(a);
    String localB = local(b);
    if (localA.length() > 3 && localA.equals(localB)) {
      return 2;
    }
    // ann.marsh12 and ann.marsh34 are two people of one name, not one slip apart.
    if (!digits(localA).equals(digits(localB))) {
      return 5;
    }
    int least = Math.min(localA.length(), localB.length());
    if (least > 4 && Similarity.distance(a, b, 2) <= 2) {
      return 3;
    }
    return least > 3 && Similarity.jaroWinkler(localA, localB) >= NEAR ? 4 : 5;
  }

  private static String digits(String local) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < local.length(); i++) {
      if (Character.isDigit(local.charAt(i))) {
        digits.append(local.charAt(i));
      }
    }
    return digits.toString();
  }

  private static String local(String address) {
    int sign = address.indexOf('@');
    return sign < 0 ? address : address.substring(0, sign);
  }
}
