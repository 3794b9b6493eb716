package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.Schedule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that change segments.
final class SegmentWriteCommands {
  private SegmentWriteCommands() {}

  private static void print(
      Output out, SegmentStudio studio, SegmentDefinition saved, Progress progress) {
    Rule rule = studio.rule(saved);
    SegmentCount count = studio.count(rule, progress);
    if (out.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("segment", SegmentShowCommand.head(saved));
      document.put("customers", count.customers());
      document.put("share", count.share());
      out.document(document);
    } else {
      out.line(
          "%s saved as version %d: %s customers, %s %%. Write its members with:"
              + " workbench segment materialize %s",
          saved.id(),
          saved.version(),
          Text.whole(count.customers()),
          Text.decimal(count.share() * 100, 1),
          saved.id());
      count.emptiedBy().ifPresent(place -> out.line("Nobody is left after rule %s.", place));
    }
  }

  /// `segment create`.
  @Command(
      name = "create",
      description = "Save a new segment.",
      footer = {
        "",
        "Example:",
        "  workbench segment create gold-at-risk --title \"Gold at risk\" \\",
        "      --where \"tier = 'Gold' and churn_risk >= 0.6\"",
        "  workbench segment create quiet --rules quiet.yaml --json"
      })
  static final class Create extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "Lower-case letters, digits, hyphens.")
    private String id = "";

    @Mixin private SegmentWords words = new SegmentWords();

    @Mixin private SegmentInput input = new SegmentInput();

    @Override
    public Integer call() throws Exception {
      SegmentDefinition segment =
          SegmentDefinition.of(id, words.title(""), words.description(""), input.source());
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            print(output(), studio, studio.create(segment, engine.person()), progress);
            return 0;
          });
    }
  }

  /// `segment edit`.
  @Command(
      name = "edit",
      description = "Save a segment's next version.",
      footer = {
        "",
        "Example:",
        "  workbench segment edit loyal --where \"orders_12m >= 5\"",
        "  workbench segment edit loyal --title \"Most loyal\" --refresh weekly"
      })
  static final class Edit extends WorkbenchCommand {
    @Mixin private SegmentId named = new SegmentId();

    @Mixin private SegmentWords words = new SegmentWords();

    @Option(
        names = "--refresh",
        paramLabel = "R",
        description = "How often members are found anew: always, daily, weekly, monthly, by-hand.")
    private @Nullable String refresh;

    @Mixin private SegmentInput input = new SegmentInput();

    @Override
    public Integer call() throws Exception {
      Schedule schedule = refresh == null ? null : Schedule.of(refresh, "--refresh");
      if (!input.given() && !words.given() && schedule == null) {
        throw WorkbenchException.user(
            "C360-CLI-043",
            "Say what to change: --where, --rules, --title, --description or --refresh.");
      }
      SegmentSource source = input.given() ? input.source() : null;
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            SegmentDefinition segment = studio.definition(named.id());
            SegmentDefinition next =
                segment.titled(
                    words.title(segment.title()), words.description(segment.description()));
            if (source != null) {
              next = next.with(source);
            }
            if (schedule != null) {
              next = next.scheduled(schedule);
            }
            print(output(), studio, studio.save(next, engine.person()), progress);
            return 0;
          });
    }
  }

  /// `segment materialize`.
  @Command(
      name = "materialize",
      description = "Write who is in a segment now to gold.segment_member.",
      footer = {"", "Example:", "  workbench segment materialize loyal"})
  static final class Materialize extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "Segments.")
    private List<String> ids = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            List<SegmentDefinition> segments = ids.stream().map(studio::definition).toList();
            Map<String, Object> written = new LinkedHashMap<>();
            for (SegmentDefinition segment : segments) {
              written.put(segment.id(), studio.materialize(segment, progress));
            }
            Output out = output();
            if (out.json()) {
              out.document(Map.of("members", written));
            } else {
              written.forEach((id, members) -> out.line("%s: %s members", id, Text.of(members)));
            }
            return 0;
          });
    }
  }
}
