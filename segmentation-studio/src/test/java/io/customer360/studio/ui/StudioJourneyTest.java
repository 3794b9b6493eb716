package io.customer360.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.studio.count.Member;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.ShownText;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
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
  @TempDir static java.nio.file.Path folder;

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

  /// The analyst's whole way: a cell of the heat-map, its rules, a saved segment, the people who
  /// agreed in the outbox.
  @Test
  void aCellOfTheHeatMapBecomesAnActivatedSegment() {
    await("clusters", () -> !all(".cluster-label").isEmpty());
    HeatMap heat = (HeatMap) onFx(() -> all(".heat-map").getFirst());
    runFx(() -> heat.select(new HeatMap.Spot(0, 0)));
    await("its rule", () -> !all(".cluster-bar .button").isEmpty());
    pulses(2);
    runFx(() -> ((Button) all(".cluster-bar .button").getFirst()).fire());
    settle();
    assertThat(onFx(() -> all(".rule-value"))).as("the cluster's ranges").isNotEmpty();
    runFx(() -> ((Button) all(".studio-header .button.accent").getFirst()).fire());
    await("who may be addressed", () -> !all(".activation-card .reach-view .title").isEmpty());
    settle();
    Button queue = (Button) onFx(() -> all(".activation-card .button.accent").getFirst());
    int allowed = Integer.parseInt(onFx(queue::getText).replaceAll("\\D", ""));
    assertThat(allowed).isPositive().isLessThan(240);
    runFx(queue::fire);
    settle();
    assertThat(StudioLake.desk(lake).outbox().list(List.of(), 1_000))
        .hasSize(allowed)
        .allSatisfy(intent -> assertThat(intent.payload()).contains("segment.activated"));
  }

  @Test
  void wordsThatAreNotUnderstoodAreUnderlinedWhereTheyStand() {
    String typed = "people who wear purple hats";
    TextField field = (TextField) onFx(() -> all(".words-field").getFirst());
    Path underline = (Path) onFx(() -> all(".words-unknown").getFirst());
    runFx(() -> field.setText(typed));
    await("read", () -> !underline.getElements().isEmpty());
    settle();
    Text drawn =
        onFx(
            () ->
                field.lookupAll(".text").stream()
                    .map(Text.class::cast)
                    .filter(text -> text.getText().equals(typed))
                    .findFirst()
                    .orElseThrow());
    Bounds words =
        onFx(
            () ->
                drawn.localToScene(
                    new Path(drawn.rangeShape(typed.indexOf("wear"), typed.length()))
                        .getLayoutBounds()));
    Bounds line = onFx(() -> underline.localToScene(underline.getLayoutBounds()));
    assertThat(line.getMinX()).isCloseTo(words.getMinX(), within(2.0));
    assertThat(line.getMaxX()).isCloseTo(words.getMaxX(), within(2.0));
  }

  /// Enter with no name neither closes the question nor saves.
  @Test
  void aNewSegmentIsAskedForItsNameAndOneWithoutIsNotSaved() {
    runFx(() -> window.context().actions().find("studio.save").orElseThrow().run().run());
    await("the question", () -> name() != null);
    TextField name = onFx(() -> Objects.requireNonNull(name()));
    runFx(name::clear);
    runFx(() -> press(name, KeyCode.ENTER));
    settle();
    assertThat(onFx(() -> name())).as("it is asked still").isNotNull();
    runFx(
        () -> {
          name.setText("Everybody we know");
          press(name, KeyCode.ENTER);
        });
    settle();
    assertThat(onFx(() -> name())).isNull();
    assertThat(onFx(this::texts)).contains("Everybody we know", "Version 1");
  }

  @Test
  void aListThatCannotBeMadeYetSaysWhy() {
    runFx(() -> ((ButtonBase) all(".tab-button").get(1)).fire());
    settle();
    runFx(() -> ((TextArea) all(".list-text").getFirst()).setText("C-000001"));
    settle();
    assertThat(onFx(this::texts)).contains("1 entry. A new list needs a name.");
  }

  private static @Nullable TextField name() {
    return Window.getWindows().stream()
        .filter(Popup.class::isInstance)
        .flatMap(popup -> popup.getScene().getRoot().lookupAll(".text-field").stream())
        .map(TextField.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static void press(Node node, KeyCode code) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  @Test
  void theMaskCoversTheNamesOfThePeople() {
    await("people", () -> !names().isEmpty());
    List<String> names = onFx(this::names);
    assertThat(onFx(this::texts)).containsAnyElementsOf(names);
    runFx(() -> window.context().themes().mask(true));
    pulses(2);
    assertThat(onFx(this::texts)).doesNotContainAnyElementsOf(names);
  }

  private List<String> texts() {
    return ShownText.of(window.scene().getRoot());
  }

  private List<String> names() {
    return all(".table-view").stream()
        .flatMap(table -> ((TableView<?>) table).getItems().stream())
        .filter(Member.class::isInstance)
        .map(row -> ((Member) row).name())
        .toList();
  }

  @Test
  void everyControlHasAName() {
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
  }
}
