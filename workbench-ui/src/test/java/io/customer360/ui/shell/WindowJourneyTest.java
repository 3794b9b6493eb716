package io.customer360.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.ui.center.CenterPictures;
import io.customer360.ui.command.Action;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.testing.Watchdog;
import io.customer360.ui.theme.Theme;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Journeys of a person through the window, by keys and mouse.
@Tag("journey")
class WindowJourneyTest extends FxTestBase {
  private final FxRobot robot = new FxRobot();
  private WorkbenchWindow window;

  @BeforeEach
  void open() {
    window = onFx(() -> new WorkbenchWindow(SampleWindow.model(CenterPictures::screens)));
    show(window);
    // Keys go to this window, also where nothing was clicked before.
    robot.targetWindow(onFx(() -> window.scene().getWindow()));
  }

  @AfterEach
  void close() {
    runFx(window::close);
  }

  private Node find(String selector) {
    return onFx(() -> window.scene().getRoot().lookup(selector));
  }

  private String text(String selector) {
    return onFx(
        () ->
            window.scene().getRoot().lookup(selector) instanceof Label label
                ? label.getText()
                : "");
  }

  @Test
  void askAndFollowTheAnswerToTheProposals() {
    robot.clickOn("#ask").write("Which loyal customers are at risk?").type(KeyCode.ENTER);
    await("hero number", () -> text("#hero").equals("214"));
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    await("action center", () -> window.screen().equals(Screens.ACTION_CENTER));
    runFx(window.context().navigator()::back);
    await("back again", () -> window.screen().equals(Screens.COMMAND_CENTER));
    assertThat(text("#hero")).as("the answer is still there").isEqualTo("214");
  }

  @Test
  void theStatusBarSaysHowTheDataStandsUntilSomethingHappens() {
    await("refreshed", () -> status().contains("Refreshed 20 Nov 09:40"));
    runFx(() -> window.context().notifier().done("Saved."));
    assertThat(onFx(this::status)).contains("Saved.").doesNotContain("Refreshed");
  }

  private String status() {
    return window.scene().getRoot().lookup(".status-bar").lookupAll(".label").stream()
        .map(node -> ((Label) node).getText())
        .collect(Collectors.joining(" | "));
  }

  @Test
  void aWhyIsAWaterfallInsteadOfLines() {
    robot.clickOn("#ask").write("Why is Ngozi at risk?").type(KeyCode.ENTER);
    await("hero number", () -> text("#hero").equals("0.71"));
    assertThat(onFx(() -> window.scene().getRoot().lookup(".answer-card .waterfall"))).isNotNull();
    assertThat(onFx(() -> window.scene().getRoot().lookupAll(".line-dot"))).isEmpty();
  }

  @Test
  void theFootOfTheRowsSaysHowManyAreShown() {
    robot.clickOn("#ask").write("Which loyal customers are at risk?").type(KeyCode.ENTER);
    await("hero number", () -> text("#hero").equals("214"));
    await("all eight", () -> foot().startsWith("8 of 214 shown. Highest margin at risk first."));
  }

  private String foot() {
    return text(".answer-card .table-foot .label");
  }

  @Test
  void escapeStopsAQuestion() {
    robot.clickOn("#ask").write("slow").type(KeyCode.ENTER);
    await("under way", () -> !window.idle());
    robot.type(KeyCode.ESCAPE);
    await("stopped", window::idle);
    await("suggestions", () -> window.scene().getRoot().lookup(".suggestions") != null);
  }

  @Test
  void whatIsNotUnderstoodLeadsToANearQuestion() {
    robot.clickOn("#ask").write("How many moon customers?").type(KeyCode.ENTER);
    await("refused", () -> window.scene().getRoot().lookup(".refused") != null);
    assertThat(find("#hero")).isNull();
    robot.clickOn("Revenue by channel");
    await("answered", () -> text("#hero").equals("214"));
  }

  @Test
  void thePaletteFindsAScreenByKeys() {
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    await("palette", () -> window.palette().isVisible());
    await("the keys are in it", () -> inside(window.palette(), window.scene().getFocusOwner()));
    robot.write(">data");
    await("found", () -> window.scene().getRoot().lookupAll(".palette-row").size() == 1);
    robot.type(KeyCode.ENTER);
    await("data", () -> window.screen().equals(Screens.DATA));
    assertThat(window.palette().isVisible()).isFalse();
  }

  private static boolean inside(Node whole, @Nullable Node part) {
    return part != null && (part == whole || inside(whole, part.getParent()));
  }

  @Test
  void numbersGoToScreensAndTheRailKeepsItsWidth() {
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
    await("action center", () -> window.screen().equals(Screens.ACTION_CENTER));
    await("narrow", () -> ((Rail) window.scene().getRoot().lookup(".rail")).getWidth() == 56);
    robot.press(KeyCode.CONTROL, KeyCode.B).release(KeyCode.B, KeyCode.CONTROL);
    await("wide", () -> ((Rail) window.scene().getRoot().lookup(".rail")).getWidth() == 200);
    assertThat(window.context().memory().get("shell.rail")).contains("wide");
  }

  @Test
  void aSmallWindowGivesTheRoomOfTheRailsWordsToTheAnswer() {
    await("words", () -> ((Rail) window.scene().getRoot().lookup(".rail")).getWidth() == 200);
    runFx(() -> window.scene().getWindow().setWidth(1280));
    await("icons", () -> ((Rail) window.scene().getRoot().lookup(".rail")).getWidth() == 56);
  }

  @Test
  void aSheetGoesWithTheScreenItWasOpenedOn() {
    Sheet sheet = onFx(() -> new Sheet(new Label("A sheet")));
    runFx(() -> sheet.show(window.scene()));
    pulses(2);
    assertThat(onFx(sheet::shown)).isTrue();
    runFx(() -> window.context().navigator().go(new Destination.Screen(Screens.ACTION_CENTER)));
    assertThat(onFx(sheet::shown)).isFalse();
  }

  @Test
  void theCommandFieldStandsInTheMiddle() {
    Bounds field =
        onFx(() -> find(".command-field").localToScene(find(".command-field").getLayoutBounds()));
    assertThat(field.getCenterX()).isEqualTo(720, within(1.0));
    assertThat(field.getWidth()).isEqualTo(420);
  }

  @Test
  void agentsAreStoppedByOneKey() {
    robot.press(KeyCode.CONTROL, KeyCode.PERIOD).release(KeyCode.PERIOD, KeyCode.CONTROL);
    await(
        "said so",
        () ->
            window.scene().getRoot().lookup(".status-bar").lookupAll(".label").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith("Agents are stopped")));
  }

  @Test
  void lettersAreTypedInFieldsAndActOutside() {
    robot.clickOn("#ask").write("i");
    assertThat(onFx(() -> ((TextField) find("#ask")).getText())).isEqualTo("i");
  }

  @Test
  void nothingHoldsTheScreenThread() {
    Runnable journey =
        () -> {
          runFx(() -> window.context().navigator().go(new Destination.Question("loyal at risk")));
          await("answer", () -> text("#hero").equals("214"));
          runFx(() -> window.context().navigator().go(new Destination.Screen(Screens.DATA)));
          pulses(2);
          runFx(() -> window.palette().open("oka"));
          await("found", () -> !window.scene().getRoot().lookupAll(".palette-row").isEmpty());
          runFx(window.palette()::close);
          runFx(
              () ->
                  window.context().navigator().go(new Destination.Screen(Screens.COMMAND_CENTER)));
          pulses(2);
        };
    journey.run();
    Watchdog.mustNotStall("asking, switching screens and the palette", journey);
  }

  @Test
  void everyControlOfTheCommandCenterHasAName() {
    runFx(() -> window.context().navigator().go(new Destination.Question("loyal at risk")));
    await("answer", () -> text("#hero").equals("214"));
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
  }

  @Test
  void bothThemesAndTwiceTheSizeWork() {
    runFx(
        () -> {
          window.context().themes().choose(Theme.DARK);
          window.context().themes().chooseScale(2);
        });
    pulses(2);
    assertThat(onFx(() -> window.context().themes().darkProperty().get())).isTrue();
    assertThat(
            onFx(() -> window.scene().getRoot().lookup(".top-bar").getBoundsInParent().getHeight()))
        .isEqualTo(48);
    assertThat(onFx(() -> window.scene().getRoot().lookup(".top-bar").localToScene(0, 48).getY()))
        .isEqualTo(96);
  }

  @Test
  void noTwoActionsShareTheirKeys() {
    List<Action> all = onFx(window::buildAll);
    assertThat(all).extracting(Action::id).doesNotHaveDuplicates();
  }
}
