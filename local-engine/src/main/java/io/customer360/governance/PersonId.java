package io.customer360.governance;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/// The id of a person by name, the same wherever the name is written: `maya.holt`, `李雷`,
/// `борис.ильин`. Letters, marks and digits of every script are kept; accents of Latin letters are
/// not. A name without any of them is told from others by a hash.
public final class PersonId {
  private PersonId() {}

  /// Never blank and without a colon, so that it is no agent's.
  public static String of(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String plain = isLatin(lower) ? latin(lower) : anyScript(lower);
    if (plain.isEmpty()) {
      plain = anyScript(lower);
    }
    if (plain.isEmpty()) {
      return lower.isEmpty() ? "me" : "p." + Hashes.sha256(lower).substring(0, 12);
    }
    return plain;
  }

  private static boolean isLatin(String lower) {
    return lower
        .codePoints()
        .filter(Character::isLetter)
        .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
  }

  private static String latin(String lower) {
    return dotted(
        Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", ""), "[^a-z0-9]+");
  }

  private static String anyScript(String lower) {
    return dotted(Normalizer.normalize(lower, Normalizer.Form.NFKC), "[^\\p{L}\\p{M}\\p{N}]+");
  }

  private static String dotted(String text, String gaps) {
    return text.replaceAll(gaps, ".").replaceAll("^\\.|\\.$", "");
  }
}
