package io.customer360.decision;

import io.customer360.decision.agent.Agents;
import io.customer360.decision.agent.TraceStep;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.lake.Observation;
import io.customer360.governance.StopSwitch;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Observe, Reason, Decide, Act over the audiences of the agents. The coordinator: a customer in
/// two audiences gets one decision over the actions of both agents, so that two agents never act on
/// him at once; the money goes to the highest priorities first.
final class AgentRunner {
  private final Lakehouse lake;
  private final Workspace workspace;
  private final Texts texts;
  private final StopSwitch stop;
  private final DecisionStore store;
  private final AgentActs acts;
  private final DecisionReader reader = new DecisionReader();
  private final DecisionInputs inputs;

  AgentRunner(
      Lakehouse lake,
      Workspace workspace,
      Texts texts,
      StopSwitch stop,
      DecisionStore store,
      AgentActs acts) {
    this.lake = lake;
    this.workspace = workspace;
    this.texts = texts;
    this.stop = stop;
    this.store = store;
    this.acts = acts;
    this.inputs = new DecisionInputs(lake, workspace, reader);
  }

  /// Makes what a decision is made from.
  DecisionInputs inputs() {
    return inputs;
  }

  /// What Observe found.
  private record Observed(
      List<DecisionInputs.Subject> subjects, int conflicts, int busy, Map<String, Integer> sizes) {}

  /// A first look: the input and how high its best option ranks with the budget as it is now.
  private record Look(DecisionInput input, boolean safety, BigDecimal priority) {}

  /// A decision that has no hash yet.
  private record Open(DecisionInput input, Decision decision) {}

  synchronized AgentRunReport run(AgentRunRequest request, Instant now, Progress progress) {
    long begun = System.nanoTime();
    List<TraceStep> trace = new ArrayList<>();
    if (stop.stopped()) {
      return new AgentRunReport("", 0, 0, 0, 0, 0, 0, 0, List.of(), 0);
    }
    Decider decider = texts.decider();
    String runId =
        lake.read(c -> "R-" + (Rows.number(c, "select count(*) from ops.agent_run") + 1));
    List<String> agents = request.agents().isEmpty() ? Agents.ids() : request.agents();

    progress.stage("Observe customers");
    long start = System.nanoTime();
    Observed observed = lake.read(progress, c -> observe(c, agents, request.limit(), now));
    trace.add(
        new TraceStep(
            "Observe",
            millis(start),
            List.of(
                observed.subjects().size() + " customers in " + agents.size() + " audiences.",
                observed.conflicts() + " in more than one, " + observed.busy() + " busy already."),
            audienceSql(agents),
            sizes(observed.sizes())));

    progress.stage("Read their contexts");
    start = System.nanoTime();
    List<String> ids =
        observed.subjects().stream().map(DecisionInputs.Subject::customerId).distinct().toList();
    Observation seen = lake.read(progress, c -> reader.observe(c, ids, now));
    trace.add(
        new TraceStep(
            "Reason",
            millis(start),
            List.of(
                seen.facts().size() + " contexts read at once.",
                seen.models().isEmpty() ? "No model yet." : models(seen) + ", no LLM."),
            "",
            new TreeMap<>(seen.models())));

    progress.stage("Decide");
    start = System.nanoTime();
    DecisionInput base = inputs.base(decider, seen, now);
    List<Look> looks = look(observed.subjects(), seen, decider, base, progress.part(0, 0.5));
    AgentActs.Tally tally = acts.begin(runId, decider, seen, workspace.settings().currency(), now);
    long[] next = {lake.read(c -> store.count(c, prefix(now)))};
    Map<String, BigDecimal> spent = new TreeMap<>(base.spent());
    List<Open> chunk = new ArrayList<>();
    double acting = 0;
    for (int i = 0; i < looks.size() && !stop.stopped(); i++) {
      progress.checkCancelled();
      Look look = looks.get(i);
      DecisionInput input =
          look.input()
              .withSpent(spent)
              .withId(prefix(now) + String.format(Locale.ROOT, "%04d", ++next[0]));
      Decision decision = decider.open(input);
      reserve(decision, decider, spent);
      chunk.add(new Open(input, decision));
      if (chunk.size() == 1_000 || i == looks.size() - 1) {
        long writing = System.nanoTime();
        // Each decision waited for the money of those before it; writing them down waits for none.
        acts.write(
            tally,
            chunk.parallelStream()
                .map(open -> DecisionStore.Made.of(open.input(), open.decision()))
                .toList());
        chunk.clear();
        acting += millis(writing);
        progress.fraction(0.5 + 0.5 * (i + 1) / looks.size());
      }
    }
    trace.add(
        new TraceStep(
            "Decide",
            millis(start) - acting,
            List.of(
                decider.catalogue().actions().size()
                    + " actions each, "
                    + looks.size()
                    + " decisions.",
                tally.blocked()
                    + " without an action, "
                    + observed.conflicts()
                    + " conflicts settled."),
            "",
            Map.of(
                "catalogue", decider.catalogue().version(),
                "policies", decider.policies().version(),
                "seed", String.valueOf(base.seed()))));
    trace.add(
        new TraceStep(
            "Act",
            acting,
            List.of(
                tally.auto() + " went by themselves, " + tally.pending() + " wait for a person.",
                "Then: outbox."),
            "",
            Map.of("targets", String.valueOf(new TreeMap<>(decider.policies().targets())))));
    AgentRunReport report =
        new AgentRunReport(
            runId,
            ids.size(),
            tally.created(),
            tally.auto(),
            tally.pending(),
            tally.blocked(),
            tally.suggested(),
            observed.conflicts(),
            trace,
            (System.nanoTime() - begun) / 1e9);
    acts.finish(report, agents, now);
    return report;
  }

  private Observed observe(Connection c, List<String> agents, int limit, Instant now)
      throws SQLException {
    reader.text().requireGold(c);
    Set<String> busy = new HashSet<>();
    Set<String> told = new HashSet<>();
    Rows.list(
        c,
        """
        select p.customer_id, p.kind from ops.proposal p
        left join ops.outbox o on o.decision_id = p.decision_id and o.state <> 'UNDONE'
        where p.state in ('PROPOSED', 'APPROVED')
          or (p.state = 'QUEUED' and (o.state in ('QUEUED', 'IN_FLIGHT') or p.kind = 'regulatory'))
        """,
        row -> (row.getString(2).equals("regulatory") ? told : busy).add(row.getString(1)));
    Map<String, List<String>> agentsOf = new LinkedHashMap<>();
    Map<String, String> triggers = new HashMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    List<DecisionInputs.Subject> subjects = new ArrayList<>();
    int skipped = 0;
    for (String agent : agents) {
      List<Agents.Member> audience = Agents.audience(c, reader.text(), agent, now);
      sizes.put(agent, audience.size());
      int taken = 0;
      boolean safety = agent.equals(Agents.SAFETY);
      for (Agents.Member member : audience) {
        if (limit > 0 && taken == limit) {
          break;
        }
        if ((safety ? told : busy).contains(member.customerId())) {
          skipped++;
          continue;
        }
        taken++;
        if (safety) {
          subjects.add(
              new DecisionInputs.Subject(
                  member.customerId(), List.of(agent), member.trigger(), true));
        } else {
          agentsOf.computeIfAbsent(member.customerId(), id -> new ArrayList<>()).add(agent);
          triggers.putIfAbsent(member.customerId(), member.trigger());
        }
      }
    }
    agentsOf.forEach(
        (customer, of) ->
            subjects.add(
                new DecisionInputs.Subject(
                    customer, of, triggers.getOrDefault(customer, ""), false)));
    int conflicts = (int) agentsOf.values().stream().filter(of -> of.size() > 1).count();
    return new Observed(subjects, conflicts, skipped, sizes);
  }

  private List<Look> look(
      List<DecisionInputs.Subject> subjects,
      Observation seen,
      Decider decider,
      DecisionInput base,
      Progress progress) {
    List<Look> looks = new ArrayList<>(subjects.size());
    int page = 500;
    for (int from = 0; from < subjects.size(); from += page) {
      progress.checkCancelled();
      // Pure, so the order of work does not matter.
      looks.addAll(
          subjects.subList(from, Math.min(from + page, subjects.size())).parallelStream()
              .filter(subject -> seen.facts().containsKey(subject.customerId()))
              .map(
                  subject -> {
                    DecisionInput input = DecisionInputs.of(subject, seen, base);
                    return new Look(input, subject.safety(), decider.bestPriority(input));
                  })
              .toList());
      progress.fraction((double) from / subjects.size());
    }
    looks.sort(
        Comparator.comparing(Look::safety)
            .reversed()
            .thenComparing(Look::priority, Comparator.reverseOrder())
            .thenComparing(look -> look.input().customerId()));
    return looks;
  }

  /// The next decision sees what this one would spend.
  private static void reserve(Decision decision, Decider decider, Map<String, BigDecimal> spent) {
    decision
        .best()
        .ifPresent(
            option ->
                decider.policies().budgets().stream()
                    .filter(
                        rule -> DecisionReader.covers(rule.scope(), option.agent(), option.kind()))
                    .forEach(rule -> spent.merge(rule.id(), option.cost(), BigDecimal::add)));
  }

  private String prefix(Instant now) {
    return DecisionStore.prefix(now, workspace.settings().zoneId());
  }

  private static String audienceSql(List<String> agents) {
    StringBuilder sql = new StringBuilder();
    agents.forEach(agent -> sql.append(Agents.audienceSql(agent)).append('\n'));
    return sql.toString();
  }

  private static Map<String, String> sizes(Map<String, Integer> sizes) {
    Map<String, String> shown = new TreeMap<>();
    sizes.forEach((agent, size) -> shown.put(agent, size + " customers"));
    return shown;
  }

  private static String models(Observation seen) {
    List<String> words = new ArrayList<>();
    seen.models().forEach((model, version) -> words.add(model + " " + version));
    return String.join(", ", words);
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
