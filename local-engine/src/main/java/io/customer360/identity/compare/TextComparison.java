package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Texts of several words: the cosine of their words weighted by rarity, where a word may also meet
/// one that is nearly the same, its initial or its beginning (soft TF-IDF; Cohen, Ravikumar and
/// Fienberg, "A comparison of string distance metrics for name-matching tasks", 2003).
final class TextComparison implements ValueComparison {
  private static final List<Level> LEVELS =
      List.of(
          Level.of("same", 0.65, 0.001, 1),
          Level.of("same words or two slips", 0.15, 0.0005, 0.5),
          Level.of("most words shared", 0.07, 0.002),
          Level.of("half of the words shared", 0.05, 0.01),
          Level.of("a word shared", 0.03, 0.1),
          Level.of("different", 0.05, 0.8865));
  private static final double SAME = 0.92;
  private static final double MOST = 0.75;
  private static final double HALF = 0.5;
  private static final double SOME = 0.22;
  private static final double NEAR = 0.9;
  private static final int MOST_WORDS = 40;
  private static final int MOST_SOFT = 150;

  private final TextColumn text;
  private final String[] words;
  private final int[][] wordsOf;
  private final int[] seen;
  private final float[] rarity;
  private final float[] norm;
  private final long[] letters;
  private final long[] wordLetters;

  /// Words are rare by how many of the column's own values hold them.
  TextComparison(TextColumn text) {
    this(text, text.distinct(), null);
  }

  /// Words are rare by how many values held them elsewhere.
  ///
  /// @param texts how many distinct values there were
  /// @param known by word how many of them held it, at least 1
  TextComparison(TextColumn text, int texts, @Nullable ToIntFunction<String> known) {
    this.text = text;
    int distinct = text.distinct();
    wordsOf = new int[distinct][];
    Map<String, Integer> codes = new HashMap<>();
    List<String> list = new ArrayList<>();
    for (int code = 0; code < distinct; code++) {
      String[] parts = text.valueOf(code).split(" ", MOST_WORDS + 1);
      int[] ids = new int[Math.min(MOST_WORDS, parts.length)];
      for (int i = 0; i < ids.length; i++) {
        Integer before = codes.putIfAbsent(parts[i], list.size());
        if (before == null) {
          before = list.size();
          list.add(parts[i]);
        }
        ids[i] = before;
      }
      wordsOf[code] = ids;
    }
    words = list.toArray(String[]::new);
    seen = known == null ? seen() : Arrays.stream(words).mapToInt(known).toArray();
    rarity = new float[words.length];
    for (int w = 0; w < words.length; w++) {
      rarity[w] = (float) Math.log(1 + (double) texts / seen[w]);
    }
    wordLetters = new long[words.length];
    for (int w = 0; w < words.length; w++) {
      wordLetters[w] = Letters.of(words[w]);
    }
    letters = new long[distinct];
    for (int code = 0; code < distinct; code++) {
      letters[code] = Letters.of(text.valueOf(code));
    }
    norm = new float[distinct];
    for (int code = 0; code < distinct; code++) {
      double sum = 0;
      for (int id : wordsOf[code]) {
        sum += rarity[id] * rarity[id];
      }
      norm[code] = (float) Math.sqrt(sum);
    }
  }

  private int[] seen() {
    int[] counts = new int[words.length];
    for (int[] ids : wordsOf) {
      for (int id : ids) {
        counts[id]++;
      }
    }
    return counts;
  }

  /// By word how many distinct values hold it.
  void eachWord(ObjIntConsumer<String> sink) {
    for (int w = 0; w < words.length; w++) {
      sink.accept(words[w], seen[w]);
    }
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int level(int a, int b) {
    double cosine = cosine(a, b);
    if (cosine >= SAME || nearlyTheSame(a, b)) {
      return 2;
    }
    return cosine >= MOST ? 3 : cosine >= HALF ? 4 : cosine >= SOME ? 5 : 6;
  }

  private boolean nearlyTheSame(int codeA, int codeB) {
    String a = text.valueOf(codeA);
    String b = text.valueOf(codeB);
    int least = Math.min(a.length(), b.length());
    int slips = least < 9 ? 1 : 2;
    return least >= 5
        && Letters.within(letters[codeA], letters[codeB], slips)
        && Math.max(a.length(), b.length()) <= 64
        && Similarity.distance(a, b, slips) <= slips;
  }

  private double cosine(int a, int b) {
    int[] left = wordsOf[a];
    int[] right = wordsOf[b];
    double sum = 0;
    long usedLeft = 0;
    long usedRight = 0;
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length; j++) {
        if (left[i] == right[j] && (usedRight >>> j & 1) == 0) {
          sum += rarity[left[i]] * rarity[left[i]];
          usedLeft |= 1L << i;
          usedRight |= 1L << j;
          break;
        }
      }
    }
    int leftOver = left.length * right.length;
    return leftOver > MOST_SOFT
        ? share(sum, a, b)
        : share(sum + soft(left, right, usedLeft, usedRight), a, b);
  }

  private double share(double sum, int a, int b) {
    double norms = (double) norm[a] * norm[b];
    return norms == 0 ? 0 : sum / norms;
  }

  /// What words that are nearly the same add. The best pairs are taken first, so that the order of
  /// the two texts does not matter.
  private double soft(int[] left, int[] right, long takenLeft, long takenRight) {
    long usedLeft = takenLeft;
    long usedRight = takenRight;
    double sum = 0;
    while (true) {
      double best = 0;
      int bestI = -1;
      int bestJ = -1;
      for (int i = 0; i < left.length; i++) {
        if ((usedLeft >>> i & 1) != 0) {
          continue;
        }
        for (int j = 0; j < right.length; j++) {
          if ((usedRight >>> j & 1) == 0) {
            double gain = alike(left[i], right[j]) * rarity[left[i]] * rarity[right[j]];
            if (gain > best) {
              best = gain;
              bestI = i;
              bestJ = j;
            }
          }
        }
      }
      if (bestI < 0) {
        return sum;
      }
      sum += best;
      usedLeft |= 1L << bestI;
      usedRight |= 1L << bestJ;
    }
  }

  private double alike(int wordA, int wordB) {
    String a = words[wordA];
    String b = words[wordB];
    int least = Math.min(a.length(), b.length());
    boolean first = a.charAt(0) == b.charAt(0);
    if (least == 1) {
      return first ? 0.5 : 0;
    }
    if (least < 3 || (!first && least < 5)) {
      return 0;
    }
    long common = wordLetters[wordA] & wordLetters[wordB];
    if (Long.bitCount(common) * 3
        < 2 * Math.min(Long.bitCount(wordLetters[wordA]), Long.bitCount(wordLetters[wordB]))) {
      return 0;
    }
    if (first && (a.startsWith(b) || b.startsWith(a))) {
      return 0.85;
    }
    double similarity = Similarity.jaroWinkler(a, b);
    return similarity >= NEAR ? similarity : 0;
  }
}
