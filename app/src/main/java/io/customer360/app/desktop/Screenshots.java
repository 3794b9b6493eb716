package io.customer360.app.desktop;

import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.JobRunner;
import io.customer360.lakehouse.Rows;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Every screen as PNG of 1440 x 900, light and dark, with the workspace's own data in it.
public final class Screenshots {
  private static final String QUESTION = "Which loyal customers are at risk, and what is at stake?";

  private static final String PROFILE = "02-profile-360";
  private static final String STUDIO = "04-segmentation-studio";
  private static final String SEGMENT = "Loyal families gone quiet";
  private static final String CONDITION =
      """
      tier in ('Gold', 'Silver') and orders_12m >= 3
      and (recency_days > 45 or email_opens_90d = 0)
      and margin_12m > 50""";

  private Screenshots() {}

  /// Lets the toolkit draw without a display; to be called before anything of it is touched.
  public static void withoutDisplay() {
    Display.doWithout();
  }

  /// Writes `<screen>-light.png` and `<screen>-dark.png` into the folder.
  public static List<Path> take(Engine engine, Path folder) {
    return take(engine, folder, "");
  }

  /// The same of the screens whose name contains `only`.
  public static List<Path> take(Engine engine, Path folder, String only) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-APP-002", "Cannot write to " + folder + ".", e);
    }
    Map<String, Destination> screens = destinations(engine);
    screens.keySet().removeIf(name -> !name.contains(only));
    if (screens.isEmpty()) {
      throw WorkbenchException.user(
          "C360-APP-009",
          "No screen's name contains "
              + only
              + ". There are: "
              + String.join(", ", destinations(engine).keySet())
              + ".");
    }
    List<Path> written = new ArrayList<>();
    long customers =
        engine
            .lakehouse()
            .read(connection -> Rows.number(connection, "select count(*) from gold.customer"));
    try (JobRunner runner = new JobRunner();
        ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      WindowParts parts = new WindowParts(engine, runner, UiMemory.none(), FileDialogs.NONE);
      renderer.window(
          () -> new WorkbenchWindow(parts.model(Theme.LIGHT)),
          (window, pictures) ->
              screens.forEach(
                  (name, destination) -> {
                    if (!window.context().navigator().knows(destination)) {
                      return;
                    }
                    Album album = new Album(pictures, folder, written);
                    album.take(name, () -> window.context().navigator().go(destination));
                    if (name.equals(PROFILE) && !engine.personas().names().isEmpty()) {
                      PersonaStates.all()
                          .forEach(
                              (state, go) ->
                                  album.take(name + "-" + state, () -> go.accept(window)));
                      ScreenshotRenderer.onFx(() -> PersonaStates.leave(window));
                    }
                    if (name.equals(STUDIO)) {
                      StudioStates.all(customers)
                          .forEach(
                              (state, go) ->
                                  album.take(name + "-" + state, () -> go.accept(window)));
                      ScreenshotRenderer.onFx(() -> StudioStates.leave(window));
                    }
                  }));
    }
    return written;
  }

  /// Light and dark of one state.
  private record Album(ScreenshotRenderer.Pictures pictures, Path folder, List<Path> written) {
    void take(String name, Runnable go) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        Path png = folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        pictures.take(theme, theme == Theme.LIGHT ? go : () -> {}, png);
        written.add(png);
      }
    }
  }

  private static Map<String, Destination> destinations(Engine engine) {
    Map<String, Destination> screens = new LinkedHashMap<>();
    screens.put("01-command-center", new Destination.Question(QUESTION));
    List<String> story =
        engine
            .lakehouse()
            .read(
                connection ->
                    Rows.list(
                        connection,
                        """
                        select c.customer_id
                        from gold.customer c
                        join gold.score s on s.customer_id = c.customer_id and s.model = 'churn'
                        order by c.full_name = 'Ngozi Okafor' desc, c.source_records desc,
                          s.score * c.margin_12m desc
                        limit 1""",
                        row -> row.getString(1)));
    if (!story.isEmpty()) {
      screens.put(PROFILE, new Destination.Customer(story.getFirst()));
    }
    screens.put("03-action-center", new Destination.Screen(Screens.ACTION_CENTER));
    screens.put(STUDIO, new Destination.Segment(SEGMENT, CONDITION));
    screens.put("05-identity-review", new Destination.Screen(Screens.IDENTITY));
    screens.put("07-cohorts", new Destination.Screen("cohorts"));
    screens.put("06-data", new Destination.Screen(Screens.DATA));
    screens.put("08-settings", new Destination.Screen(Screens.SETTINGS));
    return screens;
  }
}
