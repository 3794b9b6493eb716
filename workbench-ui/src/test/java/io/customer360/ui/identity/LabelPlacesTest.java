package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ui.identity.LabelPlaces.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Labels never stand over each other, over a dot or outside the picture.
final class LabelPlacesTest {
  @Test
  void takesTheSideThatIsFree() {
    LabelPlaces places = new LabelPlaces(200, 100);
    assertThat(places.place(100, 50, 7, 40, 12, false)).contains(new Box(80, 57, 40, 12));
    assertThat(places.place(100, 50, 7, 40, 12, false)).contains(new Box(80, 31, 40, 12));
    assertThat(places.place(100, 50, 7, 40, 12, false)).contains(new Box(107, 44, 40, 12));
    assertThat(places.place(100, 50, 7, 40, 12, false)).contains(new Box(53, 44, 40, 12));
    assertThat(places.place(100, 50, 7, 40, 12, false)).isEmpty();
  }

  @Test
  void triesAboveFirstWhenAskedToButNeverOutside() {
    LabelPlaces places = new LabelPlaces(200, 100);
    assertThat(places.place(100, 50, 5, 40, 12, true)).contains(new Box(80, 33, 40, 12));
    assertThat(places.place(100, 10, 5, 40, 12, true)).contains(new Box(80, 15, 40, 12));
    assertThat(places.place(5, 95, 5, 300, 12, true)).isEmpty();
  }

  @Test
  void inACrowdSomeAreLeftOutAndNoneOverlap() {
    Random random = new Random(3);
    LabelPlaces places = new LabelPlaces(300, 150);
    List<Box> standing = new ArrayList<>();
    double[][] points = new double[60][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {random.nextDouble() * 300, random.nextDouble() * 150};
      places.takePoint(points[i][0], points[i][1], 4);
      standing.add(new Box(points[i][0] - 4, points[i][1] - 4, 8, 8));
    }
    int placed = 0;
    for (double[] point : points) {
      var box = places.place(point[0], point[1], 8, 50, 14, random.nextBoolean());
      if (box.isPresent()) {
        assertThat(standing).noneMatch(box.get()::meets);
        standing.add(box.get());
        placed++;
      }
    }
    assertThat(placed).isBetween(5, 40);
  }
}
