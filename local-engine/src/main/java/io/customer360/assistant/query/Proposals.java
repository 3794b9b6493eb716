package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Figures;
import io.customer360.assistant.MoneyFigure;
import io.customer360.assistant.NextAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the agents already propose for a group of customers; nothing here changes anything.
final class Proposals {
  private final Run run;

  Proposals(Run run) {
    this.run = run;
  }

  NextAction next(String title, List<String> ids, Confidence.Part basis) throws SQLException {
    Paying paying = paying(ids);
    if (!paying.ids().isEmpty()) {
      Money money = money(paying.ids());
      long count = paying.ids().size();
      return new NextAction(
          title,
          "The agents propose an action for "
              + run.figures.count(count)
              + " of them"
              + (paying.others() == 0
                  ? "; the rest is blocked by a policy or needs none."
                  : " that keeps more than it costs; "
                      + run.figures.count(paying.others())
                      + (paying.others() == 1 ? " more costs" : " more cost")
                      + " as much as expected back and can wait, the rest is blocked or needs"
                      + " none."),
          money.kept(),
          money.cost(),
          money.net(),
          count,
          Confidence.estimated(List.of(basis)),
          "Review " + run.figures.count(count) + (count == 1 ? " proposal" : " proposals"),
          new ActionTarget.Queue("", paying.ids()));
    }
    if (paying.others() > 0) {
      return new NextAction(
          title,
          paying.others() == 1
              ? "One proposal waits; it costs as much as expected back. Nothing is urged."
              : run.figures.count(paying.others())
                  + " proposals wait; each costs as much as expected back. Nothing is urged.",
          null,
          null,
          null,
          ids.size(),
          Confidence.estimated(List.of(basis)),
          "Open " + run.figures.count(ids.size()) + (ids.size() == 1 ? " customer" : " customers"),
          new ActionTarget.Customers(title, ids));
    }
    return new NextAction(
        title,
        "No proposal waits for them yet. Open the list, or run the agents.",
        null,
        null,
        null,
        ids.size(),
        Confidence.estimated(List.of(basis)),
        "Open " + run.figures.count(ids.size()) + (ids.size() == 1 ? " customer" : " customers"),
        new ActionTarget.Customers(title, ids));
  }

  private record Money(
      NextAction.@Nullable Interval kept, @Nullable MoneyFigure cost, @Nullable MoneyFigure net) {}

  /// What the waiting proposals are expected to keep: the sum over them of the chance that the
  /// customer accepts (propensity) times the margin if he does (value), both as stored with the
  /// decision. The interval counts chance alone: acceptances taken as independent, its variance is
  /// the sum of `p (1 - p) value^2`; how wrong the propensities themselves may be is not in it.
  /// Safety notices keep no margin and are left out of it, not out of the cost.
  private Money money(List<String> ids) throws SQLException {
    QueryText text =
        new QueryText()
            .add(
                """
                with chosen as (
                  select p.cost, p.kind,
                    json_extract(d.output,
                      '$.options[' || greatest(p.chosen - 1, 0) || '].factors') as factors
                  from ops.proposal p join ops.decision d using (decision_id)
                  where p.state = 'PROPOSED' and p.customer_id in (""")
            .bindAll(ids)
            .add(
                """
                )), money as (
                  select cost,
                    case when kind = 'regulatory' then 0
                      else (factors ->> 'propensity')::double end as p,
                    case when kind = 'regulatory' then 0
                      else (factors ->> 'value')::double end as v
                  from chosen)
                select sum(p * v), sum(p * (1 - p) * v * v), sum(cost), count(*) filter (p is null)
                from money""");
    Run.Result result = run.quiet(text);
    double kept = result.number(0, 0);
    double cost = result.number(0, 2);
    if (Double.isNaN(kept) || Double.isNaN(cost) || result.number(0, 3) > 0) {
      return new Money(null, null, null);
    }
    double spread = 1.96 * Math.sqrt(Math.max(0, result.number(0, 1)));
    double low = Math.max(0, kept - spread);
    double high = kept + spread;
    Figures figures = run.figures;
    return new Money(
        new NextAction.Interval(
            figures.figure(kept, "").amount(),
            figures.figure(low, "").amount(),
            figures.figure(high, "").amount(),
            figures.money(kept),
            "95\u202f%: " + figures.count(low) + " to " + figures.count(high)),
        figures.figure(cost, "cost"),
        figures.figure(kept - cost, "net"));
  }

  /// Customers whose waiting proposals pay together.
  ///
  /// @param ids those for whom margin kept is above the cost, and those who must be told by law
  /// @param others how many have proposals that do not pay
  record Paying(List<String> ids, long others) {}

  Paying paying(List<String> ids) throws SQLException {
    if (ids.isEmpty() || !run.exists("ops", "proposal")) {
      return new Paying(List.of(), 0);
    }
    QueryText text =
        new QueryText()
            .add(
                """
                with chosen as (
                  select p.customer_id, p.cost, p.kind,
                    json_extract(d.output,
                      '$.options[' || greatest(p.chosen - 1, 0) || '].factors') as factors
                  from ops.proposal p join ops.decision d using (decision_id)
                  where p.state = 'PROPOSED' and p.customer_id in (""")
            .bindAll(ids)
            .add(
                """
                ))
                select customer_id,
                  bool_or(kind = 'regulatory')
                    or coalesce(sum((factors ->> 'propensity')::double
                      * (factors ->> 'value')::double) > sum(cost), true) as pays
                from chosen group by customer_id order by customer_id""");
    Run.Result result = run.quiet(text);
    List<String> pays = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      if (Boolean.parseBoolean(result.text(i, 1))) {
        pays.add(result.text(i, 0));
      }
    }
    return new Paying(List.copyOf(pays), result.rows().size() - pays.size());
  }
}
