package io.customer360.app.road;

import io.customer360.app.Composition;
import io.customer360.app.Places;
import io.customer360.app.evaluation.IdentityTruth;
import io.customer360.connector.delivery.DeliveryReport;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.connector.setup.DeliveryDesk;
import io.customer360.decision.AgentRunReport;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.QueueFilter;
import io.customer360.decision.ReplayReport;
import io.customer360.engine.Engine;
import io.customer360.governance.VerifyReport;
import io.customer360.identity.IdentityEvaluation;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.model.ModelCard;
import io.customer360.sample.SampleSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The whole road in a fresh folder: generate, import, resolve, score, decide, approve what may be
/// approved, deliver to the sandbox receiver, verify.
public final class Demo {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 500;

  private final SampleSpec spec;
  private final SandboxScript script;

  public Demo(SampleSpec spec, SandboxScript script) {
    this.spec = spec;
    this.script = script;
  }

  public DemoReport run(Path folder, Progress progress) {
    Steps steps = new Steps();
    SampleWorkspace.Report made =
        new SampleWorkspace(spec, RoadListener.SILENT).make(folder, progress.part(0, 0.6));
    steps.take(made);
    try (Engine engine = Composition.open(folder)) {
      DemoReport.Approved approved =
          steps.timed("approve", () -> approve(engine, progress.part(0.6, 0.7)));
      DeliveryOutcome delivered =
          steps.timed("deliver", () -> deliver(engine, progress.part(0.7, 0.85)));
      VerifyReport audit = steps.timed("verify", () -> engine.audit().verify());
      ReplayReport replay =
          steps.timed(
              "replay",
              () -> engine.decisions().replay(Optional.empty(), progress.part(0.85, 0.97)));
      IdentityEvaluation identity =
          steps.timed("judge", () -> IdentityTruth.judge(engine, SampleWorkspace.sources(folder)));
      AgentRunReport agents = made.agents();
      steps.finish();
      return new DemoReport(
          folder.toString(),
          count(engine, "gold.customer"),
          count(engine, "silver.source_person"),
          made.written().rows(),
          new DemoReport.Identity(
              identity.precision(), identity.recall(), identity.f1(), identity.persons()),
          models(engine),
          new DemoReport.DecisionCounts(
              agents.created(), agents.auto(), agents.pending(), agents.blocked()),
          approved,
          delivered.delivered(),
          new DemoReport.Audit(audit.entries(), audit.verified(), audit.head()),
          new DemoReport.Replay(replay.decisions(), replay.identical()),
          steps.seconds,
          steps.cpuSeconds);
    }
  }

  /// Approves as the demo person everything one person may approve.
  private static DemoReport.Approved approve(Engine engine, Progress progress) {
    progress.stage("Approve what may be approved");
    List<String> single =
        engine.decisions().queue(QueueFilter.ALL).stream()
            .filter(row -> row.approvalsNeeded() == 1)
            .map(ProposalSummary::decisionId)
            .toList();
    int approved = 0;
    for (int from = 0; from < single.size(); from += AT_ONCE) {
      progress.checkCancelled();
      progress.fraction((double) from / single.size());
      List<String> some = single.subList(from, Math.min(single.size(), from + AT_ONCE));
      approved += engine.decisions().approveAll(some, engine.person()).approved().size();
    }
    return new DemoReport.Approved(approved, engine.decisions().queue(QueueFilter.ALL).size());
  }

  private record DeliveryOutcome(DemoReport.Delivered delivered) {}

  private DeliveryOutcome deliver(Engine engine, Progress progress) {
    try (DeliveryDesk desk =
        DeliveryDesk.open(
            engine.workspace().root(),
            engine.outbox(),
            Places.secrets(),
            script,
            WorkClock.of(engine.workspace().clock()))) {
      DeliveryReport report = desk.deliver(PATIENCE, progress);
      return new DeliveryOutcome(
          new DemoReport.Delivered(
              report.sent(),
              desk.processedTwice(),
              report.failed(),
              report.bounced(),
              report.retried()));
    }
  }

  private static Map<String, DemoReport.ModelQuality> models(Engine engine) {
    Map<String, DemoReport.ModelQuality> models = new LinkedHashMap<>();
    for (ModelCard card : engine.models().cards()) {
      models.put(
          card.name(),
          new DemoReport.ModelQuality(
              card.metrics().auc(),
              card.metrics().aucLow(),
              card.metrics().aucHigh(),
              card.metrics().aucBaseline(),
              card.metrics().brier(),
              card.metrics().calibrationError(),
              card.metrics().n()));
    }
    return models;
  }

  private static long count(Engine engine, String table) {
    return engine
        .lakehouse()
        .read(
            connection ->
                Rows.number(
                    connection,
                    "select count(*) from " + io.customer360.lakehouse.Sql.table(table)));
  }

  private interface Work<T> {
    T run();
  }

  /// How long each step took, and what it cost.
  private static final class Steps {
    private final long started = System.nanoTime();
    private final double cpuStarted = ProcessTime.seconds();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();

    Steps() {
      seconds.put("total", 0.0);
      cpuSeconds.put("total", 0.0);
    }

    void take(SampleWorkspace.Report made) {
      for (RoadStep step : RoadStep.values()) {
        String name = step.name().toLowerCase(Locale.ROOT);
        seconds.put(name, made.seconds().getOrDefault(step, 0.0));
        cpuSeconds.put(name, made.cpuSeconds().getOrDefault(step, 0.0));
      }
    }

    <T> T timed(String name, Work<T> work) {
      long before = System.nanoTime();
      double cpuBefore = ProcessTime.seconds();
      T value = work.run();
      seconds.put(name, (System.nanoTime() - before) / 1e9);
      cpuSeconds.put(name, ProcessTime.seconds() - cpuBefore);
      return value;
    }

    void finish() {
      seconds.put("total", (System.nanoTime() - started) / 1e9);
      cpuSeconds.put("total", ProcessTime.seconds() - cpuStarted);
    }
  }
}
