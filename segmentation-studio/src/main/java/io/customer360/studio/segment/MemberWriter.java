package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.sql.AsOfText;
import io.customer360.studio.sql.PersonScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Writes who is in a segment into `gold.segment_member`, keeping since when.
final class MemberWriter {
  private final Connection connection;
  private final FieldCatalog catalog;
  private final Instant asOf;

  MemberWriter(Connection connection, FieldCatalog catalog, Instant asOf) {
    this.connection = connection;
    this.catalog = catalog;
    this.asOf = asOf;
  }

  static void createTable(Connection connection) throws SQLException {
    Rows.run(
        connection,
        "create or replace table gold.segment_member"
            + " (customer_id varchar, segment varchar, title varchar, since timestamp)");
  }

  /// Replaces the members of a segment by those of a statement that gives customer ids.
  ///
  /// @return how many
  long write(SegmentDefinition segment, String members) throws SQLException {
    try {
      Rows.run(
          connection,
          "create or replace temp table segment_now as " + AsOfText.filled(members, asOf));
      String since =
          segment.since().isEmpty()
              ? "select customer_id, null::timestamp as since from segment_now"
              : "select customer_id, cast(("
                  + segment.since()
                  + "\n) as timestamp) as since from "
                  + PersonScope.table(catalog)
                  + " person where customer_id in (select n.customer_id from segment_now n)";
      Rows.update(
          connection,
          "delete from ops.segment_entry where segment = ? and customer_id not in"
              + " (select customer_id from segment_now)",
          segment.id());
      Rows.update(
          connection,
          "insert or ignore into ops.segment_entry select ?, customer_id, coalesce(since, ?)"
              + " from ("
              + since
              + ")",
          segment.id(),
          asOf);
    } catch (SQLException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw WorkbenchException.user(
          "C360-SEG-009", "The condition of segment " + segment.id() + " fails: " + said);
    }
    Rows.update(connection, "delete from gold.segment_member where segment = ?", segment.id());
    return Rows.update(
        connection,
        "insert into gold.segment_member select customer_id, segment, ?, since"
            + " from ops.segment_entry where segment = ? order by customer_id",
        segment.title(),
        segment.id());
  }
}
