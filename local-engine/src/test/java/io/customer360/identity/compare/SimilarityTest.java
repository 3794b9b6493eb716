package io.customer360.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SimilarityTest {
  /// The examples of Winkler's report of 1990 and of Jaro's paper of 1989.
  @Test
  void jaroWinklerIsAsPublished() {
    assertThat(Similarity.jaroWinkler("MARTHA", "MARHTA")).isCloseTo(0.9611, within(1e-4));
    assertThat(Similarity.jaroWinkler("DWAYNE", "DUANE")).isCloseTo(0.8400, within(1e-4));
    assertThat(Similarity.jaroWinkler("DIXON", "DICKSONX")).isCloseTo(0.8133, within(1e-4));
  }

  @Test
  void aSwapOfNeighboursIsOneSlip() {
    assertThat(Similarity.distance("19841203", "19842103", 2)).isEqualTo(1);
    assertThat(Similarity.distance("ab", "ba", 1)).isEqualTo(1);
    // no part is mended twice: "ca" to "abc" takes three, not two
    assertThat(Similarity.distance("ca", "abc", 3)).isEqualTo(3);
  }

  @Test
  void whatTakesMoreThanTheLimitIsNotMeasured() {
    assertThat(Similarity.distance("kitten", "sitting", 3)).isEqualTo(3);
    assertThat(Similarity.distance("kitten", "sitting", 2)).isEqualTo(3);
    assertThat(Similarity.distance("kitten", "", 2)).isEqualTo(3);
    assertThat(Similarity.distance("", "", 0)).isZero();
    assertThat(Similarity.distance("a", "b", 0)).isEqualTo(1);
  }

  @Test
  void isWhatTheTableOfAllDistancesSays() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String a = word(random, 9);
      String b = random.nextBoolean() ? word(random, 9) : slipped(random, a);
      int limit = random.nextInt(4);
      assertThat(Similarity.distance(a, b, limit))
          .as("%s and %s within %d", a, b, limit)
          .isEqualTo(Math.min(limit + 1, table(a, b)))
          .isEqualTo(Similarity.distance(b, a, limit));
    }
  }

  private static String word(Random random, int longest) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static String slipped(Random random, String word) {
    StringBuilder slipped = new StringBuilder(word);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(slipped.length() + 1);
      if (random.nextBoolean() || at == slipped.length()) {
        slipped.insert(at, 'b');
      } else {
        slipped.deleteCharAt(at);
      }
    }
    return slipped.toString();
  }

  /// Optimal string alignment by dynamic programming over all prefixes.
  private static int table(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + cost, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
