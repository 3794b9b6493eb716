package io.customer360.assistant.center;

import io.customer360.assistant.Answer;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AskOptions;
import io.customer360.assistant.AskedQuestion;
import io.customer360.assistant.Assistant;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Evidence;
import io.customer360.assistant.Figures;
import io.customer360.assistant.ModelServer;
import io.customer360.assistant.PlannerUsed;
import io.customer360.assistant.Understanding;
import io.customer360.assistant.llm.LocalModels;
import io.customer360.assistant.llm.ModelFault;
import io.customer360.assistant.llm.ModelPlan;
import io.customer360.assistant.llm.ModelTrace;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.planner.BuiltInPlanner;
import io.customer360.assistant.planner.Planned;
import io.customer360.assistant.query.Draft;
import io.customer360.assistant.query.PlanExecutor;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The assistant over a lake. Keeps one planner per snapshot of the data; thread-safe.
public final class CommandCenter implements Assistant {
  private static final Logger LOG = LoggerFactory.getLogger(CommandCenter.class);
  private static final List<String> SUGGESTIONS =
      List.of(
          "Which loyal customers are at risk, and what is at stake?",
          "Revenue by channel last quarter against the one before",
          "Late share by carrier since 21 Sep",
          "Who bought the recalled batch?",
          "Which offers work for lapsed customers?",
          "SMS click rate per week",
          "Revenue per month this year",
          "Top 10 customers by margin",
          "Customers by tier",
          "Service tickets by topic in the last 90 days");

  private final Lakehouse lakehouse;
  private final SemanticLayer layer;
  private final PlanExecutor executor;
  private final LocalModels models;
  private final String currency;
  private final ZoneId zone;
  private final QuestionBook book;

  private record Ready(String snapshot, BuiltInPlanner planner, LocalDate today) {}

  private @Nullable Ready ready;

  /// @param currency ISO 4217 code of the workspace
  /// @param zone in which days begin
  /// @param clock stamps the book of questions
  public CommandCenter(
      Lakehouse lakehouse,
      SemanticLayer layer,
      LocalModels models,
      String currency,
      ZoneId zone,
      Clock clock) {
    this.lakehouse = lakehouse;
    this.layer = layer;
    this.executor = new PlanExecutor(layer);
    this.models = models;
    this.currency = currency;
    this.zone = zone;
    this.book = new QuestionBook(lakehouse, clock);
  }

  @Override
  public Understanding understand(String question, AskOptions options) {
    return ready().planner().plan(question, options.overrides()).understanding();
  }

  @Override
  public Answer ask(String question, AskOptions options, Progress progress) {
    long start = System.nanoTime();
    Ready now = ready();
    progress.stage("Understand the question");
    String model = options.model();
    if (model != null && options.overrides().isEmpty()) {
      return withModel(question, model, options, progress, now, start);
    }
    Planned planned = now.planner().plan(question, options.overrides());
    Answer answer = answer(planned, options, progress, now, PlannerUsed.BUILT_IN, start);
    remember(answer, planned.plan(), null);
    return answer;
  }

  private Answer withModel(
      String question, String model, AskOptions options, Progress progress, Ready now, long start) {
    ModelTrace trace = null;
    String fault;
    try {
      progress.stage("Ask " + model);
      ModelPlan called = models.plan(model, question, now.today(), progress);
      trace = called.trace();
      progress.checkCancelled();
      Planned planned = now.planner().plan(called.request(), Map.of());
      if (planned.plan() != null) {
        PlannerUsed used = new PlannerUsed(model, trace.digest(), "");
        Understanding meant = asked(question, planned.understanding());
        Answer answer =
            answer(new Planned(meant, planned.plan(), ""), options, progress, now, used, start);
        return narrated(answer, planned.plan(), model, options, progress, trace, start);
      }
      fault = model + " asked for something the workbench does not know";
    } catch (ModelFault e) {
      LOG.info("The local model {} failed: {}", model, e.getMessage());
      fault = e.plain();
      trace = e.trace() == null ? trace : e.trace();
    }
    progress.checkCancelled();
    Planned planned = now.planner().plan(question, Map.of());
    PlannerUsed used = new PlannerUsed(null, null, fault + "; the built-in planner answered.");
    Answer answer = answer(planned, options, progress, now, used, start);
    remember(answer, planned.plan(), trace);
    return answer;
  }

  private Answer narrated(
      Answer answer,
      Plan plan,
      String model,
      AskOptions options,
      Progress progress,
      ModelTrace planTrace,
      long start) {
    ModelTrace trace = planTrace;
    Answer told = answer;
    try {
      LocalModels.Narration narration =
          models.narrate(model, answer, options.narration(), progress);
      trace = planTrace.and(narration.trace());
      told = worded(answer, narration.text(), narration.problem(), start);
    } catch (ModelFault e) {
      LOG.info("The local model {} failed while narrating: {}", model, e.getMessage());
      told = worded(answer, "", e.plain() + "; the answer is in the workbench's own words.", start);
    }
    remember(told, plan, trace);
    return told;
  }

  private static Answer worded(Answer a, String text, String note, long start) {
    PlannerUsed used = new PlannerUsed(a.planner().model(), a.planner().digest(), note);
    return new Answer(
        a.understanding(),
        a.headline(),
        text.isBlank() ? a.sentence() : text,
        a.stake(),
        a.confidence(),
        a.charts(),
        a.lines(),
        a.table(),
        a.evidence(),
        a.next(),
        used,
        millis(start));
  }

  private static Understanding asked(String question, Understanding u) {
    return new Understanding(
        question,
        u.understood(),
        u.kind(),
        u.chips(),
        u.unknown(),
        u.near(),
        "Read by the model as: " + u.question() + ". " + u.words());
  }

  private Answer answer(
      Planned planned,
      AskOptions options,
      Progress progress,
      Ready now,
      PlannerUsed used,
      long start) {
    Plan plan = planned.plan();
    if (plan == null) {
      return new Answer(
          planned.understanding(),
          null,
          planned.problem(),
          null,
          Confidence.counted("Nothing was counted."),
          List.of(),
          List.of(),
          AnswerTable.EMPTY,
          new Evidence("", "", List.of(), now.snapshot(), 0, 0),
          null,
          used,
          millis(start));
    }
    progress.stage("Run the query");
    PlanExecutor.Executed executed =
        lakehouse.read(
            progress,
            c ->
                executor.execute(
                    c,
                    plan,
                    new Figures(currency, now.today()),
                    now.today(),
                    zone,
                    options.rows(),
                    now.snapshot()));
    Draft d = executed.draft();
    return new Answer(
        planned.understanding(),
        d.headline(),
        d.sentence(),
        d.stake(),
        d.confidence(),
        d.charts(),
        d.lines(),
        d.table(),
        executed.evidence(),
        d.next(),
        used,
        millis(start));
  }

  private void remember(Answer answer, @Nullable Plan plan, @Nullable ModelTrace trace) {
    book.write(answer, plan == null ? "" : plan.text(), trace);
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /// Only questions whose answer is not empty; six of them.
  @Override
  public List<String> suggestions() {
    Ready now = ready();
    return SUGGESTIONS.stream()
        .filter(q -> now.planner().plan(q, Map.of()).plan() != null)
        .limit(6)
        .toList();
  }

  @Override
  public ModelServer modelServer() {
    return models.server();
  }

  @Override
  public List<AskedQuestion> history(int limit) {
    return book.newest(limit);
  }

  /// The planner knows the values of one snapshot; a refresh makes a new one.
  private synchronized Ready ready() {
    String snapshot = lakehouse.snapshotId();
    Instant asOf = lakehouse.asOf();
    LocalDate today = LocalDate.ofInstant(asOf, zone);
    Ready have = ready;
    if (have != null && have.snapshot().equals(snapshot) && have.today().equals(today)) {
      return have;
    }
    String words =
        DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK)
            .withZone(zone)
            .format(asOf)
            .replace("Sept", "Sep");
    BuiltInPlanner planner =
        new BuiltInPlanner(
            layer, LakeValues.read(lakehouse), new LakePeople(lakehouse), () -> today, words);
    Ready made = new Ready(snapshot, planner, today);
    ready = made;
    return made;
  }
}
