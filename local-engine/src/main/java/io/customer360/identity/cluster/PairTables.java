package io.customer360.identity.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// What weighing found, as tables: `gold.identity_pair`, a row for each two clusters that were
/// joined or that a person could look at, and `gold.identity_model`, the model in one row.
public final class PairTables {
  public static final ObjectMapper JSON = new ObjectMapper();

  private PairTables() {}

  /// Stages what was found in `identity_found`; see [ProbableLinks.Found].
  static void stage(Connection connection, List<ProbableLinks.Found> found) throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_found (a integer, b integer, state varchar,
          value double, weight double, probability double, reason varchar)
        """);
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_found")) {
      for (ProbableLinks.Found pair : found) {
        appender.beginRow();
        appender.append(Math.min(pair.a(), pair.b())).append(Math.max(pair.a(), pair.b()));
        appender.append(pair.state().id()).append(pair.value());
        appender.append(pair.bits()).append(pair.probability()).append(pair.reason());
        appender.endRow();
      }
    }
  }

  /// The rows of `gold.identity_pair` for what is staged.
  public static final String PAIRS =
      """
      select least(l.source_person_id, r.source_person_id) as left_record,
        greatest(l.source_person_id, r.source_person_id) as right_record,
        f.state, f.probability, f.weight, f.value, f.reason
      from identity_found f
      join identity_record l on l.record = f.a
      join identity_record r on r.record = f.b
      order by left_record, right_record
      """;

  /// Keeps the model this resolution was made with, in one row; none when nothing was compared.
  public static void model(Connection connection, Optional<Weigher.Weighed> weighed)
      throws SQLException {
    Rows.run(connection, "create or replace table gold.identity_model (number bigint, body json)");
    if (weighed.isPresent()) {
      Rows.update(
          connection,
          "insert into gold.identity_model values (?, ?::json)",
          weighed.get().number(),
          text(weighed.get().view()));
    }
  }

  public static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-IDN-023", "A match cannot be written down.", e);
    }
  }
}
