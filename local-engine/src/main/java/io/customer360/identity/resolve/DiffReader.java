package io.customer360.identity.resolve;

import io.customer360.lakehouse.Rows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Compares two resolutions that are both on the connection: `identity_before` and `identity_after`
/// (source_person_id, customer_id), of everybody or of those concerned, and the new
/// `gold.identity_link`; `identity_consent_before` and
/// `identity_consent_after` with the columns of `gold.consent`.
public final class DiffReader {
  private static final int SHOWN = 200;

  private final Connection connection;

  public DiffReader(Connection connection) {
    this.connection = connection;
  }

  public ResolutionDiff read() throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_moved as
        select b.customer_id as before, a.customer_id as after, count(*) as records
        from identity_before b join identity_after a using (source_person_id)
        group by all
        """);
    String joins =
        """
        from (select after, list(before order by before) as before, sum(records) as records
          from identity_moved group by after having count(*) > 1)
        """;
    String splits =
        """
        from (select before, list(after order by after) as after, sum(records) as records
          from identity_moved group by before having count(*) > 1)
        """;
    String consents =
        """
        from (
          select m.before as customer, m.after as successor, x.purpose, x.channel,
            b.status as was, a.status as becomes,
            coalesce(a.status, '') = 'yes' or (b.status = 'no' and a.status is null) as looser
          from (select distinct before, after from identity_moved
            where after in (select after from identity_moved group by after having count(*) > 1)
              or before in (select before from identity_moved group by before having count(*) > 1))
            m
          join (select customer_id, purpose, channel from identity_consent_before
            union select customer_id, purpose, channel from identity_consent_after) x
            on x.customer_id in (m.before, m.after)
          left join identity_consent_before b on b.customer_id = m.before
            and b.purpose = x.purpose and b.channel = x.channel
          left join identity_consent_after a on a.customer_id = m.after
            and a.purpose = x.purpose and a.channel = x.channel
          where b.status is distinct from a.status
          group by all)
        """;
    String customer =
        """
        from (select a.customer_id as after, count(*) as records, count(b.customer_id) as known,
            count(distinct b.customer_id) as were, min(b.customer_id) as was
          from identity_after a left join identity_before b using (source_person_id)
          group by a.customer_id)
        """;
    String fresh = customer + " where were = 0";
    String grown = customer + " where were = 1 and known < records";
    long customers = count("select count(distinct customer_id) from gold.identity_link");
    return new ResolutionDiff(
        count("select count(*) from gold.identity_link"),
        customers
            - count("select count(distinct customer_id) from identity_after")
            + count("select count(distinct customer_id) from identity_before"),
        customers,
        customers
            - count("select count(distinct customer_id) from identity_after")
            + count(
                """
                select count(*) from (
                  select a.customer_id, count(*) as records, count(b.customer_id) as known,
                    count(distinct b.customer_id) as were
                  from identity_after a left join identity_before b using (source_person_id)
                  group by all)
                where were = 1 and known = records and customer_id not in
                  (select unnest(after) %s)
                """
                    .formatted(splits)),
        count("select count(*) " + fresh),
        count("select count(*) " + grown),
        count("select count(*) " + joins),
        count("select count(*) " + splits),
        count("select count(*) " + consents),
        Rows.list(
            connection,
            "select before, [after] as after, records " + joins + order("after"),
            row ->
                new ResolutionDiff.Regrouped(
                    texts(row.getArray(1)), texts(row.getArray(2)), row.getLong(3))),
        Rows.list(
            connection,
            "select [before] as before, after, records " + splits + order("before"),
            row ->
                new ResolutionDiff.Regrouped(
                    texts(row.getArray(1)), texts(row.getArray(2)), row.getLong(3))),
        Rows.list(
            connection,
            "select [was] as before, [after] as after, records " + grown + order("after"),
            row ->
                new ResolutionDiff.Regrouped(
                    texts(row.getArray(1)), texts(row.getArray(2)), row.getLong(3))),
        changes(
            consents
                + " order by looser desc, becomes = 'no' desc, customer, purpose, channel limit "
                + SHOWN),
        changes(consents + " where looser order by customer, successor, purpose, channel"));
  }

  private List<ResolutionDiff.ConsentChange> changes(String from) throws SQLException {
    return Rows.list(
        connection,
        "select customer, successor, purpose, channel, was, becomes " + from,
        row ->
            new ResolutionDiff.ConsentChange(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
  }

  private static String order(String by) {
    return " order by records desc, " + by + " limit " + SHOWN;
  }

  private long count(String sql) throws SQLException {
    return Rows.number(connection, sql);
  }

  private static List<String> texts(Array array) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      texts.add(String.valueOf(value));
    }
    return texts;
  }
}
