package io.customer360.studio.segment;

import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.FieldCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;

/// The customers of the last refresh, each with one of its records, so that after a merge or a
/// split it is known who somebody has become.
final class Populations {
  private final Connection connection;
  private final boolean linked;

  Populations(Connection connection, FieldCatalog catalog) {
    this.connection = connection;
    this.linked = catalog.hasTable("identity_link");
  }

  /// Moves memberships of customers who were merged into others to those, with their since.
  void followMerges() throws SQLException {
    if (!linked) {
      return;
    }
    Rows.run(
        connection,
        """
        create or replace temp table segment_moved as
        select p.customer_id as old_id, min(l.customer_id) as new_id
        from ops.segment_population p
        join gold.identity_link l on l.source_person_id = p.source_person_id
        where l.customer_id <> p.customer_id
          and not exists (select 1 from gold.customer c where c.customer_id = p.customer_id)
        group by p.customer_id""");
    Rows.update(
        connection,
        """
        insert or ignore into ops.segment_entry
        select e.segment, m.new_id, min(e.since) from ops.segment_entry e
        join segment_moved m on m.old_id = e.customer_id
        group by e.segment, m.new_id""");
    Rows.update(
        connection,
        "delete from ops.segment_entry where customer_id in (select old_id from segment_moved)");
  }

  /// Keeps the customers as they are now, and the masks of these segments alone.
  void keep(Collection<String> segments) throws SQLException {
    Rows.run(connection, "delete from ops.segment_population");
    Rows.run(
        connection,
        "insert into ops.segment_population select row_number() over (order by c.customer_id),"
            + " c.customer_id, "
            + (linked
                ? "l.record from gold.customer c left join (select customer_id,"
                    + " min(source_person_id) as record from gold.identity_link group by 1) l"
                    + " on l.customer_id = c.customer_id"
                : "null from gold.customer c")
            + " order by 1");
    String marks = segments.stream().map(id -> "?").collect(Collectors.joining(", "));
    Rows.update(
        connection,
        "delete from ops.segment_mask where segment not in (" + marks + ")",
        segments.toArray());
  }
}
