package io.customer360.app.command.segment;

import io.customer360.app.console.LimitOption;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.count.Member;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.segment.RuleText;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `workbench segment count`.
@Command(
    name = "count",
    description = "How many customers a segment or a condition means, and what each rule leaves.",
    footer = {
      "",
      "Example:",
      "  workbench segment count loyal",
      "  workbench segment count --where \"value_tier = 'high' and churn_risk >= 0.6\" --json"
    })
final class SegmentCountCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "ID", arity = "0..1", description = "A segment's id.")
  private @Nullable String id;

  @Mixin private SegmentInput input = new SegmentInput();

  @Mixin private LimitOption limit = new LimitOption(10);

  @Override
  public Integer call() throws Exception {
    String named = id;
    if ((named == null) != input.given()) {
      throw WorkbenchException.user(
          "C360-CLI-042", "Name a segment, or give --where SQL or --rules FILE; one of them.");
    }
    return withEngine(
        (engine, progress) -> {
          SegmentStudio studio = SegmentCommand.studio(engine);
          Rule rule =
              named == null ? input.rule(studio, progress) : studio.rule(studio.definition(named));
          SegmentCount count = studio.count(rule, progress);
          List<Member> people = studio.people(rule, limit.value(), 0, progress);
          print(output(), engine, studio, rule, count, people);
          return 0;
        });
  }

  static void print(
      Output out,
      Engine engine,
      SegmentStudio studio,
      Rule rule,
      SegmentCount count,
      List<Member> people) {
    if (out.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("customers", count.customers());
      document.put("everyone", count.everyone());
      document.put("share", count.share());
      document.put("margin_12m", count.margin12m());
      document.put("revenue_12m", count.revenue12m());
      document.put("reach", count.reach());
      document.put("steps", count.steps());
      count.emptiedBy().ifPresent(place -> document.put("emptied_by", place));
      document.put("people", people);
      document.put("millis", count.millis());
      document.put("snapshot", count.snapshot());
      document.put("rules", RuleText.of(rule));
      document.put("sql", studio.sql(rule));
      out.document(document);
      return;
    }
    String currency = engine.workspace().settings().currency();
    out.line(
        "%s customers, %s %% of %s; margin of 12 months %s %s",
        Text.whole(count.customers()),
        Text.decimal(count.share() * 100, 1),
        Text.whole(count.everyone()),
        currency,
        Text.whole(Math.round(count.margin12m())));
    steps(out, studio, rule, count);
    count.emptiedBy().ifPresent(place -> out.line("Nobody is left after rule %s.", place));
    List<List<Object>> rows = new ArrayList<>();
    for (Member member : people) {
      Double churn = member.churnRisk();
      rows.add(
          List.of(
              member.customerId(),
              String.valueOf(member.name() == null ? "" : member.name()),
              String.valueOf(member.city() == null ? "" : member.city()),
              member.margin12m(),
              churn == null ? "" : Text.decimal(churn, 2)));
    }
    if (!rows.isEmpty()) {
      out.table(List.of("customer", "name", "city", "margin 12 m", "churn risk"), rows);
    }
  }

  private static void steps(Output out, SegmentStudio studio, Rule rule, SegmentCount count) {
    RuleWords words = new RuleWords(studio.catalog());
    List<List<Object>> rows = new ArrayList<>();
    for (SegmentCount.Step step : count.steps()) {
      if (!step.place().isEmpty()) {
        int depth = (int) step.place().chars().filter(c -> c == '.').count();
        rows.add(
            List.of(
                step.place(),
                "  ".repeat(depth) + words.of(RuleTree.at(rule, step.place())),
                step.alone(),
                step.left()));
      }
    }
    if (!rows.isEmpty()) {
      out.table(List.of("rule", "says", "alone", "left"), rows);
    }
  }
}
