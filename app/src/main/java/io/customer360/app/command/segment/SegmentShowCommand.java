package io.customer360.app.command.segment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.app.console.LimitOption;
import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.segment.RuleText;
import io.customer360.studio.segment.SegmentCatalog;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.sql.ParsedRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench segment show ID`.
@Command(
    name = "show",
    description = "A segment's rules, its SQL and its first members by margin.",
    footer = {"", "Example:", "  workbench segment show loyal --limit 20"})
final class SegmentShowCommand extends WorkbenchCommand {
  @Mixin private SegmentId named = new SegmentId();

  @Mixin private LimitOption limit = new LimitOption(10);

  @Option(names = "--sql", description = "Print the statement that selects the members, alone.")
  private boolean sql;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          SegmentStudio studio = SegmentCommand.studio(engine);
          SegmentDefinition segment = studio.definition(named.id());
          Rule rule = studio.rule(segment);
          Output out = output();
          if (sql && !out.json()) {
            out.raw(studio.runnable(rule));
            return 0;
          }
          SegmentCatalog catalog =
              new SegmentCatalog(
                  new SegmentFiles(engine.workspace().segments()), engine.lakehouse());
          SegmentOverview.Row size =
              new SegmentOverview(studio, engine.lakehouse()).row(segment, progress);
          List<SegmentCatalog.Member> members = catalog.members(segment.id(), limit.value());
          if (out.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("segment", head(segment));
            if (size.customers() >= 0) {
              document.put("customers", size.customers());
              document.put("share", size.share());
            }
            document.put("written", size.written());
            document.put("rules", RuleText.of(rule));
            document.put("sql", studio.sql(rule));
            document.put("stays_sql", unshown(studio, segment, progress));
            document.put("members", members);
            out.document(document);
            return 0;
          }
          print(out, studio, size, rule, members);
          return 0;
        });
  }

  private static List<?> unshown(
      SegmentStudio studio, SegmentDefinition segment, TerminalProgress progress) {
    if (segment.source() instanceof SegmentSource.Sql text) {
      ParsedRule parsed = studio.parse(text.text(), progress);
      return parsed.unshown();
    }
    return List.of();
  }

  private static void print(
      Output out,
      SegmentStudio studio,
      SegmentOverview.Row size,
      Rule rule,
      List<SegmentCatalog.Member> members) {
    SegmentDefinition segment = size.segment();
    out.line(
        "%s: %s customers%s, version %d%s",
        segment.title(),
        size.customers() < 0 ? "an unknown number of" : Text.whole(size.customers()),
        size.written() || segment.retired() ? "" : " as counted now, members not written",
        segment.version(),
        segment.retired() ? ", retired" : "");
    if (!segment.description().isEmpty()) {
      out.line("%s", segment.description());
    }
    RuleWords words = new RuleWords(studio.catalog());
    RuleTree.visit(
        rule,
        (place, one) -> {
          int depth = place.isEmpty() ? 0 : (int) place.chars().filter(c -> c == '.').count() + 1;
          out.line("  %s%s", "  ".repeat(depth), words.of(one));
        });
    List<List<Object>> rows = new ArrayList<>();
    for (SegmentCatalog.Member member : members) {
      rows.add(
          List.of(
              member.customerId(),
              member.name() == null ? "" : member.name(),
              member.since() == null ? "" : member.since().toString()));
    }
    out.table(List.of("customer", "name", "since"), rows);
  }

  /// What describes a segment, without its rules.
  static Map<String, Object> head(SegmentDefinition segment) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("id", segment.id());
    head.put("title", segment.title());
    head.put("description", segment.description());
    head.put("order", segment.order());
    head.put("version", segment.version());
    head.put("author", segment.author());
    Instant updated = segment.updated();
    if (updated != null) {
      head.put("updated", updated);
    }
    head.put("retired", segment.retired());
    switch (segment.source()) {
      case SegmentSource.Sql where -> head.put("where", where.text());
      case SegmentSource.Rules tree -> {
        ObjectNode rules = RuleText.of(tree.rule());
        head.put("rules", rules);
      }
      case SegmentSource.StaticList list -> head.put("list", true);
    }
    return head;
  }
}
