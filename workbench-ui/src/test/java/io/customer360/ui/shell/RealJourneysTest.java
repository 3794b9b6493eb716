package io.customer360.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.ProposalSummary;
import io.customer360.decision.QueueFilter;
import io.customer360.decision.RejectReason;
import io.customer360.engine.Engine;
import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.job.JobRunner;
import io.customer360.outbox.ActionState;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.testing.Accessibility;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.RealWindow;
import io.customer360.ui.testing.SmallWorld;
import io.customer360.ui.testing.Watchdog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Journeys of a person through the window over a real workspace, by keys and mouse.
@Tag("journey")
class RealJourneysTest extends FxTestBase {
  private final FxRobot robot = new FxRobot();
  private final Engine engine = SmallWorld.engine();
  private final UiMemory memory = UiMemory.none();
  private JobRunner runner;
  private WorkbenchWindow window;
  private List<Path> chosenFiles = List.of();
  private RealWindow real;

  @BeforeEach
  void open() {
    runner = new JobRunner();
    real = new RealWindow(() -> chosenFiles);
    window = onFx(() -> new WorkbenchWindow(real.model(runner, memory)));
    show(window);
  }

  @AfterEach
  void close() {
    runFx(window::close);
    runner.close();
  }

  private Set<Node> all(String selector) {
    return onFx(() -> window.scene().getRoot().lookupAll(selector));
  }

  private boolean says(String selector, String words) {
    return window.scene().getRoot().lookupAll(selector).stream()
        .anyMatch(node -> node instanceof Labeled labeled && words.equals(labeled.getText()));
  }

  private String said() {
    return onFx(
        () ->
            window.scene().getRoot().lookup(".status-bar").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" | ")));
  }

  private void combination(KeyCode modifier, KeyCode key) {
    robot.press(modifier, key).release(key, modifier);
  }

  private void go(KeyCode digit, String screen) {
    combination(KeyCode.CONTROL, digit);
    await(screen, () -> window.screen().equals(screen));
    settled();
  }

  private void settled() {
    await("idle", window::idle);
    pulses(2);
  }

  private ProposalSummary single(int index) {
    return engine.decisions().queue(QueueFilter.ALL).stream()
        .filter(row -> row.members() == 1 && row.approvalsNeeded() == 1)
        .skip(index)
        .findFirst()
        .orElseThrow();
  }

  private ActionState state(ProposalSummary row) {
    return engine.decisions().detail(row.decisionId()).orElseThrow().summary().state();
  }

  private void openDecision(ProposalSummary row) {
    runFx(() -> window.context().navigator().go(new Destination.Decision(row.decisionId())));
    await("opened", () -> says(".title", row.subtitle()));
    settled();
  }

  @Test
  void aTypoLeadsToTheProfileAndToWhy() {
    go(KeyCode.DIGIT2, Screens.CUSTOMERS);
    robot.clickOn(".find-field").write("ngozi okafro");
    await("found", () -> !window.scene().getRoot().lookupAll(".found-name").isEmpty());
    settled();
    robot.type(KeyCode.ENTER);
    await("profile", () -> says(".title", "Ngozi Okafor"));
    settled();
    robot.type(KeyCode.W);
    await(
        "on the reasons",
        () -> {
          Node owner = window.scene().getFocusOwner();
          return owner != null && owner.getStyleClass().contains("waterfall-row");
        });
    robot.type(KeyCode.ENTER);
    await(
        "the feature behind it",
        () -> javafx.stage.Window.getWindows().stream().anyMatch(w -> popover(w)));
    robot.type(KeyCode.ESCAPE);
  }

  private static boolean popover(javafx.stage.Window window) {
    return window instanceof javafx.stage.PopupWindow popup
        && popup.isShowing()
        && !popup.getScene().getRoot().lookupAll(".profile-popup").isEmpty();
  }

  @Test
  void aDecisionIsApprovedAndTakenBackByKeys() {
    go(KeyCode.DIGIT3, Screens.ACTION_CENTER);
    ProposalSummary row = single(0);
    openDecision(row);
    robot.type(KeyCode.A);
    await("queued", () -> state(row) == ActionState.QUEUED);
    await("said", () -> said().contains(row.title() + ": approved"));
    combination(KeyCode.CONTROL, KeyCode.Z);
    await("back", () -> state(row) == ActionState.PROPOSED);
    await("said so", () -> said().contains("Taken back"));
  }

  @Test
  void aDecisionIsRejectedWithAReasonByOneKey() {
    go(KeyCode.DIGIT3, Screens.ACTION_CENTER);
    ProposalSummary row = single(1);
    openDecision(row);
    RejectReason reason = RejectReason.values()[0];
    robot.type(KeyCode.R);
    pulses(3);
    robot.type(KeyCode.getKeyCode(String.valueOf(reason.key())));
    await("rejected", () -> state(row) == ActionState.REJECTED);
    await("said", () -> said().contains("rejected"));
    combination(KeyCode.CONTROL, KeyCode.Z);
    await("back", () -> state(row) == ActionState.PROPOSED);
  }

  @Test
  void twoAreSelectedLookedAtAndApprovedTogether() {
    go(KeyCode.DIGIT3, Screens.ACTION_CENTER);
    ProposalSummary one = single(2);
    ProposalSummary two = single(3);
    for (ProposalSummary row : List.of(one, two)) {
      openDecision(row);
      robot.type(KeyCode.X);
    }
    combination(KeyCode.SHIFT, KeyCode.A);
    await("sheet", () -> !window.scene().getRoot().lookupAll(".batch-card").isEmpty());
    await("asked", () -> says(".button", "Approve 2"));
    pulses(20);
    robot.clickOn("Approve 2");
    await("queued", () -> state(one) == ActionState.QUEUED && state(two) == ActionState.QUEUED);
    await("said", () -> said().contains("2 proposals approved"));
    combination(KeyCode.CONTROL, KeyCode.Z);
    await("back", () -> state(one) == ActionState.PROPOSED && state(two) == ActionState.PROPOSED);
  }

  @Test
  void aFileIsImportedAndARowHeldBackIsMended(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("stores-new.csv");
    Files.writeString(file, "store_id,name,city,country\nLDS-9,Leeds Arcade,Leeds,GB\n");
    chosenFiles = List.of(file);
    go(KeyCode.DIGIT5, Screens.DATA);
    robot.clickOn("Import files");
    await("looked into", () -> !window.scene().getRoot().lookupAll(".import-card").isEmpty());
    await("offered", () -> says(".button", "Import"));
    pulses(20);
    robot.clickOn("Import");
    await(
        "landed",
        () ->
            engine.ingest().landings().stream()
                .anyMatch(landing -> landing.file().contains("stores-new.csv")));
    await("sheet gone", () -> window.scene().getRoot().lookupAll(".import-card").isEmpty());
    settled();
    int open = engine.ingest().quarantine(QuarantineFilter.open(10)).size();
    choose("quantity");
    await("the way to mend it", () -> says(".button", "Fix and replay"));
    settled();
    robot.clickOn("Fix and replay");
    await("mended", () -> engine.ingest().quarantine(QuarantineFilter.open(10)).size() == open - 1);
    await("said", () -> said().contains("1 rows mended"));
  }

  @Test
  void theFunnelOfTheNextBestActionStandsBelowWhatScrolls() {
    String id = single(0).customerId();
    runFx(() -> window.context().navigator().go(new Destination.Customer(id)));
    await("its funnel", () -> window.scene().getRoot().lookup(".funnel") != null);
    settled();
    Node funnel = onFx(() -> window.scene().getRoot().lookup(".funnel"));
    assertThat(onFx(() -> scrolls(funnel))).isFalse();
    assertThat(onFx(() -> funnel.localToScene(funnel.getLayoutBounds()).getMaxY())).isLessThan(874);
  }

  private static boolean scrolls(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane) {
        return true;
      }
    }
    return false;
  }

  /// Chooses the first row held back for this field.
  private void choose(String field) {
    runFx(
        () ->
            window.scene().getRoot().lookupAll(".data-table").stream()
                .filter(DataTable.class::isInstance)
                .map(DataTable.class::cast)
                .forEach(
                    table -> {
                      for (int i = 0; i < table.getItems().size(); i++) {
                        if (table.getItems().get(i) instanceof QuarantineRow row
                            && row.field().equals(field)) {
                          table.getSelectionModel().clearAndSelect(i);
                        }
                      }
                    }));
  }

  @Test
  void aQuestionIsAnsweredWithRowsAndItsQuery() {
    robot.clickOn("#ask").write("How many customers are there?").type(KeyCode.ENTER);
    await("answered", () -> window.scene().getRoot().lookup("#hero") != null);
    settled();
    robot.clickOn("Query");
    await("the statement", () -> !window.scene().getRoot().lookupAll(".sql-keyword").isEmpty());
  }

  @Test
  void thePaletteFindsPeopleDecisionsAndSegments() {
    ProposalSummary row = single(0);
    combination(KeyCode.CONTROL, KeyCode.K);
    await("palette", () -> window.palette().isVisible());
    robot.write(row.title());
    await("both", () -> says(".palette-section", "Decisions"));
    assertThat(onFx(() -> says(".palette-section", "Customers"))).isTrue();
    runFx(() -> window.palette().close());
    runFx(() -> window.palette().open("#"));
    await("segments", () -> says(".palette-section", "Segments"));
    settled();
    robot.type(KeyCode.ENTER);
    await("its people", () -> window.screen().equals(Screens.CUSTOMERS));
    await("titled", () -> says(".strong", "Loyal families"));
  }

  @Test
  void themeAndMaskAreRememberedAndCoverNames() {
    go(KeyCode.DIGIT2, Screens.CUSTOMERS);
    go(KeyCode.COMMA, Screens.SETTINGS);
    robot.clickOn("Dark");
    await("dark", () -> window.context().themes().darkProperty().get());
    settled();
    assertThat(memory.get("shell.theme")).contains("dark");
    combination(KeyCode.CONTROL, KeyCode.M);
    await("masked", () -> window.context().themes().maskedProperty().get());
    assertThat(memory.get("shell.mask")).contains("true");
    assertThat(onFx(() -> window.scene().getStylesheets()))
        .anyMatch(sheet -> sheet.endsWith("mask.css"));
    combination(KeyCode.CONTROL, KeyCode.M);
    await("readable", () -> !window.context().themes().maskedProperty().get());
    runFx(() -> window.context().themes().choose(io.customer360.ui.theme.Theme.LIGHT));
    robot.clickOn("Light");
    settled();
  }

  @Test
  void aDayGoneByTintsTheBarAndScreensOfTodaySaySo() {
    String id = engine.profiles().search("ngozi okafor", 1).getFirst().customerId();
    runFx(() -> window.context().navigator().go(new Destination.Customer(id)));
    await("profile", () -> says(".title", "Ngozi Okafor"));
    runFx(() -> window.context().day().look(LocalDate.of(2026, 8, 20)));
    await("as known then", () -> says(".label", "As known on 20 Aug 2026"));
    assertThat(all(".top-bar.other-day")).hasSize(1);
    assertThat(onFx(() -> window.scene().getRoot().lookup(".today-only").isVisible())).isFalse();
    go(KeyCode.DIGIT5, Screens.DATA);
    assertThat(onFx(() -> window.scene().getRoot().lookup(".today-only").isVisible())).isTrue();
    robot.clickOn("Open every screen as of 20 Aug 2026");
    assertThat(real.pastDays()).containsExactly(LocalDate.of(2026, 8, 20));
    robot.clickOn(".day-button").clickOn("#everything-as-of");
    assertThat(real.pastDays()).hasSize(2);
    robot.clickOn("Back to today");
    await("today", () -> window.scene().getRoot().lookupAll(".top-bar.other-day").isEmpty());
    assertThat(onFx(() -> window.scene().getRoot().lookup(".today-only").isVisible())).isFalse();
  }

  @Test
  void everyControlOfEveryScreenHasAName() {
    String id = engine.profiles().search("ngozi okafor", 1).getFirst().customerId();
    List<Destination> walk =
        List.of(
            new Destination.Screen(Screens.COMMAND_CENTER),
            new Destination.Question("Which loyal customers are at risk?"),
            new Destination.Screen(Screens.CUSTOMERS),
            new Destination.Customer(id),
            new Destination.Screen(Screens.ACTION_CENTER),
            new Destination.Screen(Screens.DATA),
            new Destination.Screen(Screens.SETTINGS));
    for (Destination there : walk) {
      runFx(() -> window.context().navigator().go(there));
      settled();
      assertThat(onFx(() -> Accessibility.nameless(window.scene().getRoot())))
          .as("%s", there)
          .isEmpty();
    }
  }

  @Test
  void nothingHoldsTheScreenThreadOnRealData() {
    String id = engine.profiles().search("ngozi okafor", 1).getFirst().customerId();
    List<Destination> screens =
        List.of(
            new Destination.Customer(id),
            new Destination.Screen(Screens.DATA),
            new Destination.Screen(Screens.ACTION_CENTER));
    Runnable journey = () -> screens.forEach(this::visit);
    // a compiled program is what a person has in hands after the first minute
    for (int i = 0; i < 6; i++) {
      journey.run();
    }
    for (Destination there : screens) {
      Watchdog.mustNotStall(
          "going to " + there,
          () -> {
            visit(new Destination.Screen(Screens.COMMAND_CENTER));
            visit(there);
          });
    }
  }

  private void visit(Destination there) {
    runFx(() -> window.context().navigator().go(there));
    settled();
  }

  @Test
  void noTwoActionsShareTheirKeysOnTheRealScreens() {
    assertThat(onFx(window::buildAll)).extracting(action -> action.id()).doesNotHaveDuplicates();
  }

  @Test
  void theFieldKeepsItsLetters() {
    go(KeyCode.DIGIT2, Screens.CUSTOMERS);
    robot.clickOn(".find-field").write("w");
    assertThat(onFx(() -> ((TextField) window.scene().getRoot().lookup(".find-field")).getText()))
        .isEqualTo("w");
  }
}
