package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.evaluation.IdentityTruth;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.identity.IdentityEvaluation;
import io.customer360.identity.review.Teaching;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `workbench identity evaluate`.
@Command(
    name = "evaluate",
    description = "Measure resolved customers against the sample's truth.",
    footer = {
      "",
      "Example:",
      "  workbench identity evaluate --json",
      "  workbench identity evaluate --labels 200"
    })
final class IdentityEvaluateCommand extends WorkbenchCommand {
  @Option(
      names = "--labels",
      paramLabel = "N",
      description =
          "Rehearse: judge N pairs by the truth, most informative first, and measure what they"
              + " would teach on pairs held out. Nothing is kept.")
  private int labels;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Path sample = SampleWorkspace.withTruth(engine.workspace().root());
          IdentityEvaluation found = IdentityTruth.judge(engine, sample);
          Output out = output();
          Teaching teaching =
              labels == 0
                  ? null
                  : engine
                      .reviews()
                      .rehearse(IdentityTruth.verdicts(engine, sample, labels))
                      .orElse(null);
          if (out.json()) {
            out.document(
                teaching == null ? found : Map.of("resolution", found, "teaching", teaching));
            return 0;
          }
          out.line(
              "pairs      precision %s, recall %s, F1 %s (%s true, %s found, %s of them right)",
              Text.decimal(found.precision(), 4),
              Text.decimal(found.recall(), 4),
              Text.decimal(found.f1(), 4),
              Text.whole(found.truePairs()),
              Text.whole(found.foundPairs()),
              Text.whole(found.correctPairs()));
          out.line(
              "clusters   %s records of %s people in %s customers: %s exactly right, %s people"
                  + " split, %s customers mixed",
              Text.whole(found.records()),
              Text.whole(found.persons()),
              Text.whole(found.clusters()),
              Text.whole(found.exactClusters()),
              Text.whole(found.splitPersons()),
              Text.whole(found.mixedClusters()));
          if (teaching != null) {
            IdentityTeachingText.print(out, teaching);
          }
          return 0;
        });
  }
}
