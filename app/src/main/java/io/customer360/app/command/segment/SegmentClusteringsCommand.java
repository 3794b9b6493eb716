package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.Clustering;
import io.customer360.studio.drift.ClusterSettings;
import io.customer360.studio.drift.ClusteringStore;
import io.customer360.studio.drift.Drift;
import io.customer360.studio.drift.Labelling;
import io.customer360.studio.drift.SavedClustering;
import io.customer360.studio.matrix.FeatureSets;
import io.customer360.studio.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench segment clusterings`.
@Command(
    name = "clusterings",
    description = "Clusterings that were kept: list them, look at one, run it again and compare.",
    subcommands = {SegmentClusteringsCommand.Show.class, SegmentClusteringsCommand.Refit.class},
    footer = {
      "",
      "Example:",
      "  workbench segment cluster --features behaviour --k 6 --save behaviour-6",
      "  workbench segment clusterings",
      "  workbench segment clusterings refit behaviour-6 --json"
    })
final class SegmentClusteringsCommand extends WorkbenchCommand {
  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          List<SavedClustering> all = store(engine).list();
          Output out = output();
          if (out.json()) {
            out.document(
                Map.of("clusterings", all.stream().map(SegmentClusteringsCommand::head).toList()));
            return 0;
          }
          if (all.isEmpty()) {
            out.line(
                "No clustering is kept. Keep one with: workbench segment cluster --features"
                    + " behaviour --save NAME");
            return 0;
          }
          List<List<Object>> rows = new ArrayList<>();
          for (SavedClustering one : all) {
            rows.add(
                List.of(
                    one.name(),
                    one.run(),
                    one.figures().algorithm(),
                    one.settings().features(),
                    one.figures().n(),
                    one.figures().k(),
                    one.asOf(),
                    one.author()));
          }
          out.table(
              List.of("name", "run", "algorithm", "features", "people", "k", "as of", "author"),
              rows);
          return 0;
        });
  }

  static ClusteringStore store(Engine engine) {
    return new ClusteringStore(engine.lakehouse(), engine.workspace().clock());
  }

  private static Map<String, Object> head(SavedClustering one) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("name", one.name());
    head.put("run", one.run());
    head.put("title", one.title());
    head.put("author", one.author());
    head.put("saved", one.saved());
    head.put("as_of", one.asOf());
    head.put("snapshot", one.snapshot());
    head.put("features", one.settings().features());
    head.put("figures", one.figures());
    return head;
  }

  /// `segment clusterings show`.
  @Command(
      name = "show",
      description = "Settings, figures and clusters of every run of one.",
      footer = {"", "Example:", "  workbench segment clusterings show behaviour-6 --json"})
  static final class Show extends WorkbenchCommand {
    @Mixin private ClusteringName named = new ClusteringName();

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<SavedClustering> runs = store(engine).runs(named.value());
            Output out = output();
            if (out.json()) {
              List<Map<String, Object>> all = new ArrayList<>();
              for (SavedClustering run : runs) {
                Map<String, Object> one = head(run);
                one.put("settings", run.settings());
                one.put("report", run.report());
                all.add(one);
              }
              out.document(Map.of("runs", all));
              return 0;
            }
            for (SavedClustering run : runs) {
              print(out, run);
            }
            return 0;
          });
    }

    private static void print(Output out, SavedClustering run) {
      SavedClustering.Figures figures = run.figures();
      out.line(
          "%s, run %d: %s, by %s, data of %s, snapshot %s",
          run.name(), run.run(), run.title(), run.author(), run.asOf(), run.snapshot());
      out.line(
          "  %s of %s people by %s, %d clusters, seed %d, silhouette %s, stability %s, data %s",
          figures.algorithm(),
          Text.whole(figures.n()),
          run.settings().features(),
          figures.k(),
          figures.seed(),
          optional(figures.silhouette()),
          optional(figures.stability()),
          figures.dataHash());
      List<List<Object>> rows = new ArrayList<>();
      for (int q = 0; q < figures.groups().size(); q++) {
        SavedClustering.Group group = figures.groups().get(q);
        rows.add(List.of(q, group.name(), group.size(), group.rule()));
      }
      out.table(List.of("cluster", "name", "people", "what defined it"), rows);
      out.line("");
    }
  }

  /// `segment clusterings refit`.
  @Command(
      name = "refit",
      description =
          "Run it again with the same settings on today's data and show what changed since it was"
              + " kept.",
      footer = {
        "",
        "Example:",
        "  workbench segment clusterings refit behaviour-6",
        "  workbench segment clusterings refit behaviour-6 --keep --out moved.csv"
      })
  static final class Refit extends WorkbenchCommand {
    @Mixin private ClusteringName named = new ClusteringName();

    @Option(names = "--run", paramLabel = "N", description = "Compare with this run (the last).")
    private @Nullable Integer run;

    @Option(names = "--keep", description = "Keep what comes out as the next run.")
    private boolean keep;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Write who changed the cluster as CSV.")
    private @Nullable Path file;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            ClusteringStore store = store(engine);
            SavedClustering then = pick(store.runs(named.value()));
            ClusterSettings settings = then.settings();
            Rule people = settings.people();
            progress.stage("Read features");
            ClusterResult result =
                Clustering.run(
                    FeatureSets.read(
                        engine.lakehouse(),
                        settings.features(),
                        settings.columns(),
                        people == null ? null : SegmentCommand.studio(engine).runnable(people),
                        progress),
                    settings.request(),
                    progress);
            Labelling now = Labelling.of(result);
            Drift drift = store.compare(then, now, progress);
            Path to = file;
            if (to != null) {
              write(to, drift);
            }
            SavedClustering kept =
                keep
                    ? store.save(
                        named.value(), then.title(), settings, now, engine.person(), progress)
                    : null;
            Output out = output();
            if (out.json()) {
              out.document(DriftPrinter.document(drift, kept));
            } else {
              DriftPrinter.text(out, drift);
              if (kept != null) {
                out.line("Kept as run %d.", kept.run());
              }
            }
            return 0;
          });
    }

    private SavedClustering pick(List<SavedClustering> runs) {
      Integer wanted = run;
      return wanted == null
          ? runs.getFirst()
          : runs.stream()
              .filter(one -> one.run() == wanted)
              .findFirst()
              .orElseThrow(
                  () ->
                      WorkbenchException.user(
                          "C360-CLU-042",
                          "Clustering "
                              + named.value()
                              + " has "
                              + runs.size()
                              + " runs, none is number "
                              + wanted
                              + "."));
    }

    private static void write(Path to, Drift drift) {
      StringBuilder text = new StringBuilder("customer_id,then,now\n");
      for (Drift.Moved one : drift.moved()) {
        text.append(one.customer())
            .append(',')
            .append(one.then())
            .append(',')
            .append(one.now())
            .append('\n');
      }
      try {
        AtomicFile.of(to).text(text.toString());
      } catch (IOException e) {
        throw WorkbenchException.user("C360-CLU-031", "Cannot write " + to + ".");
      }
    }
  }

  private static String optional(@Nullable Double value) {
    return value == null ? "-" : Text.decimal(value, 2);
  }
}
