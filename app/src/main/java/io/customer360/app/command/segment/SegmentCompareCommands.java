package io.customer360.app.command.segment;

import io.customer360.app.console.LimitOption;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.compare.Comparer;
import io.customer360.studio.compare.Comparison;
import io.customer360.studio.compare.Overlap;
import io.customer360.studio.compare.Trait;
import io.customer360.studio.count.Bits;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
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

/// The commands that hold segments against each other.
final class SegmentCompareCommands {
  private SegmentCompareCommands() {}

  private static Bits members(SegmentStudio studio, String id, TerminalProgress progress) {
    Rule rule = studio.rule(studio.definition(id));
    studio.prepare(rule);
    return studio.counter().members(rule, progress);
  }

  /// `segment compare`.
  @Command(
      name = "compare",
      description =
          "What sets a segment apart from everyone else or from another: lift with its 95 %%"
              + " interval, false findings held to 5 %%.",
      footer = {
        "",
        "Example:",
        "  workbench segment compare loyal",
        "  workbench segment compare loyal --with lapsed --limit 30 --json"
      })
  static final class Compare extends WorkbenchCommand {
    @Mixin private SegmentId named = new SegmentId();

    @Option(names = "--with", paramLabel = "ID", description = "Another segment.")
    private @Nullable String other;

    @Mixin private LimitOption limit = new LimitOption(20);

    @Override
    public Integer call() throws Exception {
      String with = other;
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            Bits segment = members(studio, named.id(), progress);
            Bits against =
                with == null
                    ? studio.counter().members(Rule.EVERYONE, progress)
                    : members(studio, with, progress);
            if (segment.count() == 0 || against.without(segment).count() == 0) {
              throw WorkbenchException.user(
                  "C360-CLI-045", "One of the two is empty; there is nothing to compare.");
            }
            Comparison made = new Comparer(studio.counter()).compare(segment, against, progress);
            Output out = output();
            if (out.json()) {
              out.document(made);
              return 0;
            }
            long findings = made.traits().stream().filter(Trait::differs).count();
            out.line(
                "%s customers against %s; %d of %d traits differ",
                Text.whole(made.inside()), Text.whole(made.against()), findings, made.tested());
            List<List<Object>> rows = new ArrayList<>();
            for (Trait trait :
                made.traits().subList(0, Math.min(limit.value(), made.traits().size()))) {
              rows.add(
                  List.of(
                      trait.title(),
                      Text.decimal(trait.inside() * 100, 1) + " %",
                      Text.decimal(trait.against() * 100, 1) + " %",
                      Double.isInfinite(trait.lift()) ? "only here" : Text.decimal(trait.lift(), 2),
                      Text.decimal(trait.low(), 2) + " to " + Text.decimal(trait.high(), 2),
                      trait.differs() ? "" : "may be chance"));
            }
            out.table(List.of("trait", "here", "there", "lift", "95 %", ""), rows);
            return 0;
          });
    }
  }

  /// `segment overlap`.
  @Command(
      name = "overlap",
      description = "How segments overlap, pair by pair and combination by combination.",
      footer = {"", "Example:", "  workbench segment overlap", "  workbench segment overlap a b c"})
  static final class OverlapOf extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Segments (default: all).")
    private List<String> ids = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            SegmentStudio studio = SegmentCommand.studio(engine);
            List<String> wanted =
                ids.isEmpty()
                    ? studio.definitions().stream()
                        .filter(segment -> !segment.retired())
                        .map(SegmentDefinition::id)
                        .toList()
                    : ids;
            Map<String, Bits> members = new LinkedHashMap<>();
            for (String id : wanted) {
              members.put(id, members(studio, id, progress));
            }
            Overlap overlap = Overlap.of(members);
            Output out = output();
            if (out.json()) {
              out.document(overlap);
              return 0;
            }
            List<List<Object>> pairs = new ArrayList<>();
            for (Overlap.Pair pair : overlap.pairs()) {
              pairs.add(List.of(pair.first(), pair.second(), pair.both(), pair.jaccard()));
            }
            out.table(List.of("segment", "and", "both", "jaccard"), pairs);
            List<List<Object>> combinations = new ArrayList<>();
            for (Overlap.Combination one : overlap.combinations()) {
              combinations.add(List.of(String.join(" + ", one.segments()), one.customers()));
            }
            out.line("");
            out.table(List.of("in exactly these", "customers"), combinations);
            return 0;
          });
    }
  }
}
