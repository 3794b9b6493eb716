package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static String marks(List<Difference.Run> runs) {
    return runs.stream()
        .map(run -> run.kind() == Difference.Kind.SAME ? run.text() : "[" + run.text() + "]")
        .collect(Collectors.joining());
  }

  private static String both(String left, String right) {
    Difference difference = Difference.of(left, right);
    return marks(difference.left()) + " | " + marks(difference.right());
  }

  @Test
  void marksWhatDiffersByCharacter() {
    assertThat(both("14 Beckett Row", "14 Becket Row"))
        .matches("14 Becke(t\\[t]|\\[t]t) Row \\| 14 Becke(t\\[_]|\\[_]t) Row");
    assertThat(both("Lindquist", "Lindqvist")).isEqualTo("Lindq[u]ist | Lindq[v]ist");
    assertThat(both("Zieliński", "Zielinski")).isEqualTo("Zieli[ń]ski | Zieli[n]ski");
  }

  @Test
  void aLongGapIsNotDrawn() {
    assertThat(both("Chidi", "C")).isEqualTo("C[hidi] | C");
  }

  @Test
  void capitalsAreNoDifference() {
    assertThat(both("OKAFOR", "Okafor")).isEqualTo("OKAFOR | Okafor");
  }

  @Test
  void charactersBeyondTheFirstPlaneStayWhole() {
    assertThat(both("A😀B", "A😁B")).isEqualTo("A[😀]B | A[😁]B");
  }

  @Test
  void everyCharacterIsKeptWhateverTheTexts() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String left = random(random);
      String right = random(random);
      Difference difference = Difference.of(left, right);
      assertThat(kept(difference.left())).isEqualTo(left);
      assertThat(kept(difference.right())).isEqualTo(right);
    }
  }

  private static String kept(List<Difference.Run> runs) {
    return runs.stream()
        .filter(run -> run.kind() != Difference.Kind.MISSING)
        .map(Difference.Run::text)
        .collect(Collectors.joining());
  }

  private static String random(Random random) {
    return random
        .ints(random.nextInt(12), 'a', 'e')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void veryLongTextsAreMarkedWhole() {
    assertThat(both("a".repeat(500), "b")).isEqualTo("[" + "a".repeat(500) + "] | [b]");
  }
}
