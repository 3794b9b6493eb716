package io.customer360.profile.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Folded name words to the people who bear them: a sorted dictionary and one list of people per
/// word. Finds words by prefix (binary search) and by resemblance (a letter-set filter over the
/// whole dictionary, then a bounded Damerau distance on what is left).
final class WordIndex {
  private final String[] words;
  private final long[] letters;
  private final int[] starts;
  private final int[] people;

  private WordIndex(String[] words, int[] starts, int[] people) {
    this.words = words;
    this.starts = starts;
    this.people = people;
    this.letters = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      letters[i] = letterSet(words[i]);
    }
  }

  /// A word of the dictionary that fits a query word, `weight` 0 to 1.
  record Fit(int word, float weight) {}

  static final class Builder {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private int[] wordOf = new int[1 << 10];
    private int[] personOf = new int[1 << 10];
    private int size;

    void add(String word, int person) {
      Integer known = codes.get(word);
      int code = known == null ? words.size() : known;
      if (known == null) {
        codes.put(word, code);
        words.add(word);
      }
      if (size == wordOf.length) {
        wordOf = Arrays.copyOf(wordOf, size * 3 / 2);
        personOf = Arrays.copyOf(personOf, size * 3 / 2);
      }
      wordOf[size] = code;
      personOf[size++] = person;
    }

    WordIndex build() {
      Integer[] order = new Integer[words.size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparing(words::get));
      int[] rank = new int[order.length];
      String[] sorted = new String[order.length];
      for (int i = 0; i < order.length; i++) {
        rank[order[i]] = i;
        sorted[i] = words.get(order[i]);
      }
      int[] starts = new int[order.length + 1];
      for (int i = 0; i < size; i++) {
        starts[rank[wordOf[i]] + 1]++;
      }
      for (int i = 0; i < order.length; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = Arrays.copyOf(starts, order.length);
      int[] people = new int[size];
      for (int i = 0; i < size; i++) {
        people[next[rank[wordOf[i]]]++] = personOf[i];
      }
      return new WordIndex(sorted, starts, people);
    }
  }

  int from(int word) {
    return starts[word];
  }

  int until(int word) {
    return starts[word + 1];
  }

  int person(int position) {
    return people[position];
  }

  /// Words equal to `query` or beginning with it, the best first.
  List<Fit> startingWith(String query) {
    int at = Arrays.binarySearch(words, query);
    List<Fit> fits = new ArrayList<>();
    for (int i = at >= 0 ? at : -at - 1; i < words.length && words[i].startsWith(query); i++) {
      float weight =
          words[i].length() == query.length()
              ? 1f
              : 0.7f + 0.2f * query.length() / words[i].length();
      fits.add(new Fit(i, weight));
    }
    fits.sort((a, b) -> Float.compare(b.weight(), a.weight()));
    return fits;
  }

  /// Words that resemble `query` without beginning with it: one slip from four letters on, two from
  /// eight. A slip within the beginning of a longer word counts too, so typos are forgiven while
  /// still typing.
  List<Fit> resembling(String query) {
    int allowed = allowedSlips(query);
    List<Fit> fits = new ArrayList<>();
    if (allowed == 0) {
      return fits;
    }
    long sought = letterSet(query);
    for (int i = 0; i < words.length; i++) {
      if (Long.bitCount(sought & ~letters[i]) > allowed) {
        continue;
      }
      String word = words[i];
      if (word.length() + allowed < query.length() || word.startsWith(query)) {
        continue;
      }
      int distance = Damerau.distance(query, word, allowed);
      if (distance <= allowed) {
        fits.add(new Fit(i, 0.62f - 0.12f * distance));
      } else if (word.length() > query.length()
          && Damerau.prefixDistance(query, word, allowed) <= allowed) {
        fits.add(new Fit(i, 0.36f));
      }
    }
    fits.sort((a, b) -> Float.compare(b.weight(), a.weight()));
    return fits;
  }

  static int allowedSlips(String query) {
    return query.length() >= 8 ? 2 : query.length() >= 4 ? 1 : 0;
  }

  private static long letterSet(String word) {
    long set = 0;
    for (int i = 0; i < word.length(); i++) {
      set |= 1L << (word.charAt(i) & 63);
    }
    return set;
  }

  long bytes() {
    long text = 0;
    for (String word : words) {
      text += 56 + word.length();
    }
    return text + 12L * words.length + 4L * people.length;
  }
}
