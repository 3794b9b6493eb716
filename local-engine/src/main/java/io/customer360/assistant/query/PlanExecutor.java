package io.customer360.assistant.query;

import io.customer360.assistant.Evidence;
import io.customer360.assistant.Figures;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.SemanticLayer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

/// Runs plans. Stateless; safe for any thread, each call on its own connection.
public final class PlanExecutor {
  /// What a plan gave, and how.
  public record Executed(Draft draft, Evidence evidence) {}

  private final SemanticLayer layer;

  public PlanExecutor(SemanticLayer layer) {
    this.layer = layer;
  }

  /// @param today the day the data is asked on, in `zone`
  /// @param rows how many table rows to carry
  public Executed execute(
      Connection connection,
      Plan plan,
      Figures figures,
      LocalDate today,
      ZoneId zone,
      int rows,
      String snapshot)
      throws SQLException {
    Run run = new Run(connection, layer, figures, today, zone, rows);
    Draft draft = draft(run, plan);
    return new Executed(
        draft,
        new Evidence(
            run.shown(), draft.method(), run.tables(), snapshot, run.millis(), run.rows()));
  }

  private static Draft draft(Run run, Plan plan) throws SQLException {
    return switch (plan) {
      case Plan.Count p -> new CustomerAnswers(run).count(p);
      case Plan.ListCustomers p -> new CustomerAnswers(run).list(p);
      case Plan.Share p -> new CustomerAnswers(run).share(p);
      case Plan.Drivers p -> new CustomerAnswers(run).drivers(p);
      case Plan.Figure p -> new MeasureAnswers(run).figure(p);
      case Plan.Breakdown p -> new MeasureAnswers(run).breakdown(p);
      case Plan.Top p -> new MeasureAnswers(run).top(p);
      case Plan.TopCustomers p -> new MeasureAnswers(run).topCustomers(p);
      case Plan.Trend p -> new TimeAnswers(run).trend(p);
      case Plan.ComparePeriods p -> new TimeAnswers(run).periods(p);
      case Plan.CompareGroups p -> new TimeAnswers(run).groups(p);
      case Plan.Explain p -> new PersonAnswers(run).explain(p);
      case Plan.Profile p -> new PersonAnswers(run).profile(p);
      case Plan.WhyNot p -> new PersonAnswers(run).whyNot(p);
      case Plan.OffersFor p -> new ActionAnswers(run).offers(p);
      case Plan.Segment p -> new ActionAnswers(run).segment(p);
      case Plan.Propose p -> new ActionAnswers(run).propose(p);
      case Plan.DecisionsBy p -> new ActionAnswers(run).decisions(p);
    };
  }
}
