package io.customer360.ui.testing;

import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import io.customer360.ui.command.PaletteItem;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.shell.AgentSwitch;
import io.customer360.ui.shell.DayDoor;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ShellFacts;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchModel;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// A window model with the board's figures and no engine, for tests and pictures of screens.
public final class SampleWindow {
  public static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");
  public static final Formats FORMATS = Formats.british("GBP", "Europe/London", NOW);

  private SampleWindow() {}

  public static WorkbenchModel model(Function<UiContext, List<ScreenDefinition>> screens) {
    AtomicBoolean stopped = new AtomicBoolean();
    return new WorkbenchModel(
        "Customer360 Workbench",
        "Maya Hart",
        Theme.LIGHT,
        FORMATS,
        new JobRunner(),
        UiMemory.none(),
        () ->
            new ShellFacts(
                "alder-and-pine.c360",
                10_482,
                "4f2c91",
                NOW,
                new ShellFacts.Refreshed(NOW, false),
                "Built-in planner",
                "Offline, 0 bytes out",
                Map.of("action-center", 52)),
        Optional.of(
            new AgentSwitch() {
              @Override
              public boolean stopped() {
                return stopped.get();
              }

              @Override
              public void stop() {
                stopped.set(true);
              }

              @Override
              public void resume() {
                stopped.set(false);
              }
            }),
        DayDoor.NONE,
        screens,
        context -> List.of(customers()));
  }

  private static PaletteProvider customers() {
    List<String> names = List.of("Ngozi Okafor", "Chidi Okafor", "Tomasz Zieli\u0144ski");
    return new PaletteProvider() {
      @Override
      public String section() {
        return "Customers";
      }

      @Override
      public String prefix() {
        return "";
      }

      @Override
      public List<PaletteItem> find(String text, int limit, Progress progress) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return names.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
            .map(
                name -> {
                  int at = name.toLowerCase(Locale.ROOT).indexOf(wanted);
                  return new PaletteItem(
                      "fth-user",
                      name,
                      wanted.isEmpty()
                          ? List.of()
                          : List.of(new PaletteItem.Span(at, at + wanted.length())),
                      "C-004711, Leeds, Gold, at risk",
                      "Enter",
                      () -> {});
                })
            .toList();
      }
    };
  }
}
