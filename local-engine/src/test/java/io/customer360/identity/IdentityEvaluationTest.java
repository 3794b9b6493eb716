package io.customer360.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityEvaluationTest {
  @Test
  void countsPairsAndClusters() {
    // persons {0,1,2} {3,4} {5}; found {0,1} {2,3,4} {5}
    var result = IdentityEvaluation.of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 1, 2});
    assertThat(result.truePairs()).isEqualTo(4);
    assertThat(result.foundPairs()).isEqualTo(4);
    assertThat(result.correctPairs()).isEqualTo(2);
    assertThat(result.f1()).isCloseTo(0.5, within(1e-12));
    assertThat(result.exactClusters()).isEqualTo(1);
    assertThat(result.splitPersons()).isEqualTo(1);
    assertThat(result.mixedClusters()).isEqualTo(1);
  }

  @Test
  void agreesWithCountingEveryPair() {
    Random random = new Random(7);
    int n = 200;
    int[] truth = random.ints(n, 0, 40).toArray();
    int[] found = random.ints(n, 0, 30).toArray();
    long both = 0;
    long inTruth = 0;
    long inFound = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean t = truth[i] == truth[j];
        boolean f = found[i] == found[j];
        both += t && f ? 1 : 0;
        inTruth += t ? 1 : 0;
        inFound += f ? 1 : 0;
      }
    }
    var result = IdentityEvaluation.of(truth, found);
    assertThat(result.correctPairs()).isEqualTo(both);
    assertThat(result.precision()).isCloseTo((double) both / inFound, within(1e-12));
    assertThat(result.recall()).isCloseTo((double) both / inTruth, within(1e-12));
  }

  @Test
  void nothingToFindIsPerfect() {
    var result = IdentityEvaluation.of(new int[] {0, 1}, new int[] {1, 0});
    assertThat(result.f1()).isEqualTo(1);
    assertThat(IdentityEvaluation.of(new int[0], new int[0]).records()).isZero();
  }
}
