package io.customer360.identity.read;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.LakeCatalog;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Who belongs to whom in the resolution in force, with errors for people who mistype an id.
public final class LinkReader {
  private LinkReader() {}

  public static void requireResolved(Connection connection) throws SQLException {
    if (!LakeCatalog.has(connection, "gold.identity_link")) {
      throw WorkbenchException.user(
          "C360-IDN-018", "Nobody has been resolved yet. Run: workbench refresh");
    }
  }

  public static String customerOf(Connection connection, String record) throws SQLException {
    requireResolved(connection);
    return Rows.list(
            connection,
            "select customer_id from gold.identity_link where source_person_id = ?",
            row -> row.getString(1),
            record)
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-IDN-019",
                    "There is no source record "
                        + record
                        + ". Records are named source:key, as workbench profile shows them."));
  }

  /// At least one record, the oldest first.
  public static List<String> recordsOf(Connection connection, String customerId)
      throws SQLException {
    requireResolved(connection);
    List<String> records =
        Rows.list(
            connection,
            """
            select source_person_id from gold.identity_link where customer_id = ?
            order by matched_with is not null, source_person_id
            """,
            row -> row.getString(1),
            customerId);
    if (records.isEmpty()) {
      throw WorkbenchException.user(
          "C360-IDN-020",
          "There is no customer " + customerId + ". Search with: workbench profile \"a name\"");
    }
    return records;
  }
}
