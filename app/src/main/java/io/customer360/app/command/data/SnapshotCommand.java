package io.customer360.app.command.data;

import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.past.PastWorkspaces;
import io.customer360.fault.WorkbenchException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench snapshot`.
@Command(
    name = "snapshot",
    description =
        "Everything as of a past day: a workspace beside this one with what was known then,"
            + " to look at and to ask; nothing is sent from it.",
    footer = {
      "",
      "Example:",
      "  workbench snapshot 2026-10-23",
      "  workbench ask \"how many loyal customers are at risk\" -w shop.c360/snapshots/2026-10-23.c360",
      "  workbench snapshot --list"
    })
public final class SnapshotCommand extends WorkbenchCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DAY",
      description = "A day before the data's today, such as 2026-10-23.")
  private @Nullable String day;

  @Option(names = "--list", description = "The days there is a snapshot of.")
  private boolean list;

  @Option(names = "--remove", paramLabel = "DAY", description = "Delete the snapshot of a day.")
  private @Nullable String remove;

  @Override
  public Integer call() throws Exception {
    String wanted = day;
    String unwanted = remove;
    if (wanted == null && unwanted == null && !list) {
      spec().commandLine().usage(System.err);
      return 2;
    }
    return withEngine(
        (engine, progress) -> {
          PastWorkspaces past = new PastWorkspaces(engine);
          if (unwanted != null) {
            past.remove(parse(unwanted));
            output().line("Removed the snapshot of %s.", unwanted);
          }
          if (wanted != null) {
            show(past.of(parse(wanted), progress));
          }
          if (list) {
            listed(past.days());
          }
          return 0;
        });
  }

  private void show(PastWorkspaces.Shown shown) {
    if (output().json()) {
      output()
          .document(
              Map.of(
                  "day", shown.day().toString(),
                  "workspace", shown.folder().toString(),
                  "made", shown.made()));
    } else {
      output()
          .line(
              shown.made()
                  ? "Made the snapshot of %s. Use it with: -w %s"
                  : "There is a snapshot of %s. Use it with: -w %s",
              shown.day(),
              shown.folder());
    }
  }

  private void listed(List<LocalDate> days) {
    if (output().json()) {
      output().document(Map.of("days", days.stream().map(LocalDate::toString).toList()));
    } else if (days.isEmpty()) {
      output().line("No snapshots. Make one with: workbench snapshot 2026-10-23");
    } else {
      days.forEach(one -> output().line("%s", one));
    }
  }

  private static LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw WorkbenchException.user(
          "C360-CLI-030", "A day is written as 2026-10-23, not '" + text + "'.");
    }
  }
}
