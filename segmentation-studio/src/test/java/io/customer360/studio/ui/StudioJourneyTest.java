package io.customer360.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.count.SmallLake;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Journeys of an analyst through the studio, by keys and mouse, over a small real lake.
@Tag("journey")
class StudioJourneyTest extends FxTestBase {
  @TempDir static Path folder;

  private static SmallLake lake;

  private final FxRobot robot = new FxRobot();
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

  private void shortcut(KeyCode... keys) {
    robot.press(keys);
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.release(keys[i]);
    }
  }

  private void settle() {
    await("at rest", window::idle);
    pulses(2);
  }

  @Test
  void rulesAreBuiltByKeysCountedUndoneAndSaved() {
    runFx(() -> all(".rule-group-head").getFirst().requestFocus());
    robot.type(KeyCode.ENTER);
    robot.write("loyalty tier").type(KeyCode.ENTER);
    settle();
    robot.write("gold").type(KeyCode.ENTER);
    robot.type(KeyCode.ESCAPE);
    settle();
    await("a rule with its value", () -> !all(".rule-value").isEmpty());
    Button value = (Button) onFx(() -> all(".rule-value").getFirst());
    assertThat(value.getText()).isEqualTo("Gold");
    assertThat(onFx(() -> all(".rule-row").get(2).getAccessibleText()))
        .as("what is left is read out")
        .matches("Loyalty tier is Gold, \\d+ left");
    runFx(() -> all(".rule-row").get(2).requestFocus());
    shortcut(KeyCode.CONTROL, KeyCode.D);
    settle();
    assertThat(onFx(() -> all(".rule-value"))).hasSize(2);
    shortcut(KeyCode.CONTROL, KeyCode.Z);
    settle();
    assertThat(onFx(() -> all(".rule-value"))).hasSize(1);
    shortcut(KeyCode.CONTROL, KeyCode.G);
    settle();
    assertThat(onFx(() -> all(".rule-group"))).hasSize(1);
    shortcut(KeyCode.CONTROL, KeyCode.S);
    await(
        "saved",
        () ->
            new SegmentFiles(lake.workspace().segments())
                .read().stream().anyMatch(segment -> segment.id().equals("new-segment")));
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

  @Test
  void everyControlHasAName() {
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
  }
}
