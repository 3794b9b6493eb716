package io.customer360.identity.standard;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Text without case, diacritics and punctuation, words parted by one blank. Cyrillic and Greek are
/// written in Latin letters; other scripts stay as they are.
public final class Folding {
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('ø', "o"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"),
          Map.entry('ħ', "h"),
          Map.entry('ŋ', "n"),
          Map.entry('ŧ', "t"));
  private static final String CYRILLIC =
      "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh"
          + " ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i є ye ґ g";
  private static final String GREEK =
      "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f"
          + " χ ch ψ ps ω o";
  private static final Map<Character, String> SCRIPTS = scripts();

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// Stretches an Arabic word on the page and says nothing.
  private static final int TATWEEL = 0x640;

  private Folding() {}

  private static Map<Character, String> scripts() {
    Map<Character, String> map = new java.util.HashMap<>(LETTERS);
    String[] parts = (CYRILLIC + " " + GREEK).split(" ", -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      map.put(parts[i].charAt(0), parts[i + 1]);
    }
    map.put('ъ', "");
    map.put('ь', "");
    return Map.copyOf(map);
  }

  /// Apostrophes and full stops vanish (`O'Neil` is `oneil`), other punctuation parts words; digits
  /// of any script become those of ASCII. A text of symbols alone (an emoji) is kept in lower case
  /// rather than emptied.
  public static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    String marks = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(marks.length());
    boolean gap = false;
    for (int i = 0; i < marks.length(); ) {
      int letter = marks.codePointAt(i);
      i += Character.charCount(letter);
      int type = Character.getType(letter);
      if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
        if (!gap && !out.isEmpty() && isPartOfLetter(out.codePointBefore(out.length()))) {
          out.appendCodePoint(letter);
        }
        continue;
      }
      if (type == Character.FORMAT
          || letter == '\''
          || letter == '’'
          || letter == '`'
          || letter == '.'
          || letter == TATWEEL) {
        continue;
      }
      if (!Character.isLetterOrDigit(letter)) {
        gap = true;
        continue;
      }
      if (gap && !out.isEmpty()) {
        out.append(' ');
      }
      gap = false;
      String latin = letter < 128 || letter > 0xFFFF ? null : SCRIPTS.get((char) letter);
      if (type == Character.DECIMAL_DIGIT_NUMBER) {
        out.append((char) ('0' + Character.digit(letter, 10)));
      } else if (latin == null) {
        out.appendCodePoint(letter);
      } else {
        out.append(latin);
      }
    }
    return out.isEmpty()
        ? BLANKS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ")
        : out.toString();
  }

  /// Whether a mark after this makes another letter of it, as a vowel sign does in the scripts of
  /// India and in Thai; in Latin, Greek, Cyrillic, Arabic and Hebrew it is left out in haste.
  private static boolean isPartOfLetter(int before) {
    return switch (Character.UnicodeScript.of(before)) {
      case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW, SYRIAC, ARMENIAN, GEORGIAN, COMMON -> false;
      default -> true; // also after a mark that was kept
    };
  }

  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!word && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  /// The letters and digits alone, in lower case.
  public static String compact(String text) {
    String folded = fold(text);
    return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
  }

  /// The digits alone, those of any script as those of ASCII.
  public static String digits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
      } else if (c > 127 && Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      }
    }
    return out.toString();
  }
}
