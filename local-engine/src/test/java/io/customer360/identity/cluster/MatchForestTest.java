package io.customer360.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.group.UnionFind;
import io.customer360.identity.rules.MatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MatchForestTest {
  private static final int RECORDS = 40;

  @Test
  void whatPeopleJoinStaysWhole() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int[] born = new int[RECORDS];
      for (int i = 0; i < RECORDS; i++) {
        born[i] = random.nextInt(3) == 0 ? 0 : 19600101 + random.nextInt(4) * 110_503;
      }
      List<int[]> found = pairs(random, 30);
      List<int[]> said = pairs(random, 6);
      MatchForest alone = new MatchForest(born);
      MatchForest with = new MatchForest(born);
      said.forEach(pair -> with.join(pair[0], pair[1], MatchRule.JUDGED));
      for (int[] pair : found) {
        alone.join(pair[0], pair[1], MatchRule.PROBABLE);
        with.join(pair[0], pair[1], MatchRule.PROBABLE);
      }
      UnionFind expected = new UnionFind(RECORDS);
      for (int i = 0; i < RECORDS; i++) {
        expected.union(i, alone.cluster(i));
      }
      said.forEach(pair -> expected.union(pair[0], pair[1]));
      for (int a = 0; a < RECORDS; a++) {
        assertThat(with.ownSize(a)).isEqualTo(alone.size(a));
        for (int b = 0; b < a; b++) {
          assertThat(with.cluster(a) == with.cluster(b))
              .as("records %d and %d in round %d", a, b, round)
              .isEqualTo(expected.find(a) == expected.find(b));
        }
      }
    }
  }

  @Test
  void twoWhoAreSaidToBeTwoAreNeverJoined() {
    MatchForest forest = new MatchForest(new int[4]);
    forest.keepApart(0, 3);
    assertThat(forest.join(0, 1, MatchRule.JUDGED)).isTrue();
    assertThat(forest.join(3, 2, MatchRule.EMAIL)).isTrue();
    assertThat(forest.join(1, 2, MatchRule.EMAIL)).isFalse();
    assertThat(forest.joinedOwn(1, 2)).isFalse();
    assertThat(forest.apart(1, 2)).isTrue();
  }

  private static List<int[]> pairs(Random random, int count) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new int[] {random.nextInt(RECORDS), random.nextInt(RECORDS)});
    }
    return pairs;
  }
}
