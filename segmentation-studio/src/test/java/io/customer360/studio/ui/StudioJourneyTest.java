package io.customer360.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import java.nio.file.Path;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of an analyst through the studio, over a small real lake.
@Tag("journey")
class StudioJourneyTest extends FxTestBase {
  @TempDir static Path folder;

  private static SmallLake lake;

  private WorkbenchWindow window;

  @BeforeAll
  static void makeLake() {
    lake = StudioLake.make(folder);
  }

  @AfterAll
  static void closeLake() {
    lake.close();
  }

  @BeforeEach
  void open() {
    window = onFx(() -> new WorkbenchWindow(StudioLake.window(lake)));
    show(window);
    runFx(() -> window.context().navigator().go(new Destination.Screen(Screens.SEGMENTS)));
    await("fields and clusters read", () -> window.idle() && !all(".rule-everyone").isEmpty());
    pulses(2);
  }

  @AfterEach
  void close() {
    runFx(window::close);
  }

  private List<Node> all(String selector) {
    return List.copyOf(window.scene().getRoot().lookupAll(selector));
  }

  private void settle() {
    await("at rest", window::idle);
    pulses(2);
  }

  @Test
  void aClusterBecomesASegment() {
    await("clusters", () -> !all(".cluster-label").isEmpty());
    HeatMap heat = (HeatMap) onFx(() -> all(".heat-map").getFirst());
    runFx(() -> heat.select(new HeatMap.Spot(0, 0)));
    await("its rule", () -> !all(".cluster-bar .button").isEmpty());
    pulses(2);
    runFx(() -> ((Button) all(".cluster-bar .button").getFirst()).fire());
    settle();
    assertThat(onFx(() -> all(".rule-value"))).as("the cluster's ranges").isNotEmpty();
  }

  private void press(String words) {
    runFx(
        () ->
            all(".segment").stream()
                .filter(node -> ((ToggleButton) node).getText().equals(words))
                .forEach(node -> ((ToggleButton) node).fire()));
    settle();
  }

  @Test
  void aLineAroundPeopleMakesAListAndThePlotsAreThere() {
    await("clusters", () -> !all(".cluster-label").isEmpty());
    press("Silhouette");
    assertThat(onFx(() -> all(".cluster-plot").getFirst().getAccessibleText())).contains("Mean");
    press("Tree");
    assertThat(onFx(() -> all(".cluster-plot").getFirst().getAccessibleText())).contains("alike");
    press("Map");
    press("t-SNE");
    assertThat(onFx(() -> all(".cluster-map").getFirst().getAccessibleText()))
        .contains("240 people", "side by side");
    Node map = onFx(() -> all(".cluster-map").getFirst());
    double width = onFx(() -> map.getLayoutBounds().getWidth());
    double height = onFx(() -> map.getLayoutBounds().getHeight());
    runFx(
        () -> {
          mouse(map, MouseEvent.MOUSE_PRESSED, 2, 2);
          mouse(map, MouseEvent.MOUSE_DRAGGED, width - 2, 2);
          mouse(map, MouseEvent.MOUSE_DRAGGED, width - 2, height - 2);
          mouse(map, MouseEvent.MOUSE_DRAGGED, 2, height - 2);
          mouse(map, MouseEvent.MOUSE_RELEASED, 2, height - 2);
        });
    await("the people inside", () -> !all(".cluster-bar .button").isEmpty());
    runFx(() -> ((Button) all(".cluster-bar .button").getFirst()).fire());
    settle();
    var lists =
        new SegmentStudio(lake.workspace(), lake.lakehouse())
            .definitions().stream()
                .filter(one -> one.source() instanceof SegmentSource.StaticList)
                .toList();
    assertThat(lists).hasSize(1);
    assertThat(lists.getFirst().title()).isEqualTo("240 people from the map");
    Long members =
        lake.lakehouse()
            .read(
                connection ->
                    Rows.number(
                        connection,
                        "select count(*) from gold.segment_member where segment = ?",
                        lists.getFirst().id()));
    assertThat(members).isEqualTo(240);
  }

  private static void mouse(Node on, EventType<MouseEvent> type, double x, double y) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    on.fireEvent(
        new MouseEvent(
            on,
            on,
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            true,
            false,
            false,
            null));
  }

  @Test
  void everyControlHasAName() {
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
  }
}
