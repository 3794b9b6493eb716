package io.customer360.app.command;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentLists;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
          SegmentLists lists = new SegmentLists(engine.lakehouse());
          SegmentDefinition list = list(studio);
          Map<String, Object> document = new LinkedHashMap<>();
          Output out = output();
          if (added != null) {
            SegmentLists.Matched matched = lists.add(id, SegmentLists.read(added));
            document.put("added", matched);
            if (!out.json()) {
              SegmentMatches.print(out, "added", matched);
            }
          }
          if (removed != null) {
            SegmentLists.Matched matched = lists.remove(id, SegmentLists.read(removed));
            document.put("removed", matched);
            if (!out.json()) {
              SegmentMatches.print(out, "removed", matched);
            }
          }
          SegmentDefinition saved = studio.save(list, engine.person());
          long members = studio.materialize(saved, progress);
          document.put("members", members);
          document.put("version", saved.version());
          if (out.json()) {
            out.document(document);
          } else {
            out.line("%s: %s members, version %d", id, Text.whole(members), saved.version());
          }
          return 0;
        });
  }

  private SegmentDefinition list(SegmentStudio studio) {
    Optional<SegmentDefinition> known =
        studio.definitions().stream().filter(one -> one.id().equals(id)).findFirst();
    if (known.isPresent() && !(known.get().source() instanceof SegmentSource.StaticList)) {
      throw WorkbenchException.user(
          "C360-CLI-048",
          "Segment "
              + id
              + " is made of rules; people are added to lists only. Choose another id.");
    }
    return known.orElseGet(
        () -> SegmentDefinition.of(id, title, "", new SegmentSource.StaticList()));
  }
}
