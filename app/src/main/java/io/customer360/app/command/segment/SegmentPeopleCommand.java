package io.customer360.app.command.segment;

import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.segment.SegmentLists;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench segment people`.
@Command(
    name = "people",
    description =
        "A static list: add or remove people by customer number, e-mail, phone or loyalty number.",
    footer = {
      "",
      "Example:",
      "  workbench segment people press-day --add guests.csv",
      "  workbench segment people press-day --remove declined.txt --json"
    })
final class SegmentPeopleCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "ID", description = "The list's id; made when there is none.")
  private String id = "";

  @Option(names = "--add", paramLabel = "FILE", description = "Entries, one a line.")
  private @Nullable Path add;

  @Option(names = "--remove", paramLabel = "FILE", description = "Entries, one a line.")
  private @Nullable Path remove;

  @Option(names = "--title", paramLabel = "TEXT", description = "As shown, for a new list.")
  private String title = "";

  @Override
  public Integer call() throws Exception {
    Path added = add;
    Path removed = remove;
    if (added == null && removed == null) {
      throw WorkbenchException.user("C360-CLI-047", "Give --add FILE or --remove FILE.");
    }
    return withEngine(
        (engine, progress) -> {
          SegmentStudio studio = SegmentCommand.studio(engine);
          StaticLists lists = new StaticLists(studio, engine.lakehouse(), engine.person());
          Map<String, Object> document = new LinkedHashMap<>();
          if (added != null) {
            said("added", lists.add(id, title, SegmentLists.read(added), progress), document);
          }
          if (removed != null) {
            said("removed", lists.remove(id, SegmentLists.read(removed), progress), document);
          }
          if (output().json()) {
            output().document(document);
          }
          return 0;
        });
  }

  private void said(String what, StaticLists.Changed changed, Map<String, Object> document) {
    document.put(what, changed.matched());
    document.put("members", changed.members());
    document.put("version", changed.list().version());
    if (!output().json()) {
      SegmentMatches.print(output(), what, changed.matched());
      output()
          .line(
              "%s: %s members, version %d",
              id, Text.whole(changed.members()), changed.list().version());
    }
  }
}
