package io.customer360.identity.standard;

/// A code that names which sound alike share: the first sound, then the consonants' classes as in
/// Russell and Odell's Soundex, but after English and European spellings are brought together
/// (ph = f, kn = n, ck = k, gh silent before a consonant ...) and with up to four classes. Shared
/// by blocking and comparing.
public final class Phonetics {
  private static final int LENGTH = 5;
  //                                    abcdefghijklmnopqrstuvwxyz
  private static final String CLASSES = "01230120022455012623010202";

  private Phonetics() {}

  /// @param folded a folded word or words; letters outside a-z are kept as they are
  public static String code(String folded) {
    String s = folded.replace(" ", "");
    if (s.isEmpty() || s.charAt(0) < 'a' || s.charAt(0) > 'z') {
      return s;
    }
    s = spelling(s);
    StringBuilder out = new StringBuilder(LENGTH);
    char first = s.charAt(0);
    out.append(first == 'c' || first == 'q' ? 'k' : first == 'y' || first == 'j' ? 'j' : first);
    char before = classOf(first);
    for (int i = 1; i < s.length() && out.length() < LENGTH; i++) {
      char c = s.charAt(i);
      char kind = classOf(c);
      if (kind != '0' && kind != before) {
        out.append(kind);
      }
      if (c != 'h' && c != 'w') {
        before = kind;
      }
    }
    return out.toString();
  }

  private static char classOf(char c) {
    return c >= 'a' && c <= 'z' ? CLASSES.charAt(c - 'a') : '0';
  }

  private static String spelling(String word) {
    String s = word;
    if (s.startsWith("kn") || s.startsWith("gn") || s.startsWith("pn")) {
      s = s.substring(1);
    } else if (s.startsWith("wr") || s.startsWith("wh")) {
      s = s.startsWith("wr") ? s.substring(1) : "w" + s.substring(2);
    } else if (s.startsWith("mc") && s.length() > 3) {
      s = "mac" + s.substring(2);
    } else if (s.startsWith("x")) {
      s = "s" + s.substring(1);
    } else if (s.startsWith("ce") || s.startsWith("ci") || s.startsWith("cy")) {
      s = "s" + s.substring(1);
    }
    return s.replace("ph", "f").replace("ght", "t").replace("sch", "s").replace("tch", "ch");
  }
}
