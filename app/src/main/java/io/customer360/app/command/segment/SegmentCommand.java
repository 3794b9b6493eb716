package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `workbench segment ...`.
@Command(
    name = "segment",
    description =
        "Segments: rules as text in the workspace's segments folder, members in the lake.",
    subcommands = {
      SegmentCommand.Listing.class,
      SegmentShowCommand.class,
      SegmentCountCommand.class,
      SegmentWriteCommands.Create.class,
      SegmentWriteCommands.Edit.class,
      SegmentWriteCommands.Materialize.class,
      SegmentExportCommand.class,
      SegmentCompareCommands.Compare.class,
      SegmentCompareCommands.OverlapOf.class,
      SegmentFromWordsCommand.class,
      SegmentCatalogCommands.History.class,
      SegmentCatalogCommands.Retire.class,
      SegmentCatalogCommands.Restore.class,
      SegmentPeopleCommand.class,
      SegmentActivateCommand.class,
      SegmentClusterCommand.class,
      SegmentClusteringsCommand.class,
      SegmentLookAlikeCommand.class,
      SegmentRfmCommand.class,
      SegmentCohortCommand.class,
      SegmentRetentionCommand.class
    },
    footer = {
      "",
      "Example:",
      "  workbench segment list",
      "  workbench segment count --where \"tier = 'Gold' and churn_risk >= 0.6\"",
      "  workbench segment create gold-at-risk --where \"tier = 'Gold' and churn_risk >= 0.6\"",
      "  workbench segment show gold-at-risk --sql",
      "  workbench segment cluster customers.csv --k auto"
    })
public final class SegmentCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  static SegmentStudio studio(Engine engine) {
    return new SegmentStudio(engine.workspace(), engine.lakehouse());
  }

  /// `segment list`.
  @Command(
      name = "list",
      description = "Every segment with its size.",
      footer = {"", "Example:", "  workbench segment list --json"})
  static final class Listing extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<SegmentOverview.Row> segments =
                new SegmentOverview(studio(engine), engine.lakehouse()).rows(progress);
            Output out = output();
            if (out.json()) {
              List<Map<String, Object>> all = new ArrayList<>();
              for (SegmentOverview.Row row : segments) {
                Map<String, Object> one =
                    new LinkedHashMap<>(SegmentShowCommand.head(row.segment()));
                if (row.customers() >= 0) {
                  one.put("customers", row.customers());
                  one.put("share", row.share());
                }
                one.put("written", row.written());
                all.add(one);
              }
              out.document(Map.of("segments", all));
              return 0;
            }
            List<List<Object>> rows = new ArrayList<>();
            for (SegmentOverview.Row row : segments) {
              boolean counted = row.customers() >= 0;
              rows.add(
                  List.of(
                      row.segment().id(),
                      row.segment().title(),
                      row.segment().version(),
                      state(row),
                      counted ? row.customers() : "",
                      counted ? Text.decimal(row.share() * 100, 1) + " %" : ""));
            }
            out.table(List.of("segment", "title", "version", "state", "customers", "share"), rows);
            return 0;
          });
    }

    private static String state(SegmentOverview.Row row) {
      if (row.segment().retired()) {
        return "retired";
      }
      return row.written() ? "" : row.customers() < 0 ? "not counted" : "counted, not written";
    }
  }
}
