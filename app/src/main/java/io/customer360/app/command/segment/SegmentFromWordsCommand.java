package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.RuleText;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.words.Spoken;
import io.customer360.studio.words.WordsToRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench segment from-words "..."`.
@Command(
    name = "from-words",
    description = "A rule tree from a sentence, with its count; words not understood are marked.",
    footer = {
      "",
      "Example:",
      "  workbench segment from-words \"loyal customers in Scotland who have not bought for 90 days\"",
      "  workbench segment from-words \"families in Leeds at risk\" --save families-at-risk --json"
    })
final class SegmentFromWordsCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "Who is meant.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--save", paramLabel = "ID", description = "Save it as a new segment.")
  private @Nullable String id;

  @Override
  public Integer call() throws Exception {
    String text = String.join(" ", words);
    String save = id;
    return withEngine(
        (engine, progress) -> {
          SegmentStudio studio = SegmentCommand.studio(engine);
          Spoken spoken =
              WordsToRules.of(engine.lakehouse(), engine.workspace().settings().zoneId())
                  .read(text);
          Output out = output();
          Rule rule = spoken.rule();
          if (rule == null) {
            refused(out, spoken);
            return 2;
          }
          studio.check(rule);
          SegmentCount count = studio.count(rule, progress);
          if (save != null) {
            studio.create(
                SegmentDefinition.of(save, "", text, new SegmentSource.Rules(rule)),
                engine.person());
          }
          if (out.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("understood", true);
            document.put("phrases", spoken.phrases());
            document.put("rules", RuleText.of(rule));
            document.put("sql", studio.sql(rule));
            document.put("customers", count.customers());
            document.put("share", count.share());
            document.put("steps", count.steps());
            document.put("people", studio.people(rule, 5, 0, progress));
            out.document(document);
          } else {
            SegmentCountCommand.print(
                out, engine, studio, rule, count, studio.people(rule, 5, 0, progress));
          }
          return 0;
        });
  }

  /// The sentence again with the words not understood underlined.
  private static void refused(Output out, Spoken spoken) {
    if (out.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("understood", false);
      document.put("problem", spoken.problem());
      document.put("unknown", spoken.unknown());
      out.document(document);
      return;
    }
    StringBuilder marks = new StringBuilder(" ".repeat(spoken.text().length()));
    spoken
        .unknown()
        .forEach(
            span -> marks.replace(span.start(), span.end(), "^".repeat(span.end() - span.start())));
    System.err.println("workbench: " + spoken.problem());
    if (!spoken.unknown().isEmpty()) {
      System.err.println("  " + spoken.text());
      System.err.println("  " + marks.toString().stripTrailing());
    }
  }
}
