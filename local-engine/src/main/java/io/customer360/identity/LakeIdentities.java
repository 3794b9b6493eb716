package io.customer360.identity;

import io.customer360.identity.rules.MatchRule;
import io.customer360.lakehouse.LakeCatalog;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Identities read from the lake. Before the first refresh everything is empty.
public final class LakeIdentities implements Identities {
  private final Lakehouse lakehouse;

  public LakeIdentities(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  @Override
  public IdentitySummary summary() {
    return lakehouse.read(
        connection -> {
          if (!resolved(connection)) {
            return new IdentitySummary(0, 0, List.of(), 0, List.of());
          }
          return summary(connection);
        });
  }

  private static IdentitySummary summary(Connection connection) throws SQLException {
    long records = 0;
    List<IdentitySummary.RuleCount> links = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select rule, count(*) from gold.identity_link group by rule")) {
      while (rows.next()) {
        links.add(new IdentitySummary.RuleCount(MatchRule.of(rows.getString(1)), rows.getLong(2)));
        records += rows.getLong(2);
      }
    }
    links.sort((a, b) -> Long.compare(b.records(), a.records()));
    long customers = 0;
    List<IdentitySummary.SizeBucket> sizes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select case when n = 1 then '1' when n = 2 then '2' when n <= 5 then '3-5'
                  when n <= 10 then '6-10' else '11+' end as size, count(*)
                from (select count(*) as n from gold.identity_link group by customer_id)
                group by size order by min(n)
                """)) {
      while (rows.next()) {
        sizes.add(new IdentitySummary.SizeBucket(rows.getString(1), rows.getLong(2)));
        customers += rows.getLong(2);
      }
    }
    long blocked;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from gold.blocked_identifier")) {
      row.next();
      blocked = row.getLong(1);
    }
    return new IdentitySummary(records, customers, links, blocked, sizes);
  }

  @Override
  public List<BlockedIdentifier> blocked(int limit) {
    return lakehouse.read(
        connection -> {
          List<BlockedIdentifier> result = new ArrayList<>();
          if (!resolved(connection)) {
            return result;
          }
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select kind, value, reason, records, distinct_names
                  from gold.blocked_identifier order by records desc, kind, value limit ?
                  """)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                result.add(
                    new BlockedIdentifier(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getLong(5)));
              }
            }
          }
          return result;
        });
  }

  @Override
  public List<RecordLink> links(String customerId) {
    return lakehouse.read(
        connection -> {
          List<RecordLink> result = new ArrayList<>();
          if (!resolved(connection)) {
            return result;
          }
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select source_person_id, customer_id, rule, matched_with, identifier
                  from gold.identity_link where customer_id = ?
                  order by matched_with is not null, source_person_id
                  """)) {
            statement.setString(1, customerId);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                result.add(
                    new RecordLink(
                        rows.getString(1),
                        rows.getString(2),
                        MatchRule.of(rows.getString(3)),
                        rows.getString(4),
                        rows.getString(5)));
              }
            }
          }
          return result;
        });
  }

  @Override
  public List<String> nowCalled(String customerId) {
    return lakehouse.read(
        connection ->
            resolved(connection)
                ? Rows.list(
                    connection,
                    """
                    select distinct l.customer_id
                    from ops.customer_registry r
                    join gold.identity_link l on l.source_person_id = r.anchor
                    where r.customer_id = ? order by 1
                    """,
                    row -> row.getString(1),
                    customerId)
                : List.of());
  }

  private static boolean resolved(Connection connection) throws SQLException {
    return LakeCatalog.has(connection, "gold.identity_link", "gold.blocked_identifier");
  }
}
