package io.customer360.identity;

import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.steward.Verdict;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts [IdentityHealth] from the tables of the last resolution. No join is larger than the
/// records: pairs are counted from the sizes of groups.
final class HealthReader {
  /// Records with the identifiers that may join them.
  private static final String USED =
      """
      create or replace temp table identity_used as
      select l.customer_id, l.source_person_id,
        case when not r.loyalty_placeholder and ('loyalty id', r.loyalty_key) not in (from refused)
          then r.loyalty_key end as loyalty,
        case when not r.email_placeholder and ('e-mail', r.email_key) not in (from refused)
          then r.email_key end as email,
        case when not r.phone_placeholder and ('phone', r.phone_key) not in (from refused)
          then r.phone_key end as phone
      from gold.identity_link l join gold.identity_record r using (source_person_id)
      """
          .replace("(from refused)", "(select (kind, value) from gold.blocked_identifier)");

  private final Connection connection;
  private final MatchThresholds thresholds;

  HealthReader(Connection connection, MatchThresholds thresholds) {
    this.connection = connection;
    this.thresholds = thresholds;
  }

  /// @param waiting pairs in the review queue
  /// @param model as it was stored
  IdentityHealth read(IdentitySummary summary, long waiting, ModelView model) throws SQLException {
    Rows.run(connection, USED);
    try {
      long alone =
          summary.sizes().stream()
              .filter(size -> size.records().equals("1"))
              .mapToLong(IdentitySummary.SizeBucket::customers)
              .sum();
      List<IdentityHealth.Alarm> alarms = alarms();
      return new IdentityHealth(
          summary.sourceRecords(),
          summary.customers(),
          summary.sourceRecords() == 0 ? 0 : 1 - (double) alone / summary.sourceRecords(),
          ties(),
          summary.links().stream()
              .map(link -> new IdentityHealth.Share(link.rule().id(), link.records()))
              .toList(),
          summary.sizes().stream()
              .map(size -> new IdentityHealth.Share(size.records(), size.customers()))
              .toList(),
          sources(),
          new IdentityHealth.Queue(waiting, pairs("rival"), pairs("untellable")),
          expected(model, thresholds.mergeFrom()),
          new IdentityHealth.Prevented(
              keptApart(),
              alarms.stream().mapToLong(IdentityHealth.Alarm::values).sum(),
              Rows.number(
                  connection,
                  """
                  select count(*) from gold.identity_pair
                  where state <> 'joined' and probability >= ?
                  """,
                  thresholds.mergeFrom()),
              Rows.number(
                  connection,
                  "select count(*) from (" + JudgementStore.IN_FORCE + ") where verdict = ?",
                  Verdict.NOT_A_MATCH.id())),
          alarms);
    } finally {
      Rows.run(connection, "drop table temp.main.identity_used");
    }
  }

  private long pairs(String state) throws SQLException {
    return Rows.number(
        connection, "select count(*) from gold.identity_pair where state = ?", state);
  }

  /// Pairs that share one of three identifiers at least: those that share each, less those that
  /// share two, and again those that share all three.
  private IdentityHealth.Ties ties() throws SQLException {
    long all = Rows.number(connection, pairsOf("+1", "customer_id"));
    long sharing =
        Rows.number(
            connection,
            "select coalesce(sum(pairs), 0)::bigint from ("
                + String.join(
                    "\nunion all\n",
                    pairsOf("+1", "customer_id, loyalty"),
                    pairsOf("+1", "customer_id, email"),
                    pairsOf("+1", "customer_id, phone"),
                    pairsOf("-1", "customer_id, loyalty, email"),
                    pairsOf("-1", "customer_id, loyalty, phone"),
                    pairsOf("-1", "customer_id, email, phone"),
                    pairsOf("+1", "customer_id, loyalty, email, phone"))
                + ")");
    long[] without = new long[2];
    Rows.list(
        connection,
        """
        select count(*) filter (where l.category = 'probabilistic'),
          count(*) filter (where l.category = 'judged')
        from gold.identity_link l
        join identity_used a on a.source_person_id = l.source_person_id
        join identity_used b on b.source_person_id = l.matched_with
        where l.category <> 'deterministic'
          and not coalesce(a.loyalty = b.loyalty, false)
          and not coalesce(a.email = b.email, false)
          and not coalesce(a.phone = b.phone, false)
        """,
        row -> {
          without[0] = row.getLong(1);
          without[1] = row.getLong(2);
          return true;
        });
    return new IdentityHealth.Ties(
        sharing, without[0], without[1], all - sharing - without[0] - without[1]);
  }

  private static String pairsOf(String sign, String by) {
    return "select coalesce(sum("
        + sign
        + " * n * (n - 1) / 2), 0)::bigint as pairs from (select count(*)::bigint as n"
        + " from identity_used where "
        + by.replace(", ", " is not null and ")
        + " is not null group by "
        + by
        + ")";
  }

  private List<IdentityHealth.Source> sources() throws SQLException {
    return Rows.list(
        connection,
        """
        select r.source, count(*), count(*) filter (where n.records = 1)
        from gold.identity_link l
        join gold.identity_record r using (source_person_id)
        join (select customer_id, count(*) as records from gold.identity_link
          group by customer_id) n on n.customer_id = l.customer_id
        group by r.source order by r.source
        """,
        row -> new IdentityHealth.Source(row.getString(1), row.getLong(2), row.getLong(3)));
  }

  private long keptApart() throws SQLException {
    long values = 0;
    for (String key : List.of("loyalty", "email", "phone")) {
      values +=
          Rows.number(
              connection,
              """
              select count(*) from (
                select %1$s from identity_used where %1$s is not null
                group by %1$s having min(customer_id) <> max(customer_id))
              """
                  .formatted(key));
    }
    return values;
  }

  private List<IdentityHealth.Alarm> alarms() throws SQLException {
    return Rows.list(
        connection,
        """
        select kind, count(*), max(records), max(distinct_names) from gold.blocked_identifier
        where reason <> 'placeholder' group by kind order by max(records) desc, kind
        """,
        row ->
            new IdentityHealth.Alarm(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  /// The threshold in force is one of those the model was measured at when it was learned.
  static IdentityHealth.@Nullable Expected expected(ModelView model, double threshold) {
    return model.thresholds().stream()
        .filter(at -> at.probability() == threshold)
        .findFirst()
        .map(
            at ->
                new IdentityHealth.Expected(
                    at.probability(), at.pairs(), at.precision(), at.recall()))
        .orElse(null);
  }
}
