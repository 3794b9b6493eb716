package io.customer360.identity.cluster;

import io.customer360.identity.steward.Judgement;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The numbers that the staged records have in this run, for the few that people spoke of.
final class RecordNumbers {
  private RecordNumbers() {}

  static Map<String, Integer> of(Connection connection, List<Judgement.Pair> pairs)
      throws SQLException {
    TreeSet<String> ids = new TreeSet<>();
    pairs.forEach(
        pair -> {
          ids.add(pair.left());
          ids.add(pair.right());
        });
    Rows.run(connection, "create or replace temp table identity_judged (id varchar)");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into identity_judged values (?)")) {
      for (String id : ids) {
        insert.setString(1, id);
        insert.executeUpdate();
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    Rows.list(
        connection,
        """
        select source_person_id, record from identity_record
        where source_person_id in (select id from identity_judged)
        """,
        row -> numbers.put(row.getString(1), row.getInt(2)));
    Rows.run(connection, "drop table identity_judged");
    return numbers;
  }
}
