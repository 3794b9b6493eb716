package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.ShownText;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A steward's journeys by keyboard.
@Tag("journey")
class IdentityJourneyTest extends FxTestBase {
  private final FxRobot robot = new FxRobot();
  private final FakeStewardship steward = new FakeStewardship();
  private WorkbenchWindow window;

  @BeforeEach
  void open() {
    window = onFx(() -> IdentityPictures.window(new FakeReviews(steward)));
    show(window);
    runFx(() -> window.context().navigator().go(new Destination.Screen(Screens.IDENTITY)));
    await("the first pair", () -> shown("0.90"));
  }

  @AfterEach
  void close() {
    runFx(window::close);
  }

  private boolean shown(String probability) {
    return window.scene().getRoot().lookup(".pair-top .title.num") instanceof Label label
        && label.getText().equals(probability);
  }

  private Node find(String selector) {
    return IdentityPictures.find(window, selector);
  }

  private boolean words(String within, String text) {
    return find(within) != null
        && find(within).lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Label label && label.getText().equals(text));
  }

  private void tab(int index) {
    runFx(
        () -> {
          if (find(".identity .tab-strip") instanceof TabStrip tabs) {
            tabs.select(index);
          }
        });
    await("read", window::idle);
    pulses(2);
  }

  @Test
  void threePairsByKeyboardOneTakenBackAndAllApplied() {
    robot.type(KeyCode.M);
    await("second", () -> shown("0.58"));
    robot.type(KeyCode.N);
    await("third", () -> shown("0.71"));
    robot.type(KeyCode.U);
    await("fourth", () -> shown("0.52"));
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    await("third again", () -> shown("0.71"));
    await("stored", window::idle);
    assertThat(steward.judgements(9))
        .extracting(row -> row.pairs().getFirst().verdict(), Judgement::inForce)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Verdict.UNSURE, false),
            org.assertj.core.groups.Tuple.tuple(Verdict.NOT_A_MATCH, true),
            org.assertj.core.groups.Tuple.tuple(Verdict.MATCH, true));

    robot.clickOn("Apply 2 and re-resolve");
    await("what would change", () -> find(".identity-sheet .commit") != null);
    assertThat(onFx(() -> words(".identity-sheet", "10,482 to 10,476"))).isTrue();
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
    robot.type(KeyCode.N);
    assertThat(steward.judgements(9)).as("no verdict under a sheet").hasSize(3);
    robot.clickOn("Commit changes");
    await("closed", () -> find(".identity-sheet") == null);
    await("nothing waits", () -> words(".identity .tab-strip", "36"));
    assertThat(robot.lookup("Apply and re-resolve").tryQuery()).isPresent();
  }

  @Test
  void underTheMaskNobodyCanBeRead() {
    assertThat(onFx(() -> ShownText.of(window.scene().getRoot())))
        .anyMatch(text -> text.contains("Okafor"));
    runFx(() -> window.context().themes().mask(true));
    pulses(2);
    for (int at = 0; at < 3; at++) {
      tab(at);
      assertThat(onFx(() -> ShownText.of(window.scene().getRoot())))
          .as("tab %d", at)
          .noneMatch(text -> text.matches(".*(Okafor|Chidi|Zieli|LS6 |example|Kirkstall).*"));
    }
  }

  @Test
  void aVerdictThatIsNotStoredComesBack() {
    steward.broken = true;
    robot.type(KeyCode.M);
    await("said", () -> words(".status-bar", "The judgement was not stored: the disk is full."));
    assertThat(onFx(() -> words(".identity .queue", "Chidi Okafor"))).isTrue();
  }

  @Test
  void recordsAreSplitOffInADialog() {
    robot.type(KeyCode.S);
    await("dialog", () -> find(".identity-sheet .check-box") != null);
    robot.type(KeyCode.SPACE);
    await(
        "ticked",
        () -> find(".identity-sheet .check-box") instanceof CheckBox box && box.isSelected());
    robot.clickOn("Split off 1 record");
    await("closed", () -> find(".identity-sheet") == null);
    assertThat(steward.splits).hasSize(1);
  }

  @Test
  void theGraphOpensLargeAndClosesByEscape() {
    robot.type(KeyCode.G);
    await("large", () -> find(".large-graph") != null);
    robot.type(KeyCode.RIGHT).type(KeyCode.PLUS).type(KeyCode.DIGIT0).type(KeyCode.ESCAPE);
    await("closed", () -> find(".large-graph") == null);
    robot.type(KeyCode.J);
    await("keys act again", () -> shown("0.58"));
  }

  @Test
  void everyControlOfTheThreeTabsHasAName() {
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
    robot.type(KeyCode.N);
    await("stored", () -> window.idle() && shown("0.58"));
    tab(1);
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
    robot.clickOn(".identity .data-table .button");
    await("taken back", () -> steward.judgements(9).stream().noneMatch(Judgement::inForce));
    tab(2);
    assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot()))).isEmpty();
  }

  @Test
  void anEmptyQueueSaysSoAndOffersToApply() {
    FakeReviews.TASKS.stream()
        .skip(2)
        .forEach(
            task ->
                steward.judge(
                    task.left(), task.right(), Verdict.UNSURE, "", IdentityPictures.MAYA));
    runFx(() -> window.context().navigator().go(new Destination.Screen(Screens.IDENTITY)));
    await("two are left", () -> words(".identity .tab-strip", "28"));
    await("the first is on screen", () -> shown("0.90") && window.idle());
    pulses(2);
    robot.type(KeyCode.N);
    await("the other", () -> shown("0.58") && window.idle());
    robot.type(KeyCode.N);
    await("empty", () -> find(".identity .empty-state") != null);
    robot.clickOn(".identity .empty-state .button.accent");
    await("what would change", () -> find(".identity-sheet .commit") != null);
    robot.type(KeyCode.ESCAPE);
    await("closed", () -> find(".identity-sheet") == null);
    assertThat(steward.judgements(99)).allMatch(Judgement::inForce);
  }
}
