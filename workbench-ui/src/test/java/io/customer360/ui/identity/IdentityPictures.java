package io.customer360.ui.identity;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.testing.ShellPictures;
import io.customer360.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Pictures of the identity review with the board's figures: `IdentityPictures <folder>`.
public final class IdentityPictures {
  static final Person MAYA = new Person("mh", "Maya Hart", Role.MARKETER);

  private IdentityPictures() {}

  /// A window with this screen over fakes.
  static WorkbenchWindow window(FakeReviews reviews) {
    return new WorkbenchWindow(SampleWindow.model(context -> screens(context, reviews)));
  }

  private static List<ScreenDefinition> screens(UiContext context, FakeReviews reviews) {
    List<ScreenDefinition> all = new ArrayList<>(ShellPictures.screens(context));
    AtomicLong ticks = new AtomicLong();
    all.add(
        all.size() - 1,
        IdentityScreen.definition(
            () ->
                new IdentityScreen(
                    context,
                    new ReviewModel(
                        reviews,
                        reviews.steward,
                        MAYA,
                        context.jobs(),
                        () -> Instant.EPOCH.plusMillis(2_600 * ticks.getAndIncrement())),
                    new JudgementsModel(reviews, reviews.steward, MAYA, context.jobs()),
                    new ResolutionModel(reviews.steward, progress -> "resolved", context.jobs()))));
    return all;
  }

  static Node find(WorkbenchWindow window, String selector) {
    return window.scene().getRoot().lookup(selector);
  }

  private static void tab(WorkbenchWindow window, int tab) {
    if (find(window, ".identity .tab-strip") instanceof TabStrip tabs) {
      tabs.select(tab);
    }
  }

  private static void act(WorkbenchWindow window, String action) {
    window.context().actions().find(action).orElseThrow().run().run();
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    FakeStewardship steward = new FakeStewardship();
    FakeReviews reviews = new FakeReviews(steward);
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      renderer.window(
          () -> window(reviews),
          (window, pictures) -> {
            Destination here = new Destination.Screen(Screens.IDENTITY);
            pictures.take(
                Theme.LIGHT,
                () -> window.context().navigator().go(here),
                folder.resolve("identity-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("identity-dark.png"));
            pictures.take(
                Theme.LIGHT,
                () -> act(window, "identity.graph"),
                folder.resolve("graph-light.png"));
            closeSheet(window);
            pictures.take(
                Theme.DARK, () -> act(window, "identity.split"), folder.resolve("split-dark.png"));
            closeSheet(window);
            pictures.take(
                Theme.DARK, () -> act(window, "identity.open"), folder.resolve("open-dark.png"));
            closeSheet(window);
            for (Verdict verdict : List.of(Verdict.MATCH, Verdict.NOT_A_MATCH, Verdict.MATCH)) {
              String key = verdict == Verdict.MATCH ? "identity.match" : "identity.not";
              pictures.take(
                  Theme.LIGHT, () -> act(window, key), folder.resolve("judged-light.png"));
            }
            pictures.take(
                Theme.LIGHT,
                () -> act(window, "identity.apply"),
                folder.resolve("apply-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("apply-dark.png"));
            closeSheet(window);
            pictures.take(
                Theme.LIGHT, () -> tab(window, 1), folder.resolve("judgements-light.png"));
            pictures.take(Theme.LIGHT, () -> tab(window, 2), folder.resolve("model-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("model-dark.png"));
            FakeReviews.TASKS.forEach(
                task -> steward.judge(task.left(), task.right(), Verdict.NOT_A_MATCH, "", MAYA));
            pictures.take(
                Theme.LIGHT,
                () -> {
                  tab(window, 0);
                  window.context().navigator().go(here);
                  for (int i = 0; i < 12; i++) {
                    act(window, "identity.not");
                  }
                },
                folder.resolve("empty-light.png"));
          });
    }
    System.exit(0);
  }

  private static void closeSheet(WorkbenchWindow window) {
    ScreenshotRenderer.onFx(
        () -> {
          Node sheet = find(window, ".identity-sheet");
          sheet.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });
  }
}
