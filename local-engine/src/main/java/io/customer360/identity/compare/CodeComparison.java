package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.ColumnKind;
import java.util.List;

/// Identifiers, phone numbers, postcodes, house numbers and categories: what agrees but for a slip
/// and, where it means something, what agrees in its leading or trailing part.
final class CodeComparison implements ValueComparison {
  private static final List<Level> IDENTIFIER =
      List.of(
          Level.of("same", 0.85, 0.00005, 1),
          Level.of("one slip", 0.07, 0.00005),
          Level.of("two slips", 0.02, 0.0005),
          Level.of("different", 0.06, 0.9994));
  private static final List<Level> PHONE =
      List.of(
          Level.of("same", 0.75, 0.00005, 1),
          Level.of("same but for the country or area code", 0.05, 0.00005),
          Level.of("one slip", 0.03, 0.0001),
          Level.of("different", 0.17, 0.9998));
  private static final List<Level> POSTCODE =
      List.of(
          Level.of("same", 0.80, 0.002, 1),
          Level.of("one slip", 0.06, 0.01),
          Level.of("same area", 0.04, 0.05),
          Level.of("different", 0.10, 0.93));
  private static final List<Level> HOUSE =
      List.of(
          Level.of("same", 0.80, 0.02, 1),
          Level.of("one slip", 0.07, 0.05),
          Level.of("different", 0.13, 0.93));
  private static final List<Level> CATEGORY =
      List.of(
          Level.of("same", 0.93, 0.3, 1),
          Level.of("one slip", 0.02, 0.01),
          Level.of("different", 0.05, 0.69));
  private static final int SUBSCRIBER = 7;

  private final TextColumn text;
  private final ColumnKind kind;
  private final long[] letters;

  CodeComparison(TextColumn text, ColumnKind kind) {
    this.text = text;
    this.kind = kind;
    letters = new long[text.distinct()];
    for (int code = 0; code < letters.length; code++) {
      letters[code] = Letters.of(text.valueOf(code));
    }
  }

  @Override
  public List<Level> levels() {
    return switch (kind) {
      case PHONE -> PHONE;
      case POSTCODE -> POSTCODE;
      case HOUSE_NUMBER -> HOUSE;
      case CATEGORY -> CATEGORY;
      default -> IDENTIFIER;
    };
  }

  @Override
  public boolean isCostly() {
    return false;
  }

  @Override
  public int level(int codeA, int codeB) {
    String a = text.valueOf(codeA);
    String b = text.valueOf(codeB);
    int least = Math.min(a.length(), b.length());
    return switch (kind) {
      case PHONE -> {
        int tail = Math.min(SUBSCRIBER, least);
        boolean end = tail >= 6 && a.regionMatches(a.length() - tail, b, b.length() - tail, tail);
        yield end && a.length() != b.length() ? 2 : slips(codeA, codeB, 1) <= 1 ? 3 : 4;
      }
      case POSTCODE -> least >= 3 && slips(codeA, codeB, 1) <= 1 ? 2 : sameArea(a, b) ? 3 : 4;
      case HOUSE_NUMBER -> least >= 2 && slips(codeA, codeB, 1) <= 1 ? 2 : 3;
      case CATEGORY -> least >= 3 && slips(codeA, codeB, 1) <= 1 ? 2 : 3;
      default -> {
        int slips = least < 4 ? 3 : slips(codeA, codeB, least < 6 ? 1 : 2);
        yield slips == 1 ? 2 : slips == 2 && least >= 6 ? 3 : 4;
      }
    };
  }

  private int slips(int a, int b, int most) {
    return Letters.within(letters[a], letters[b], most)
        ? Similarity.distance(text.valueOf(a), text.valueOf(b), most)
        : most + 1;
  }

  /// The part before a British inward code, else the first half.
  private static boolean sameArea(String a, String b) {
    int partA = area(a);
    return partA > 0 && partA == area(b) && a.regionMatches(0, b, 0, partA);
  }

  private static int area(String code) {
    boolean letters = !code.isEmpty() && Character.isLetter(code.charAt(0));
    return letters ? code.length() - 3 : code.length() / 2;
  }
}
