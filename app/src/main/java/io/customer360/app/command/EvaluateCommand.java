package io.customer360.app.command;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.evaluation.AnomalyTruth;
import io.customer360.app.evaluation.IdentityTruth;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.assistant.planner.PlannerEvaluation;
import io.customer360.engine.Engine;
import io.customer360.identity.IdentityEvaluation;
import io.customer360.model.ModelEvaluation;
import io.customer360.model.ModelEvaluationReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/// `workbench evaluate`.
@Command(
    name = "evaluate",
    description =
        "Measure quality against the sample's truth: identity, churn, anomalies found, questions.",
    footer = {"", "Example:", "  workbench evaluate --workspace demo.c360 --json"})
final class EvaluateCommand extends WorkbenchCommand {
  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Path sample = SampleWorkspace.withTruth(engine.workspace().root());
          return print(engine, sample, progress);
        });
  }

  private int print(Engine engine, Path sample, TerminalProgress progress) {
    progress.stage("Judge identity");
    IdentityEvaluation identity = IdentityTruth.judge(engine, sample);
    progress.stage("Judge churn");
    Optional<ModelEvaluationReport> churn =
        new ModelEvaluation(engine.lakehouse()).churn(sample.resolve("truth"), progress);
    progress.stage("Judge anomalies");
    List<AnomalyTruth.Kind> anomalies = AnomalyTruth.judge(engine, sample);
    progress.stage("Judge the planner");
    var planner = PlannerEvaluation.run();
    Output out = output();
    if (out.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("identity", identity);
      churn.ifPresent(report -> document.put("churn", report));
      document.put("anomalies", anomalies);
      document.put("planner", planner);
      out.document(document);
      return 0;
    }
    out.line(
        "identity   precision %s, recall %s, F1 %s; %s records of %s people in %s clusters",
        Text.decimal(identity.precision(), 4),
        Text.decimal(identity.recall(), 4),
        Text.decimal(identity.f1(), 4),
        Text.whole(identity.records()),
        Text.whole(identity.persons()),
        Text.whole(identity.clusters()));
    churn.ifPresent(
        report ->
            out.line(
                "churn      AUC %s (95 %%: %s to %s), baseline %s, Brier %s, on %s customers whose"
                    + " next 90 days are known",
                Text.decimal(report.auc(), 3),
                Text.decimal(report.aucLow(), 3),
                Text.decimal(report.aucHigh(), 3),
                Text.decimal(report.aucBaseline(), 3),
                Text.decimal(report.brier(), 3),
                Text.whole(report.n())));
    long planted = anomalies.stream().mapToLong(AnomalyTruth.Kind::planted).sum();
    long found = anomalies.stream().mapToLong(AnomalyTruth.Kind::found).sum();
    out.line("anomalies  %s of %s planted bad rows found", Text.whole(found), Text.whole(planted));
    out.line(
        "planner    %d of %d golden questions right, %d refused in error, %d wrong",
        planner.right(), planner.questions(), planner.refused(), planner.wrong());
    anomalies.forEach(
        kind -> out.line("  %-24s %d of %d", kind.kind(), kind.found(), kind.planted()));
    return 0;
  }
}
