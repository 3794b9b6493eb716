package io.customer360.app.command;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.segment.SegmentCatalog;
import io.customer360.studio.segment.SegmentFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench segment ...`.
@Command(
    name = "segment",
    description =
        "Segments: texts in the workspace's segments folder, members as of the last refresh.",
    subcommands = {SegmentCommand.Listing.class, SegmentCommand.Show.class},
    footer = {"", "Example:", "  workbench segment list", "  workbench segment show loyal --json"})
final class SegmentCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
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
            List<SegmentCatalog.Size> sizes =
                new SegmentCatalog(
                        new SegmentFiles(engine.workspace().segments()), engine.lakehouse())
                    .sizes();
            Output out = output();
            if (out.json()) {
              out.document(Map.of("segments", sizes));
              return 0;
            }
            List<List<Object>> rows = new ArrayList<>();
            for (SegmentCatalog.Size size : sizes) {
              rows.add(
                  List.of(
                      size.segment().id(),
                      size.segment().title(),
                      size.customers(),
                      Text.decimal(size.share() * 100, 1) + " %"));
            }
            out.table(List.of("segment", "title", "customers", "share"), rows);
            return 0;
          });
    }
  }

  /// `segment show ID`.
  @Command(
      name = "show",
      description = "A segment's condition and its first members by margin.",
      footer = {"", "Example:", "  workbench segment show loyal --limit 20"})
  static final class Show extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The segment's id.")
    private String id = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many members (default 10).")
    private int limit = 10;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentCatalog catalog =
                new SegmentCatalog(
                    new SegmentFiles(engine.workspace().segments()), engine.lakehouse());
            SegmentCatalog.Size size =
                catalog.sizes().stream()
                    .filter(candidate -> candidate.segment().id().equals(id))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            WorkbenchException.user(
                                "C360-CLI-009",
                                "There is no segment " + id + ". See: workbench segment list"));
            List<SegmentCatalog.Member> members = catalog.members(id, limit);
            Output out = output();
            if (out.json()) {
              out.document(
                  Map.of(
                      "segment",
                      size.segment(),
                      "customers",
                      size.customers(),
                      "members",
                      members));
              return 0;
            }
            out.line("%s: %s customers", size.segment().title(), Text.whole(size.customers()));
            out.line("  where %s", size.segment().where());
            List<List<Object>> rows = new ArrayList<>();
            for (SegmentCatalog.Member member : members) {
              rows.add(
                  List.of(
                      member.customerId(),
                      member.name() == null ? "" : member.name(),
                      member.since() == null ? "" : member.since().toString()));
            }
            out.table(List.of("customer", "name", "since"), rows);
            return 0;
          });
    }
  }
}
