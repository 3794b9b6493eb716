package io.customer360.app.command;

import io.customer360.app.evaluation.IdentityTruth;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.identity.IdentityEvaluation;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/// `workbench identity evaluate`.
@Command(
    name = "evaluate",
    description = "Measure resolved customers against the sample's truth.",
    footer = {"", "Example:", "  workbench identity evaluate --json"})
final class IdentityEvaluateCommand extends WorkbenchCommand {
  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Path sample = SampleWorkspace.withTruth(engine.workspace().root());
          IdentityEvaluation found = IdentityTruth.judge(engine, sample);
          Output out = output();
          if (out.json()) {
            out.document(found);
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
          return 0;
        });
  }
}
