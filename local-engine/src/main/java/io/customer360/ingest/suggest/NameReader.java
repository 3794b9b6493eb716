package io.customer360.ingest.suggest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the name of a column as English words: `KundenNr`, `Kd-Nr.` and `cust_no` are all
/// `customer number`. Accents do not count; a word that is not in the dictionary is tried as a
/// compound (`belegdatum`), with another ending (`zamówienia`), with digits behind it (`ln1`), and
/// as an English word without its vowels (`brth`) or cut short (`mob`), each less sure than the one
/// before. A name with a word that means different things in two languages has two readings.
final class NameReader {
  /// @param sure 1 where every word is in the dictionary or unknown, less where one was guessed
  record Reading(Set<String> words, double sure) {}

  private record Word(List<String> words, double sure) {}

  private static final double COMPOUND = 0.97;
  private static final double ENDING = 0.95;
  private static final double NO_VOWELS = 0.85;
  private static final double CUT_SHORT = 0.7;
  private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{2,})(\\d+)");
  private static final Set<String> SMALL =
      Set.of(
          "de", "du", "des", "del", "della", "dell", "di", "da", "do", "la", "le", "les", "el",
          "van", "der", "die", "den", "d", "l", "am", "vom", "il", "of", "the", "tbl", "fld", "col",
          "und", "och", "og", "for", "av", "af", "i", "au", "al", "lo", "los", "las", "una", "mit",
          "met", "het", "een", "z", "dos", "das");

  /// Short words that may end a compound.
  private static final Set<String> ENDINGS = Set.of("id", "nr", "no", "at", "on");
  private static final Set<String> LINKS = Set.of("s", "n", "en", "es");

  /// Letters two words of one stem have in common at least, and may differ by at the end at most.
  private static final int STEM = 5;

  private static final int ENDING_LETTERS = 3;

  /// How names are read.
  ///
  /// @param english abbreviations and words of one meaning, to English words
  /// @param foreign words of other languages, to English words
  /// @param homographs words that mean something else in another language
  /// @param known English words that stay as they are
  record Dictionary(
      Map<String, String> english,
      Map<String, String> foreign,
      Map<String, String> homographs,
      Set<String> known) {}

  private final Map<String, String> dictionary = new HashMap<>();
  private final Map<String, String> homographs;
  private final List<String> stems;

  /// English words alone: abbreviations of foreign ones are in the dictionary or not at all.
  private final Set<String> english = new HashSet<>();

  private final Set<String> known;
  private final Map<String, Word> read = new ConcurrentHashMap<>();

  NameReader(Dictionary words) {
    words.foreign().forEach(this::learn);
    this.stems = dictionary.keySet().stream().filter(w -> w.length() >= STEM).sorted().toList();
    words.english().forEach(this::learn);
    this.homographs = Map.copyOf(words.homographs());
    this.known = Set.copyOf(words.known());
    english.addAll(known);
    words.english().keySet().forEach(word -> english.add(fold(word)));
  }

  private void learn(String word, String meaning) {
    dictionary.put(fold(word), meaning);
    String spelled = word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    dictionary.putIfAbsent(fold(spelled), meaning);
  }

  /// Without accents, in lower case.
  private static String fold(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("æ", "ae")
            .replace("ł", "l");
    return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  /// The readings of a name, the likeliest first.
  List<Reading> readings(String name) {
    List<String> tokens = tokens(name);
    Reading plain = read(tokens);
    if (tokens.stream().noneMatch(homographs::containsKey)) {
      return List.of(plain);
    }
    return List.of(
        plain, read(tokens.stream().map(word -> homographs.getOrDefault(word, word)).toList()));
  }

  /// The token a name begins with.
  String first(String name) {
    return tokens(name).getFirst();
  }

  Reading read(String name) {
    return read(tokens(name));
  }

  private static List<String> tokens(String name) {
    String last = name.startsWith("$.") ? name.substring(2).replace('.', ' ') : name;
    String spaced =
        last.replaceAll("(?i)\\bn\\s?[°º]", " number ")
            .replaceAll("(?i)\\be[-. ]?(mail|post)(?!al)", " email ")
            .replaceAll("\\b(\\p{L})\\.(\\p{L})\\b\\.?", "$1$2")
            .replace("%", " percent ")
            .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2")
            .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1 $2");
    String plain = fold(spaced).replaceAll("[^\\p{L}\\p{N}#]+", " ").strip();
    return List.of(plain.split(" "));
  }

  private Reading read(List<String> tokens) {
    Set<String> words = new LinkedHashSet<>();
    double sure = 1;
    for (String token : tokens) {
      if (!SMALL.contains(token)) {
        Word word = read.computeIfAbsent(token, this::word);
        words.addAll(word.words());
        sure *= word.sure();
      }
    }
    // nm_f, name_l
    if (words.contains("name") && words.remove("f")) {
      words.add("first");
    } else if (words.contains("name") && words.remove("l")) {
      words.add("last");
    }
    return new Reading(words.isEmpty() ? Set.of(String.join(" ", tokens)) : words, sure);
  }

  private Word word(String token) {
    List<String> meaning = meaning(token);
    if (!meaning.isEmpty()) {
      return new Word(meaning, 1);
    }
    Matcher numbered = NUMBERED.matcher(token);
    if (numbered.matches()) {
      Word letters = word(numbered.group(1));
      List<String> both = new ArrayList<>(letters.words());
      both.add(numbered.group(2).replaceFirst("^0+(?=.)", ""));
      return new Word(both, letters.sure());
    }
    List<String> parts = compound(token, 0);
    if (!parts.isEmpty()) {
      return new Word(parts, COMPOUND);
    }
    List<String> sameStem = otherEnding(token);
    return sameStem.isEmpty() ? abbreviation(token) : new Word(sameStem, ENDING);
  }

  /// A foreign word with another ending: `clienti` is `cliente`.
  private List<String> otherEnding(String token) {
    String best = "";
    int most = 0;
    for (String word : stems) {
      int common = common(token, word);
      boolean same =
          common >= STEM
              && token.length() - common <= ENDING_LETTERS
              && word.length() - common <= ENDING_LETTERS;
      if (same && common > most) {
        best = word;
        most = common;
      }
    }
    return most == 0 ? List.of() : meaning(best);
  }

  private static int common(String one, String other) {
    int end = Math.min(one.length(), other.length());
    int at = 0;
    while (at < end && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private List<String> meaning(String token) {
    String full = dictionary.get(token);
    if (full != null) {
      return List.of(full.split(" "));
    }
    if (known.contains(token)) {
      return List.of(token);
    }
    return token.length() > 4 && token.endsWith("s")
        ? meaning(token.substring(0, token.length() - 1))
        : List.of();
  }

  /// The words a compound consists of, longest first word first; empty where a part is unknown.
  private List<String> compound(String token, int depth) {
    if (depth == 3) {
      return List.of();
    }
    for (int end = token.length() - 2; end >= 3; end--) {
      List<String> head = meaning(token.substring(0, end));
      if (head.isEmpty()) {
        continue;
      }
      List<String> tail = tail(token.substring(end), depth);
      if (!tail.isEmpty()) {
        List<String> all = new ArrayList<>(head);
        all.addAll(tail);
        return all;
      }
    }
    return List.of();
  }

  private List<String> tail(String rest, int depth) {
    List<String> whole = rest.length() >= 3 || ENDINGS.contains(rest) ? meaning(rest) : List.of();
    if (!whole.isEmpty()) {
      return whole;
    }
    for (String link : LINKS) {
      if (rest.startsWith(link) && rest.length() >= link.length() + 2) {
        List<String> linked = tail(rest.substring(link.length()), depth + 1);
        if (!linked.isEmpty()) {
          return linked;
        }
      }
    }
    return compound(rest, depth + 1);
  }

  private Word abbreviation(String token) {
    if (token.length() < 2 || !token.chars().allMatch(Character::isLetter)) {
      return new Word(List.of(token), 1);
    }
    boolean noVowels = skeleton(token).equals(token);
    String best = "";
    double sure = 0;
    for (String word : english) {
      double fits = abbreviates(token, noVowels, word);
      boolean better =
          fits > sure
              || (fits == sure
                  && fits > 0
                  && (word.length() < best.length()
                      || (word.length() == best.length() && word.compareTo(best) < 0)));
      if (better) {
        best = word;
        sure = fits;
      }
    }
    return sure == 0 ? new Word(List.of(token), 1) : new Word(meaning(best), sure);
  }

  private static double abbreviates(String token, boolean noVowels, String word) {
    if (word.length() < 4 || word.length() <= token.length() || word.charAt(0) != token.charAt(0)) {
      return 0;
    }
    if (noVowels) {
      String skeleton = skeleton(word);
      if (skeleton.equals(token)) {
        return NO_VOWELS;
      }
      boolean ends = skeleton.charAt(skeleton.length() - 1) == token.charAt(token.length() - 1);
      // Three letters stand in many long words.
      boolean near = token.length() >= 4 || word.length() <= 2 * token.length();
      if (token.length() >= 3
          && (skeleton.startsWith(token) || (near && ends && within(token, skeleton)))) {
        return CUT_SHORT;
      }
    }
    boolean cut = token.length() >= 3 && word.length() >= token.length() + 2;
    return cut && word.startsWith(token) ? CUT_SHORT : 0;
  }

  /// Whether the letters stand in the word, in their order.
  private static boolean within(String letters, String word) {
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      at = word.indexOf(letters.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  /// The first letter and the consonants after it, none twice in a row: `adrs` of `address`.
  private static String skeleton(String word) {
    StringBuilder out = new StringBuilder(word.substring(0, 1));
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if ("aeiou".indexOf(c) < 0 && c != out.charAt(out.length() - 1)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
