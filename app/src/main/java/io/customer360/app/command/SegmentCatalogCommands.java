package io.customer360.app.command;

import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentHistory;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The commands about a segment's life.
final class SegmentCatalogCommands {
  private SegmentCatalogCommands() {}

  /// `segment history`.
  @Command(
      name = "history",
      description = "A segment's versions and refreshes: who came and went, and why.",
      footer = {"", "Example:", "  workbench segment history loyal --json"})
  static final class History extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The segment's id.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            SegmentHistory.Story story = studio.history(id);
            Output out = output();
            if (out.json()) {
              Map<String, Object> document = new LinkedHashMap<>();
              document.put("segment", id);
              document.put("story", story);
              document.put("used_by", studio.usedBy(id));
              out.document(document);
            } else {
              print(out, story);
              List<String> users = studio.usedBy(id);
              if (!users.isEmpty()) {
                out.line("Used by %s", String.join(", ", users));
              }
            }
            return 0;
          });
    }

    private static void print(Output out, SegmentHistory.Story story) {
      story.alarm().ifPresent(alarm -> out.line("Unusual: %s.", alarm));
      out.line("Stability of the last change %s", Text.decimal(story.stability(), 2));
      List<List<Object>> versions = new ArrayList<>();
      for (SegmentHistory.Version one : story.versions()) {
        versions.add(
            List.of(
                one.version(),
                one.author(),
                String.valueOf(one.savedAt()),
                one.customers(),
                one.margin12m()));
      }
      out.table(List.of("version", "author", "saved", "customers", "margin 12 m"), versions);
      List<List<Object>> runs = new ArrayList<>();
      for (SegmentHistory.Run run : story.runs()) {
        runs.add(List.of(run.asOf(), run.version(), run.customers(), run.entered(), run.left()));
      }
      out.line("");
      out.table(List.of("refresh", "version", "customers", "entered", "left"), runs);
      List<List<Object>> moves = new ArrayList<>();
      for (SegmentHistory.Move move : story.moves()) {
        moves.add(List.of(move.direction(), move.reason(), move.customers()));
      }
      if (!moves.isEmpty()) {
        out.line("");
        out.table(List.of("last", "because of", "customers"), moves);
      }
    }
  }

  /// `segment retire`.
  @Command(
      name = "retire",
      description = "Take a segment out of use; its text and history stay.",
      footer = {"", "Example:", "  workbench segment retire loyal"})
  static final class Retire extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The segment's id.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentDefinition retired = SegmentCommand.studio(engine).retire(id, engine.person());
            Output out = output();
            if (out.json()) {
              out.document(Map.of("segment", SegmentShowCommand.head(retired)));
            } else {
              out.line("%s is retired.", retired.id());
            }
            return 0;
          });
    }
  }
}
