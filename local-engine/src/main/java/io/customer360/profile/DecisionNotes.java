package io.customer360.profile;

import io.customer360.lakehouse.Point;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
import io.customer360.profile.timeline.TimelineDomain;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.Tone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was proposed for a customer, what became of it, and what it brought in, from the tables of
/// the decision desk and the outbox. A lake in which nobody decides has none of them.
final class DecisionNotes {
  private static final int MOST = 50;

  private DecisionNotes() {}

  /// Newest first.
  static List<DecisionNote> read(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("ops.proposal")) {
      return List.of();
    }
    String outcomes =
        tables.has("ops.outcome", "ops.outbox")
            ? """
              left join (
                select x.decision_id, sum(o.amount)::decimal(14,2) as brought
                from ops.outcome o join ops.outbox x using (idempotency_key)
                where o.customer_id = ? group by x.decision_id
              ) b using (decision_id)
              """
            : "left join (select ? as decision_id, null::decimal(14,2) as brought) b"
                + " using (decision_id)";
    return Point.list(
        connection,
        """
        select p.decision_id, p.created_at, coalesce(p.action_name, p.title) as title, p.channel,
          p.state, b.brought
        from (select * from ops.proposal where customer_id = ? and created_at <= ?) p %s
        order by p.created_at desc, p.decision_id limit %d
        """
            .formatted(outcomes, MOST),
        row -> {
          Instant at = Cells.time(row, "created_at");
          String title = row.getString("title");
          String state = row.getString("state");
          return new DecisionNote(
              row.getString("decision_id"),
              at == null ? asOf : at,
              title == null ? "Decision" : title,
              Cells.text(row, "channel"),
              state == null ? "" : state.toLowerCase(Locale.ROOT).replace('_', ' '),
              Cells.money(row, "brought"));
        },
        customerId,
        asOf,
        customerId);
  }

  /// The same as events of the timeline.
  static List<TimelineEntry> events(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    List<TimelineEntry> events = new ArrayList<>();
    for (DecisionNote note : read(connection, tables, customerId, asOf)) {
      events.add(
          new TimelineEntry(
              note.at(),
              TimelineDomain.DECISION,
              "proposal",
              note.channel(),
              note.title(),
              note.state(),
              note.outcome(),
              note.decisionId(),
              Tone.NORMAL,
              null,
              null));
    }
    return events;
  }
}
