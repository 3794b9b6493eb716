package io.customer360.studio.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.MatrixFile;
import io.customer360.studio.matrix.PreparationOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAlikesTest {
  private static final int ROWS = 1_500;

  @TempDir Path folder;

  private final boolean[] kind = new boolean[ROWS];
  private final boolean[] seeds = new boolean[ROWS];

  /// A fifth of the people are of a kind: high in `a`, in the middle of `b`; of these a third are
  /// known.
  private LoadedMatrix people(boolean told) throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("name,a,b,c\n");
    for (int i = 0; i < ROWS; i++) {
      kind[i] = i % 5 == 0;
      seeds[i] = i % 15 == 0;
      double a = random.nextGaussian() + (told && kind[i] ? 2 : 0);
      double b = random.nextGaussian() * (told && kind[i] ? 0.2 : 1.5);
      csv.append(
          String.format(Locale.ROOT, "p%d,%.4f,%.4f,%.4f%n", i, a, b, random.nextGaussian()));
    }
    Path file = folder.resolve("people.csv");
    Files.writeString(file, csv);
    return MatrixFile.read(file, java.util.List.of("a", "b", "c"), "name", Progress.NONE);
  }

  private Alike find(boolean told) throws Exception {
    LoadedMatrix people = people(told);
    return LookAlikes.find(people, seeds, PreparationOptions.DEFAULT, 7, Progress.NONE);
  }

  @Test
  void theOthersOfTheKindAreFoundAndTheCheckSaysSo() throws Exception {
    Alike alike = find(true);
    assertThat(alike.seeds()).isEqualTo(100);
    assertThat(alike.rows()).hasSize(ROWS - 100);
    int hits = 0;
    for (int i = 0; i < 200; i++) {
      assertThat(seeds[alike.rows()[i]]).isFalse();
      hits += kind[alike.rows()[i]] ? 1 : 0;
    }
    // 200 others are of the kind among 1,400: by chance 29 would be found.
    assertThat(hits).isGreaterThan(130);
    assertThat(alike.auc()).isBetween(0.85, 0.99);
    assertThat(alike.aucByFold()).hasSize(5);
    assertThat(alike.aucLow()).isLessThan(alike.auc());
    assertThat(alike.traits().getFirst().feature()).isEqualTo("a");
    assertThat(alike.deviations("a", 100)).isGreaterThan(1);
    Alike.Cut cut = alike.cut(200);
    assertThat(cut.lift()).isGreaterThan(4);
    assertThat(cut.found()).isCloseTo(cut.lift() * 200 / 1400, within(1e-9));
    assertThat(alike.cut(ROWS - 100).found()).isEqualTo(1);
    assertThat(alike.cut(ROWS - 100).lift()).isEqualTo(1);
    for (int i = 1; i < alike.rows().length; i++) {
      assertThat(alike.similarity()[i]).isLessThanOrEqualTo(alike.similarity()[i - 1]);
    }
    int half = alike.sizeAt(0.5);
    assertThat(alike.similarity()[half - 1]).isGreaterThanOrEqualTo(0.5);
    assertThat(alike.similarity()[half]).isLessThan(0.5);
    assertThat(alike.curve(8)).hasSize(8);
  }

  @Test
  void whereNothingSetsThemApartTheCheckIsHonest() throws Exception {
    Alike alike = find(false);
    assertThat(alike.auc()).isBetween(0.4, 0.6);
    assertThat(alike.cut(200).lift()).isBetween(0.4, 1.7);
    assertThat(find(false).rows()).isEqualTo(alike.rows());
  }

  @Test
  void fewSeedsAndNobodyElseAreRefused() throws Exception {
    LoadedMatrix people = people(true);
    boolean[] few = new boolean[ROWS];
    few[3] = true;
    assertThatThrownBy(
            () -> LookAlikes.find(people, few, PreparationOptions.DEFAULT, 7, Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("Only 1 people");
    boolean[] all = new boolean[ROWS];
    java.util.Arrays.fill(all, true);
    assertThatThrownBy(
            () -> LookAlikes.find(people, all, PreparationOptions.DEFAULT, 7, Progress.NONE))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("nobody left");
  }
}
