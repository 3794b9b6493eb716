package io.customer360.app.command.segment;

import io.customer360.app.console.AnnotationTable;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.studio.annotation.Annotation;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentHistory;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin private SegmentId segment = new SegmentId();

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            SegmentHistory.Story story = studio.history(segment.id());
            List<Annotation> beside = studio.beside(story.runs(), progress);
            Output out = output();
            if (out.json()) {
              Map<String, Object> document = new LinkedHashMap<>();
              document.put("segment", segment.id());
              document.put("story", story);
              document.put("annotations", beside);
              document.put("used_by", studio.usedBy(segment.id()));
              out.document(document);
            } else {
              print(out, story);
              AnnotationTable.print(out, beside);
              List<String> users = studio.usedBy(segment.id());
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
        moves.add(List.of(move.direction(), move.words(), move.customers()));
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
    @Mixin private SegmentId segment = new SegmentId();

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentDefinition retired =
                SegmentCommand.studio(engine).retire(segment.id(), engine.person());
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

  /// `segment restore`.
  @Command(
      name = "restore",
      description = "Save an earlier version's rules as the next version.",
      footer = {"", "Example:", "  workbench segment restore loyal 2"})
  static final class Restore extends WorkbenchCommand {
    @Mixin private SegmentId segment = new SegmentId();

    @Parameters(
        index = "1",
        paramLabel = "VERSION",
        description = "A version of 'segment history'.")
    private int version;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentDefinition restored =
                SegmentCommand.studio(engine).restore(segment.id(), version, engine.person());
            Output out = output();
            if (out.json()) {
              out.document(Map.of("segment", SegmentShowCommand.head(restored)));
            } else {
              out.line(
                  "%s has the rules of version %d again, as version %d.",
                  restored.id(), version, restored.version());
            }
            return 0;
          });
    }
  }
}
