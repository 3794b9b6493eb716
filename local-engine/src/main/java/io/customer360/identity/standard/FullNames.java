package io.customer360.identity.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The first name and the surname in a full name: titles and additions are passed over, and
/// `Smith, John` is read as John Smith.
final class FullNames {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "sir",
          "lady",
          "lord",
          "prof",
          "professor",
          "rev",
          "reverend",
          "hon",
          "dame",
          "madam",
          "mx",
          "herr",
          "frau",
          "st",
          "saint",
          "capt",
          "col");
  private static final Set<String> ADDITIONS =
      Set.of(
          "jr",
          "sr",
          "junior",
          "senior",
          "ii",
          "iii",
          "iv",
          "esq",
          "phd",
          "md",
          "bt",
          "baronet",
          "obe",
          "mbe",
          "cbe",
          "kbe",
          "baron",
          "earl",
          "viscount",
          "duke",
          "marquess",
          "knight");

  /// @param first empty when there is one word only
  record Parts(String first, String last) {}

  private FullNames() {}

  static Parts split(String name) {
    String main = name;
    int comma = name.indexOf(',');
    if (comma > 0) {
      String before = Folding.fold(name.substring(0, comma));
      List<String> after = words(name.substring(comma + 1));
      if (!before.contains(" ") && !after.isEmpty()) {
        return new Parts(after.getFirst(), before);
      }
      // "Thomas Chaloner, 2nd Bt": what stands behind the comma is an addition
      main = name.substring(0, comma);
    }
    List<String> words = words(main);
    if (words.isEmpty()) {
      words = List.of(Folding.fold(main).split(" ", -1));
    }
    return words.size() == 1
        ? new Parts("", words.getFirst())
        : new Parts(words.getFirst(), words.getLast());
  }

  /// The same where surnames are known: the longest of them that ends the name is its surname, and
  /// what stands before it the first name.
  ///
  /// @param surnames folded
  static Parts split(String name, Set<String> surnames) {
    List<String> words = words(name);
    for (int from = 1; from < words.size() && name.indexOf(',') < 0; from++) {
      String last = String.join(" ", words.subList(from, words.size()));
      if (surnames.contains(last)) {
        return new Parts(String.join(" ", words.subList(0, from)), last);
      }
    }
    return split(name);
  }

  /// Whether a folded name is nothing but a title.
  static boolean isTitle(String name) {
    return TITLES.contains(name);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Folding.fold(text).split(" ", -1)) {
      if (!word.isEmpty()
          && !TITLES.contains(word)
          && !ADDITIONS.contains(word)
          && !Character.isDigit(word.charAt(0))) {
        words.add(word);
      }
    }
    return words;
  }
}
