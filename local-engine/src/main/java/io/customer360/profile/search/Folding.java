package io.customer360.profile.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text as search sees it: lower case, without diacritics, split into words. Emoji count as words,
/// so that they can be found; apostrophes vanish, so that "o'brien" is one word.
public final class Folding {
  private Folding() {}

  /// A folded word and where it stands in the original: folded character `i` came from
  /// `original[i]`; `end` is the end of the word in the original.
  @SuppressWarnings("ArrayRecordComponent") // a hand-over inside the package, never compared
  public record Word(String folded, int[] original, int end) {
    /// The span of the first `length` folded characters.
    Span prefix(int length) {
      return new Span(original[0], length >= folded.length() ? end : original[length]);
    }
  }

  static List<String> words(String text) {
    List<String> result = new ArrayList<>(4);
    StringBuilder word = new StringBuilder();
    String folded = fold(text);
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      if (isWord(c)) {
        word.appendCodePoint(c);
      } else if (!isJoiner(c) && !word.isEmpty()) {
        result.add(word.toString());
        word.setLength(0);
      }
      i += Character.charCount(c);
    }
    if (!word.isEmpty()) {
      result.add(word.toString());
    }
    return result;
  }

  /// The words with their places, for highlighting.
  public static List<Word> placedWords(String text) {
    List<Word> result = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] places = new int[text.length() * 3 + 1];
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      String folded = fold(text.substring(i, next));
      boolean part = false;
      for (int j = 0; j < folded.length(); ) {
        int f = folded.codePointAt(j);
        if (isWord(f)) {
          part = true;
          for (int unit = 0; unit < Character.charCount(f); unit++) {
            places[word.length() + unit] = i;
          }
          word.appendCodePoint(f);
        }
        j += Character.charCount(f);
      }
      boolean silent = folded.isEmpty() || isJoiner(folded.codePointAt(0));
      if (part || (silent && !word.isEmpty())) {
        end = next;
      } else if (!word.isEmpty()) {
        add(result, word, places, end);
      }
      i = next;
    }
    if (!word.isEmpty()) {
      add(result, word, places, end);
    }
    return result;
  }

  private static void add(List<Word> result, StringBuilder word, int[] places, int end) {
    int[] original = new int[word.length()];
    System.arraycopy(places, 0, original, 0, original.length);
    result.add(new Word(word.toString(), original, end));
    word.setLength(0);
  }

  public static String fold(String text) {
    if (isPlain(text)) {
      return lower(text);
    }
    String split = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); ) {
      int c = split.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
        default -> letter(out, Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  /// Letters that Unicode does not take apart.
  private static void letter(StringBuilder out, int c) {
    switch (c) {
      case 'ß' -> out.append("ss");
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'đ', 'ð' -> out.append('d');
      case 'þ' -> out.append("th");
      case 'ı' -> out.append('i');
      case 'ħ' -> out.append('h');
      case 'ـ' -> {} // the Arabic stretching stroke
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return out.toString();
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean isJoiner(int c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == 0xfe0f;
  }
}
