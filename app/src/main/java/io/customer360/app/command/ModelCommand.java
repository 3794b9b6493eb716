package io.customer360.app.command;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.model.FileTraining;
import io.customer360.model.FileTrainingReport;
import io.customer360.model.ModelCard;
import io.customer360.model.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench model ...`.
@Command(
    name = "model",
    description = "Churn and propensity: train, list, put a version into use.",
    subcommands = {ModelCommand.Train.class, ModelCommand.Cards.class, ModelCommand.Use.class},
    footer = {
      "",
      "Example:",
      "  workbench model train",
      "  workbench model train telco.csv --target Churn --id customerID --json"
    })
final class ModelCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  /// `model train [FILE]`.
  @Command(
      name = "train",
      description = "Train the workspace's models, or cross-validate one on a CSV of your own.",
      footer = {"", "Example:", "  workbench model train telco.csv --target Churn --folds 5"})
  static final class Train extends WorkbenchCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A CSV with a target column.")
    private @Nullable Path file;

    @Option(names = "--target", paramLabel = "C", description = "The column to predict.")
    private @Nullable String target;

    @Option(names = "--id", paramLabel = "C", description = "A column that only names the row.")
    private @Nullable String id;

    @Option(
        names = "--folds",
        paramLabel = "N",
        description = "Cross-validation folds (default 5).")
    private int folds = 5;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default 7).")
    private long seed = 7;

    @Override
    public Integer call() throws Exception {
      Path own = file;
      return own == null ? trainWorkspace() : trainFile(own);
    }

    private int trainWorkspace() throws Exception {
      return withEngine(
          (engine, progress) -> {
            TrainingReport report = engine.models().train(progress);
            Output out = output();
            if (out.json()) {
              out.document(report);
            } else {
              show(out, engine.models().cards());
            }
            return 0;
          });
    }

    private int trainFile(Path own) throws Exception {
      String column = target;
      if (column == null) {
        System.err.println("workbench: name the column to predict with --target.");
        return 2;
      }
      try (TerminalProgress progress = new TerminalProgress(System.err)) {
        FileTrainingReport report = FileTraining.train(own, column, id, folds, seed, progress);
        Output out = output();
        if (out.json()) {
          out.document(report);
        } else {
          out.line(
              "%s rows, %d features, AUC %s (sd %s over %d folds), Brier %s, log-loss %s, %s",
              Text.whole(report.n()),
              report.features(),
              Text.decimal(report.auc().mean(), 4),
              Text.decimal(report.auc().sd(), 4),
              report.folds(),
              Text.decimal(report.brier(), 4),
              Text.decimal(report.logLoss(), 4),
              Text.seconds(report.seconds()));
        }
        return 0;
      }
    }
  }

  /// `model cards`.
  @Command(
      name = "cards",
      description = "The cards of the models in use.",
      footer = {"", "Example:", "  workbench model cards --json"})
  static final class Cards extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            Output out = output();
            if (out.json()) {
              out.document(Map.of("models", engine.models().cards()));
            } else {
              show(out, engine.models().cards());
            }
            return 0;
          });
    }
  }

  /// `model use NAME VERSION`.
  @Command(
      name = "use",
      description = "Put another registered version into use; the next refresh scores with it.",
      footer = {"", "Example:", "  workbench model use churn v1"})
  static final class Use extends WorkbenchCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "churn or propensity.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "v1, v2 ...")
    private String version = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            ModelCard card = engine.models().use(name, version);
            Output out = output();
            if (out.json()) {
              out.document(card);
            } else {
              out.line("%s %s is in use from the next refresh on", card.name(), card.version());
            }
            return 0;
          });
    }
  }

  private static void show(Output out, List<ModelCard> cards) {
    List<List<Object>> rows = new ArrayList<>();
    for (ModelCard card : cards) {
      rows.add(
          List.of(
              card.name() + " " + card.version(),
              card.metrics().auc(),
              card.metrics().aucBaseline(),
              card.metrics().brier(),
              card.metrics().calibrationError(),
              card.metrics().n(),
              card.judgedAt().toString().substring(0, 10)));
    }
    out.table(List.of("model", "AUC", "baseline", "Brier", "calibration", "judged", "on"), rows);
  }
}
