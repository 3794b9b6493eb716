package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.Phonetics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names and other words: slips of the keyboard, short forms, spellings that sound alike.
final class NameComparison implements ValueComparison {
  private static final double CLOSE = 0.93;
  private static final double NEAR = 0.87;
  private static final double FAR = 0.72;
  private static final List<Level> LEVELS =
      List.of(
          Level.of("same", 0.80, 0.005, 1),
          Level.of("one slip or nearly the same", 0.09, 0.002, 0.5),
          Level.of("a short form of the other", 0.02, 0.002, 0.3),
          Level.of("sounds alike, or one within the other", 0.03, 0.01),
          Level.of("only an initial, and it agrees", 0.01, 0.01),
          Level.of("a little alike", 0.02, 0.03),
          Level.of("different", 0.03, 0.94));

  private final TextColumn text;
  private final String[] sounds;
  private final long[] letters;
  private final @Nullable Nicknames nicknames;

  /// @param nicknames null for words that have no short forms
  NameComparison(TextColumn text, @Nullable Nicknames nicknames) {
    this.text = text;
    this.nicknames = nicknames;
    sounds = new String[text.distinct()];
    letters = new long[sounds.length];
    for (int code = 0; code < sounds.length; code++) {
      sounds[code] = Phonetics.code(text.valueOf(code));
      letters[code] = Letters.of(text.valueOf(code));
    }
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int level(int codeA, int codeB) {
    String a = text.valueOf(codeA);
    String b = text.valueOf(codeB);
    int least = Math.min(a.length(), b.length());
    if (isLetter(a) || isLetter(b)) {
      return a.codePointAt(0) == b.codePointAt(0) ? 5 : 7;
    }
    double alike = Similarity.jaroWinkler(a, b);
    boolean slip =
        Letters.within(letters[codeA], letters[codeB], 1) && Similarity.distance(a, b, 1) <= 1;
    if (least >= 4 && (alike >= CLOSE || slip)) {
      return 2;
    }
    if (nicknames != null && nicknames.agree(a, b)) {
      return 3;
    }
    if (alike >= NEAR
        || (sounds[codeA].length() > 2 && sounds[codeA].equals(sounds[codeB]))
        || (least >= 3 && (a.startsWith(b) || b.startsWith(a)))
        || sharesWord(a, b)
        || (least >= 3 && slip)) {
      return 4;
    }
    return alike >= FAR ? 6 : 7;
  }

  /// One letter, which may take two units where the script is a rare one.
  private static boolean isLetter(String name) {
    return name.length() == 1 || (name.length() == 2 && Character.isHighSurrogate(name.charAt(0)));
  }

  private static boolean sharesWord(String a, String b) {
    if (a.indexOf(' ') < 0 && b.indexOf(' ') < 0) {
      return false;
    }
    String within = " " + b + " ";
    for (String word : a.split(" ", -1)) {
      if (word.length() > 2 && within.contains(" " + word + " ")) {
        return true;
      }
    }
    return false;
  }
}
