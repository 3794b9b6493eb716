package io.customer360.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.decision.agent.TraceStep;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts together all that is shown of one decision: what was decided and how, who voted, what went
/// out, and whether a replay gives the same.
final class DecisionDetails {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DecisionStore store;
  private final ProposalStore proposals;
  private final String currency;

  DecisionDetails(DecisionStore store, ProposalStore proposals, String currency) {
    this.store = store;
    this.proposals = proposals;
    this.currency = currency;
  }

  /// Of a decision, or of the group that a person decides on together with it.
  Optional<DecisionDetail> of(Connection c, String decisionId) throws SQLException {
    List<ProposalRow> group = proposals.group(c, decisionId);
    String head = group.isEmpty() ? decisionId : group.getFirst().groupId();
    Optional<Decision> found = store.find(c, head);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Decision decision = found.get();
    List<DecisionDetail.Vote> votes = proposals.votes(c, head);
    List<DeliveryRow> deliveries =
        DeliveryRows.ofDecisions(
            c,
            group.isEmpty() ? List.of(head) : group.stream().map(ProposalRow::decisionId).toList());
    ProposalSummary summary = summary(decision, group, votes, deliveries);
    int chosen = group.isEmpty() ? 0 : group.getFirst().chosen();
    Optional<RankedOption> option =
        decision.options().stream().filter(o -> o.rank() == chosen).findFirst();
    return Optional.of(
        new DecisionDetail(
            summary,
            decision,
            chosen,
            edited(group, true).orElse(option.map(o -> o.message().subject()).orElse("")),
            edited(group, false).orElse(option.map(o -> o.message().body()).orElse("")),
            votes,
            trace(c, decision, summary),
            group.isEmpty()
                ? List.of(decision.customerId())
                : group.stream().map(ProposalRow::customerId).toList(),
            deliveries,
            store.replay(Optional.of(head), Progress.NONE).different().isEmpty()));
  }

  private static Optional<String> edited(List<ProposalRow> group, boolean subject) {
    return group.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(subject ? group.getFirst().subject() : group.getFirst().body());
  }

  private ProposalSummary summary(
      Decision decision,
      List<ProposalRow> group,
      List<DecisionDetail.Vote> votes,
      List<DeliveryRow> deliveries) {
    if (group.isEmpty()) {
      return new ProposalSummary(
          decision.id(),
          decision.customerId(),
          decision.customerName(),
          decision.best().map(RankedOption::name).orElse("No action passes"),
          1,
          decision.best().map(RankedOption::actionId).orElse(""),
          decision.best().map(RankedOption::kind).orElse(""),
          decision.best().map(RankedOption::channel).orElse(""),
          decision.agent(),
          decision.valueAtRisk(),
          decision.valueAtRiskText(),
          decision.confidence().value(),
          false,
          0,
          0,
          decision.decidedAt(),
          decision.expiresAt(),
          ActionState.BLOCKED);
    }
    int given = (int) votes.stream().filter(DecisionDetail.Vote::approved).count();
    ActionState state = group.getFirst().state();
    if (state == ActionState.QUEUED) {
      // What was taken back and approved again has a row of each; the one in force counts.
      state =
          deliveries.stream()
              .map(DeliveryRow::state)
              .filter(row -> row != ActionState.UNDONE)
              .findFirst()
              .orElse(state);
    }
    return proposals.summary(group, given, state, currency);
  }

  /// The steps of the run, with what each was for this decision.
  private static List<TraceStep> trace(Connection c, Decision decision, ProposalSummary summary)
      throws SQLException {
    List<TraceStep> run =
        Rows.list(
                c,
                """
                select r.trace, r.created from ops.agent_run r
                join ops.decision d on d.run_id = r.run_id where d.decision_id = ?
                """,
                row -> steps(row.getString(1), Math.max(1, row.getInt(2))),
                decision.id())
            .stream()
            .findFirst()
            .orElse(List.of());
    List<TraceStep> own = new ArrayList<>();
    for (TraceStep step : run) {
      List<String> lines =
          switch (step.step()) {
            case "Observe" ->
                List.of(
                    decision.evidence().size() + " facts kept as evidence.",
                    "Trigger: " + decision.trigger() + ".");
            case "Reason" -> List.of(decision.why(), step.lines().getLast());
            case "Decide" ->
                List.of(
                    decision.funnel().all()
                        + " actions, "
                        + decision.blocked().size()
                        + " blocked, "
                        + decision.options().size()
                        + " ranked.",
                    "Policies "
                        + decision.versions().get("policies")
                        + ", seed "
                        + step.inputs().getOrDefault("seed", "")
                        + ".");
            default ->
                List.of(
                    decision.best().map(o -> o.autonomy().why() + ".").orElse("Nothing to do."),
                    state(summary));
          };
      own.add(new TraceStep(step.step(), step.millis(), lines, step.sql(), step.inputs()));
    }
    return own;
  }

  private static String state(ProposalSummary summary) {
    return switch (summary.state()) {
      case PROPOSED -> "Waiting for a person.";
      case APPROVED ->
          summary.approvals() + " of " + summary.approvalsNeeded() + " approvals given.";
      case QUEUED -> "In the outbox.";
      case IN_FLIGHT -> "On its way.";
      default -> {
        String word = summary.state().name().toLowerCase(Locale.ROOT);
        yield Character.toUpperCase(word.charAt(0)) + word.substring(1) + ".";
      }
    };
  }

  /// @param share how many decisions the run's time is divided by
  private static List<TraceStep> steps(String json, int share) {
    try {
      List<TraceStep> steps = new ArrayList<>();
      for (TraceStep step : JSON.readValue(json, new TypeReference<List<TraceStep>>() {})) {
        steps.add(
            new TraceStep(
                step.step(), step.millis() / share, step.lines(), step.sql(), step.inputs()));
      }
      return steps;
    } catch (JsonProcessingException broken) {
      throw WorkbenchException.internal("C360-DEC-090", "A stored trace is broken.", broken);
    }
  }
}
