package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.file.RecordFiles;
import io.customer360.identity.match.Explainer;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.review.ReviewPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench identity explain A B [--file F --id C]`.
@Command(
    name = "explain",
    description =
        "Why two records are one person, or are not: each comparison's weight. Of files, as they"
            + " are linked by 'identity link' with the same options.",
    footer = {
      "",
      "Example:",
      "  workbench identity explain crm:CRM-20931 pos:POS-7F-1182 --json",
      "  workbench identity explain rec-7-org rec-7-dup-0 --file people.csv --id rec_id"
    })
final class IdentityExplainCommand extends WorkbenchCommand {
  @Parameters(index = "0", paramLabel = "A", description = "A record's id.")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "Another record's id.")
  private String second = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "CSV or Parquet; give it twice to link two files. Without it: records of the workspace,"
              + " as source:key.")
  private List<Path> files = List.of();

  @Mixin private LinkOptions options = new LinkOptions();

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty()) {
      return withEngine(
          (engine, progress) -> {
            ReviewPair pair = engine.reviews().pair(first, second);
            if (output().json()) {
              output()
                  .document(ExplainedPair.of(engine.stewardship().explain(first, second), pair));
            } else {
              IdentityPairText.print(output(), pair);
            }
            return 0;
          });
    }
    if (files.size() > 2) {
      throw WorkbenchException.user("C360-IDT-013", "Give --file once, or twice for two files.");
    }
    options.check();
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      RecordTable records = RecordFiles.read(files, options.id(), progress);
      int a = row(records, first, records.sourceOfFile(0));
      int b = row(records, second, records.sourceOfFile(files.size() - 1));
      if (a == b) {
        throw WorkbenchException.user("C360-IDT-013", "A and B are the same record; name two.");
      }
      LinkResult result = new Matcher(options.settings(records)).link(records, progress);
      ExplainedPair explanation = ExplainedPair.of(records, result, a, b, options.threshold());
      if (output().json()) {
        output().document(explanation);
      } else {
        print(explanation);
      }
      return 0;
    }
  }

  private int row(RecordTable records, String key, int source) {
    int row = records.rowOf(source, key);
    Integer anywhere = row >= 0 ? Integer.valueOf(row) : Explainer.row(records, key);
    if (anywhere == null) {
      throw WorkbenchException.user(
          "C360-IDT-013",
          "There is no record "
              + key
              + (options.id() == null ? "." : " in column " + options.id() + "."));
    }
    return anywhere;
  }

  private void print(ExplainedPair found) {
    PairExplanation explanation = found.pair();
    Output out = output();
    out.line("%s", explanation.sentence());
    out.line("%s", found.cluster());
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("start: any two records", "", "", "", Text.decimal(explanation.start(), 2)));
    for (PairExplanation.Bar bar : explanation.bars()) {
      rows.add(
          List.of(
              bar.comparison(),
              bar.valueA() == null ? "" : bar.valueA(),
              bar.valueB() == null ? "" : bar.valueB(),
              bar.level(),
              Text.decimal(bar.weight(), 2)));
    }
    rows.add(List.of("sum", "", "", "", Text.decimal(explanation.weight(), 2)));
    out.table(List.of("comparison", explanation.idA(), explanation.idB(), "level", "bits"), rows);
    out.line(
        "probability %s, category %d of 5",
        Text.decimal(explanation.probability(), 6), explanation.category());
    if (!explanation.needed().isEmpty() && !found.oneCluster()) {
      out.line("for a link it would take: %s", String.join("; ", explanation.needed()));
    }
  }
}
