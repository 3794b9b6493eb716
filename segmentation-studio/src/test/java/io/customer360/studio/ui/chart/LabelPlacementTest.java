package io.customer360.studio.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelPlacementTest {
  @Test
  void aLoneLabelStandsWhereItBelongs() {
    var placed =
        LabelPlacement.place(List.of(new LabelPlacement.Wanted(100, 50, 40, 20, 1)), 300, 200);
    assertThat(placed.getFirst()).isEqualTo(new LabelPlacement.Placed(80, 40, true));
  }

  @Test
  void noLabelCoversAnotherOrLeavesTheMap() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      List<LabelPlacement.Wanted> wanted = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        wanted.add(
            new LabelPlacement.Wanted(
                random.nextDouble() * 500,
                random.nextDouble() * 400,
                60 + random.nextDouble() * 120,
                20,
                random.nextDouble()));
      }
      List<LabelPlacement.Placed> placed = LabelPlacement.place(wanted, 560, 420);
      for (int i = 0; i < 12; i++) {
        assertThat(placed.get(i).fits()).isTrue();
        assertThat(placed.get(i).x()).isBetween(0.0, 560 - wanted.get(i).width());
        assertThat(placed.get(i).y()).isBetween(0.0, 400.0);
        for (int j = 0; j < i; j++) {
          assertThat(overlap(wanted, placed, i, j)).as("labels %d and %d", i, j).isFalse();
        }
      }
    }
  }

  @Test
  void whatHasNoRoomIsNotShown() {
    List<LabelPlacement.Wanted> wanted =
        List.of(
            new LabelPlacement.Wanted(50, 20, 90, 30, 2),
            new LabelPlacement.Wanted(50, 20, 90, 30, 1));
    var placed = LabelPlacement.place(wanted, 100, 40);
    assertThat(placed.get(0).fits()).isTrue();
    assertThat(placed.get(1).fits()).isFalse();
  }

  private static boolean overlap(
      List<LabelPlacement.Wanted> wanted, List<LabelPlacement.Placed> placed, int a, int b) {
    return placed.get(a).x() < placed.get(b).x() + wanted.get(b).width()
        && placed.get(b).x() < placed.get(a).x() + wanted.get(a).width()
        && placed.get(a).y() < placed.get(b).y() + wanted.get(b).height()
        && placed.get(b).y() < placed.get(a).y() + wanted.get(a).height();
  }

  @Test
  void aLabelLeavesThePlaceOfAnotherFree() {
    List<LabelPlacement.Wanted> wanted =
        List.of(
            new LabelPlacement.Wanted(200, 150, 80, 20, 2),
            new LabelPlacement.Wanted(225, 150, 80, 20, 1));
    var placed = LabelPlacement.place(wanted, 500, 300);
    assertThat(placed.get(0).x() < 225 && 225 < placed.get(0).x() + 80)
        .as("over the place of the other")
        .isEqualTo(placed.get(0).y() > 150 || placed.get(0).y() + 20 < 150);
  }

  @Test
  void linesToPlacesDoNotCrossWhereTheyNeedNot() {
    // A band of marks in the middle; both labels have to leave it.
    List<LabelPlacement.Wanted> wanted =
        List.of(
            new LabelPlacement.Wanted(240, 150, 80, 20, 2),
            new LabelPlacement.Wanted(260, 150, 80, 20, 1));
    var placed =
        LabelPlacement.place(wanted, 500, 300, (x, y, w, h) -> y + h > 90 && y < 210 ? 1 : 0);
    boolean sameSide = placed.get(0).y() < 150 == placed.get(1).y() < 150;
    if (sameSide) {
      assertThat(placed.get(0).x()).isLessThan(placed.get(1).x());
    }
    for (LabelPlacement.Placed one : placed) {
      assertThat(one.y() + 20 <= 90 || one.y() >= 210).as("off the marks").isTrue();
    }
  }

  @Test
  void aLabelMovesOffMarksWhenFreeGroundIsNear() {
    LabelPlacement.Wanted wanted = new LabelPlacement.Wanted(200, 150, 80, 20, 1);
    // Everything left of 260 is covered.
    LabelPlacement.Placed placed =
        LabelPlacement.place(
                List.of(wanted), 500, 300, (x, y, w, h) -> Math.clamp((260 - x) / w, 0, 1))
            .getFirst();
    assertThat(placed.x()).isBetween(230.0, 275.0);
    assertThat(LabelPlacement.place(List.of(wanted), 500, 300).getFirst().x()).isEqualTo(160);
  }
}
