package io.customer360.identity.household;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.group.UnionFind;
import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Households as a node of the pipeline: customers in, ties and members out.
///
/// A tie is made within groups of at most [#MOST] customers: an address or a phone with more is a
/// student house, a hotel or a call centre, and says nothing of who lives together.
public final class HouseholdStep implements PipelineStep {
  /// The most customers one address, phone or account may tie.
  static final int MOST = 12;

  @Override
  public String name() {
    return "household";
  }

  @Override
  public String grain() {
    return "one row per tie of two customers, one row per customer in a household";
  }

  @Override
  public String meaning() {
    return "Who lives or pays together, by address and last name, phone or account; never by a"
        + " shared device alone.";
  }

  @Override
  public Set<String> reads() {
    return Set.of("gold.customer", "gold.identity_link", "silver.loyalty_account");
  }

  @Override
  public Set<String> writes() {
    return Set.of("gold.household_tie", "gold.household_member");
  }

  @Override
  public void run(Connection connection, StepContext context) throws SQLException {
    context.progress().stage("Find households");
    for (String statement :
        script().replace("{{most}}", String.valueOf(MOST)).split(";\\s*\\n", -1)) {
      context.progress().checkCancelled();
      if (!statement.isBlank()) {
        Rows.run(connection, statement);
      }
    }
    members(connection);
    Rows.run(
        connection,
        """
        create or replace table gold.household_member as
        with named as (
          select h.place, count(*)::integer as members,
            'H-' || regexp_replace(
              first(p.customer_id order by length(p.customer_id), p.customer_id), '^C-', '')
              as household_id
          from household_root h join household_person p using (person)
          group by h.place)
        select household_id, p.customer_id, members
        from household_root h
        join household_person p using (person)
        join named using (place)
        order by household_id, customer_id
        """);
    for (String table : new String[] {"person", "root"}) {
      Rows.run(connection, "drop table temp.main.household_" + table);
    }
  }

  /// Follows the ties: whoever is tied is one household, named after its first customer.
  private static void members(Connection connection) throws SQLException {
    int people = (int) Rows.number(connection, "select count(*) from household_person");
    UnionFind sets = new UnionFind(people);
    boolean[] tied = new boolean[people];
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select l.person, r.person from gold.household_tie t
                join household_person l on l.customer_id = t.left_customer
                join household_person r on r.customer_id = t.right_customer
                """)) {
      while (rows.next()) {
        int left = rows.getInt(1);
        int right = rows.getInt(2);
        sets.union(left, right);
        tied[left] = true;
        tied[right] = true;
      }
    }
    Rows.run(
        connection, "create or replace temp table household_root (person integer, place integer)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "household_root")) {
      for (int person = 0; person < people; person++) {
        if (tied[person]) {
          appender.beginRow();
          appender.append(person).append(sets.find(person) + 1);
          appender.endRow();
        }
      }
    }
  }

  private static String script() {
    try (InputStream in = HouseholdStep.class.getResourceAsStream("ties.sql")) {
      if (in == null) {
        throw WorkbenchException.internal("C360-IDN-002", "Missing resource ties.sql.", null);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw WorkbenchException.internal("C360-IDN-002", "Unreadable resource ties.sql.", e);
    }
  }
}
