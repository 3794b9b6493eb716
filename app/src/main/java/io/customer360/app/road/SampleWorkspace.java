package io.customer360.app.road;

import io.customer360.app.Composition;
import io.customer360.decision.AgentRunReport;
import io.customer360.decision.AgentRunRequest;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.FileToLoad;
import io.customer360.ingest.ImportReport;
import io.customer360.insight.InsightSummary;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshReport;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.Rows;
import io.customer360.sample.SampleData;
import io.customer360.sample.SampleListener;
import io.customer360.sample.SampleSpec;
import io.customer360.sample.SampleSummary;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Makes the sample workspace: writes Alder & Pine's source files, lands them, refreshes, looks for
/// insights, lets the agents propose. Made in a folder beside and moved into place at the end, so
/// that a crash or a cancel leaves no half workspace behind.
public final class SampleWorkspace {
  private static final String SAMPLE = "sample";
  private static final String COMPANY = "Alder & Pine";

  private final SampleSpec spec;
  private final RoadListener listener;
  private final Map<RoadStep, Double> seconds = new LinkedHashMap<>();
  private final Map<RoadStep, Double> cpuSeconds = new LinkedHashMap<>();

  public SampleWorkspace(SampleSpec spec, RoadListener listener) {
    this.spec = spec;
    this.listener = listener;
  }

  /// What was made.
  public record Report(
      SampleSummary written,
      List<ImportReport> landed,
      RefreshReport refreshed,
      InsightSummary insights,
      AgentRunReport agents,
      Map<RoadStep, Double> seconds,
      Map<RoadStep, Double> cpuSeconds) {}

  /// Where a sample workspace keeps its source files and their truth.
  public static Path sources(Path workspace) {
    return workspace.resolve(SAMPLE);
  }

  /// The source files of a workspace that has its truth beside it, to be measured against.
  ///
  /// @throws WorkbenchException a user error for any other workspace
  public static Path withTruth(Path workspace) {
    Path sample = sources(workspace);
    if (!Files.isDirectory(sample.resolve("truth"))) {
      throw WorkbenchException.user(
          "C360-CLI-010",
          "This workspace has no truth beside it. Make one that has with: workbench init demo.c360"
              + " --sample");
    }
    return sample;
  }

  /// Makes the workspace in `folder`, which must not exist or be empty.
  public Report make(Path folder, Progress progress) {
    Path target = folder.toAbsolutePath().normalize();
    refuseIfUsed(target);
    Path half = target.resolveSibling("." + target.getFileName() + ".half");
    delete(half);
    try {
      Report report = walk(half, progress);
      Files.createDirectories(parent(target));
      Files.deleteIfExists(target);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
      return report;
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-ROAD-001", "Cannot make " + target + ": " + e, e);
    } finally {
      delete(half);
    }
  }

  private Report walk(Path half, Progress progress) throws IOException {
    WorkspaceSettings settings =
        WorkspaceSettings.of(COMPANY, "GBP", "Europe/London", "fixed:" + spec.today())
            .withPerson("Mara Hale");
    try (Engine engine = Composition.create(half, settings)) {
      SampleSummary written = write(sources(half), progress.part(0, 0.12));
      texts(sources(half), engine);
      List<ImportReport> landed = land(engine, sources(half), written, progress.part(0.12, 0.4));
      RefreshReport refreshed = refresh(engine, progress.part(0.4, 0.85));
      InsightSummary insights = insights(engine, progress.part(0.85, 0.9));
      AgentRunReport agents = decide(engine, progress.part(0.9, 1));
      return new Report(
          written,
          landed,
          refreshed,
          insights,
          agents,
          Map.copyOf(seconds),
          Map.copyOf(cpuSeconds));
    }
  }

  private SampleSummary write(Path folder, Progress progress) throws IOException {
    Timer timer = start(RoadStep.WRITE, progress);
    SampleSummary summary =
        SampleData.write(
            folder,
            spec,
            new SampleListener() {
              @Override
              public void progress(String stage, double fraction) {
                progress.fraction(fraction);
              }

              @Override
              public boolean cancelled() {
                return progress.cancelled();
              }
            });
    progress.checkCancelled();
    timer.done(
        String.format(
            Locale.UK,
            "%d files, %,d MB, seed %d",
            summary.files().size(),
            summary.bytes() / 1_000_000,
            spec.seed()));
    return summary;
  }

  /// Offers, knowledge, segments and mappings are the workspace's own texts from now on.
  private static void texts(Path sample, Engine engine) throws IOException {
    copy(sample.resolve("offers"), engine.workspace().offers());
    copy(sample.resolve("knowledge"), engine.workspace().knowledge());
    copy(sample.resolve("segments"), engine.workspace().segments());
    new SegmentFiles(engine.workspace().segments()).writeGeneric();
  }

  private List<ImportReport> land(
      Engine engine, Path folder, SampleSummary written, Progress progress) {
    Timer timer = start(RoadStep.LAND, progress);
    List<FileToLoad> files =
        written.imports().stream()
            .map(
                file ->
                    new FileToLoad(
                        folder.resolve(file.path()),
                        engine.ingest().loadMapping(folder.resolve(file.mapping()))))
            .toList();
    List<ImportReport> reports = engine.ingest().loadAll(files, progress);
    timer.done(
        String.format(
            Locale.UK,
            "%,d rows, %,d duplicates, %,d held back",
            reports.stream().mapToLong(ImportReport::rows).sum(),
            reports.stream().mapToLong(ImportReport::duplicates).sum(),
            reports.stream().mapToLong(ImportReport::quarantined).sum()));
    return reports;
  }

  private RefreshReport refresh(Engine engine, Progress progress) {
    Timer timer = start(RoadStep.REFRESH, progress);
    RefreshReport report = engine.lakehouse().refresh(RefreshRequest.stale(), progress);
    long records =
        engine.lakehouse().read(c -> Rows.number(c, "select count(*) from silver.source_person"));
    long customers =
        engine.lakehouse().read(c -> Rows.number(c, "select count(*) from gold.customer"));
    timer.done(String.format(Locale.UK, "%,d records, %,d customers", records, customers));
    return report;
  }

  private InsightSummary insights(Engine engine, Progress progress) {
    Timer timer = start(RoadStep.INSIGHT, progress);
    engine.insights().refresh(progress);
    InsightSummary summary = engine.insights().summary();
    timer.done(summary.checked() + " shifts checked, " + summary.shown() + " shown");
    return summary;
  }

  private AgentRunReport decide(Engine engine, Progress progress) {
    Timer timer = start(RoadStep.DECIDE, progress);
    AgentRunReport report = engine.decisions().runAgents(AgentRunRequest.ALL, progress);
    timer.done(
        String.format(
            Locale.UK, "%,d decisions, %,d wait for a person", report.created(), report.pending()));
    return report;
  }

  private Timer start(RoadStep step, Progress progress) {
    progress.checkCancelled();
    progress.stage(step.words());
    listener.started(step);
    return new Timer(step);
  }

  private final class Timer {
    private final RoadStep step;
    private final long started = System.nanoTime();
    private final double cpuBefore = ProcessTime.seconds();

    Timer(RoadStep step) {
      this.step = step;
    }

    void done(String fact) {
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      seconds.put(step, took.toNanos() / 1e9);
      cpuSeconds.put(step, ProcessTime.seconds() - cpuBefore);
      listener.finished(step, fact, took);
    }
  }

  private static void refuseIfUsed(Path target) {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> inside = Files.list(target)) {
      if (inside.findAny().isPresent()) {
        throw WorkbenchException.user(
            "C360-ROAD-002", target + " is not empty. Choose an empty or a new folder.");
      }
    } catch (IOException e) {
      throw WorkbenchException.user("C360-ROAD-003", target + " is a file, not a folder.");
    }
  }

  private static Path parent(Path target) {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-ROAD-004", "Cannot remove the unfinished " + folder + ".", e);
    }
  }
}
