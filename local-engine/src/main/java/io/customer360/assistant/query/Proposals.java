package io.customer360.assistant.query;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.Confidence;
import io.customer360.assistant.NextAction;
import java.sql.SQLException;
import java.util.List;

/// What the agents already propose for a group of customers; nothing here changes anything.
final class Proposals {
  private final Run run;

  Proposals(Run run) {
    this.run = run;
  }

  NextAction next(String title, List<String> ids, Confidence.Part basis) throws SQLException {
    long waiting = waiting(ids);
    if (waiting > 0) {
      return new NextAction(
          title,
          "The agents propose an action for "
              + run.figures.count(waiting)
              + " of them; the rest is blocked by a policy or needs none.",
          null,
          null,
          null,
          waiting,
          Confidence.estimated(List.of(basis)),
          "Review " + run.figures.count(waiting) + (waiting == 1 ? " proposal" : " proposals"),
          new ActionTarget.Queue("", ids));
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

  private long waiting(List<String> ids) throws SQLException {
    if (ids.isEmpty() || !run.exists("ops", "proposal")) {
      return 0;
    }
    QueryText text =
        new QueryText()
            .add(
                "select count(distinct customer_id) from ops.proposal where state = 'PROPOSED' and"
                    + " customer_id in (")
            .bindAll(ids)
            .add(")");
    return (long) run.quiet(text).number(0, 0);
  }
}
