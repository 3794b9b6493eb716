package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.Figures;
import io.customer360.assistant.MoneyFigure;
import io.customer360.assistant.NextAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the agents already propose for some customers; nothing here changes anything. The
/// proposals are read once, for all groups of these customers that are asked about.
final class Proposals {
  /// One that waits, as stored with its decision.
  ///
  /// @param propensity the chance that the customer accepts; NaN where it is not known
  /// @param value the margin if he does; NaN where it is not known
  private record Waiting(boolean regulatory, double propensity, double value, double cost) {}

  private final Run run;
  private final Map<String, List<Waiting>> waiting = new TreeMap<>();

  private Proposals(Run run) {
    this.run = run;
  }

  /// @param ids of all customers asked about; as many values are bound
  static Proposals of(Run run, List<String> ids) throws SQLException {
    Proposals proposals = new Proposals(run);
    if (!ids.isEmpty() && run.exists("ops", "proposal")) {
      proposals.read(ids);
    }
    return proposals;
  }

  private void read(List<String> ids) throws SQLException {
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
                select customer_id, kind = 'regulatory', (factors ->> 'propensity')::double,
                  (factors ->> 'value')::double, cost
                from chosen order by all""");
    Run.Result result = run.quiet(text);
    for (int i = 0; i < result.rows().size(); i++) {
      waiting
          .computeIfAbsent(result.text(i, 0), id -> new ArrayList<>())
          .add(
              new Waiting(
                  Boolean.parseBoolean(result.text(i, 1)),
                  result.number(i, 2),
                  result.number(i, 3),
                  result.number(i, 4)));
    }
  }

  /// What to do about a group of these customers.
  NextAction next(String title, List<String> ids, Confidence.Part basis) {
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
  private Money money(List<String> ids) {
    double kept = 0;
    double variance = 0;
    double cost = 0;
    for (Waiting one : of(ids)) {
      if (!one.regulatory()) {
        double p = one.propensity();
        kept += p * one.value();
        variance += p * (1 - p) * one.value() * one.value();
      }
      cost += one.cost();
    }
    if (Double.isNaN(kept) || Double.isNaN(cost)) {
      return new Money(null, null, null);
    }
    double spread = 1.96 * Math.sqrt(variance);
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

  private List<Waiting> of(List<String> ids) {
    return ids.stream().flatMap(id -> waiting.getOrDefault(id, List.of()).stream()).toList();
  }

  /// Customers whose waiting proposals pay together.
  ///
  /// @param ids those for whom margin kept is above the cost, and those who must be told by law
  /// @param others how many have proposals that do not pay
  private record Paying(List<String> ids, long others) {}

  private Paying paying(List<String> ids) {
    List<String> known = ids.stream().filter(waiting::containsKey).sorted().toList();
    List<String> pays = known.stream().filter(id -> pays(of(List.of(id)))).toList();
    return new Paying(pays, known.size() - pays.size());
  }

  /// A proposal whose chance is not known is not held against a customer.
  private static boolean pays(List<Waiting> all) {
    List<Waiting> known =
        all.stream().filter(one -> !Double.isNaN(one.propensity() * one.value())).toList();
    return all.stream().anyMatch(Waiting::regulatory)
        || known.isEmpty()
        || known.stream().mapToDouble(one -> one.propensity() * one.value()).sum()
            > all.stream().mapToDouble(Waiting::cost).sum();
  }
}
