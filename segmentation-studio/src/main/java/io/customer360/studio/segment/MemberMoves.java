package io.customer360.studio.segment;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who entered and left a segment since it was written last, and why. Reads the temp tables
/// `segment_now` and `segment_members`, and the members and conditions of the last time.
final class MemberMoves {
  /// Where the definition of before cannot be read any more.
  private static final String CHANGED = "'the definition changed'";

  private static final String WHY = "\nleft join segment_why w on w.customer_id = %s.customer_id";

  private final Connection connection;
  private final Instant asOf;

  MemberMoves(Connection connection, Instant asOf) {
    this.connection = connection;
    this.asOf = asOf;
  }

  /// Writes `segment_why` for a definition that changed.
  @FunctionalInterface
  interface Changed {
    /// @param before the definition's text of the last time
    /// @return its conditions in words, in the order of their bits; empty when it cannot be read
    Optional<List<String>> since(String before) throws SQLException;
  }

  /// Called before the entries are replaced.
  ///
  /// @param conditions the conditions in words, in the order of their bits
  void write(SegmentDefinition segment, List<String> conditions, Changed change)
      throws SQLException {
    String id = segment.id();
    String definition = definition(segment);
    List<String> before =
        Rows.list(
            connection,
            "select definition from ops.segment_run where segment = ? order by as_of desc,"
                + " rowid desc limit 1",
            row -> row.getString(1),
            id);
    boolean first = before.isEmpty();
    boolean changed = !first && !definition.equals(before.getFirst());
    Rows.update(connection, "delete from ops.segment_move where segment = ?", id);
    if (changed) {
      Optional<List<String>> then = change.since(before.getFirst());
      boolean known = then.isPresent();
      left(id, known ? "w.went" : CHANGED, known);
      entered(
          id,
          known ? "coalesce(w.came, " + reason(then.orElseThrow(), "b.mask", "255") + ")" : CHANGED,
          known);
    } else if (!first) {
      left(id, reason(conditions, "n.mask", "255"), false);
      entered(id, reason(conditions, "b.mask", "255"), false);
    }
    long customers = Rows.number(connection, "select count(*) from segment_members");
    Rows.update(
        connection, "delete from ops.segment_run where segment = ? and as_of = ?", id, asOf);
    Rows.update(
        connection,
        """
        insert into ops.segment_run
        select ?, ?, ?, ?, ?, count(*) filter (where direction = 'entered'),
          count(*) filter (where direction = 'left')
        from ops.segment_move where segment = ?""",
        id,
        asOf,
        segment.version(),
        definition,
        customers,
        id);
    Rows.update(connection, "delete from ops.segment_mask where segment = ?", id);
    Rows.update(
        connection,
        "insert into ops.segment_mask select ?, list(mask order by customer_id) from segment_now",
        id);
  }

  /// Keeps which conditions held at the last writing while a segment rests: numbered by the
  /// customers of today, unknown for those who were none then.
  void rest(String id) throws SQLException {
    Rows.update(
        connection,
        """
        update ops.segment_mask set masks = (
          select list(b.mask order by c.customer_id)
          from gold.customer c
          left join (
            select p.customer_id, m.mask
            from (
              select unnest(masks) as mask, generate_subscripts(masks, 1) as position
              from ops.segment_mask where segment = ?) m
            join ops.segment_population p on p.position = m.position) b
            on b.customer_id = c.customer_id)
        where segment = ?""",
        id,
        id);
  }

  /// @param reason SQL over the conditions that hold now (`n`) and what changed (`w`)
  private void left(String id, String reason, boolean figure) throws SQLException {
    Rows.update(
        connection,
        """
        insert into ops.segment_move (segment, as_of, customer_id, direction, reason, figure)
        select e.segment, ?, e.customer_id, 'left',
          case when n.mask is null then 'no longer a customer' else %s end, %s
        from ops.segment_entry e
        left join segment_now n on n.customer_id = e.customer_id%s
        where e.segment = ? and e.customer_id not in (select customer_id from segment_members)"""
            .formatted(reason, figure ? "w.went_figure" : "null", figure ? WHY.formatted("e") : ""),
        asOf,
        id);
  }

  /// @param reason SQL over the conditions that held before (`b`) and what changed (`w`)
  private void entered(String id, String reason, boolean figure) throws SQLException {
    Rows.update(
        connection,
        """
        insert into ops.segment_move (segment, as_of, customer_id, direction, reason, figure)
        select ?, ?, m.customer_id, 'entered',
          case when p.customer_id is null or b.position is not null and b.mask is null
            then 'new customer' else %s end, %s
        from segment_members m
        left join ops.segment_population p on p.customer_id = m.customer_id
        left join (
          select unnest(masks) as mask, generate_subscripts(masks, 1) as position
          from ops.segment_mask where segment = ?) b on b.position = p.position%s
        where m.customer_id not in (
          select customer_id from ops.segment_entry where segment = ?)"""
            .formatted(reason, figure ? "w.came_figure" : "null", figure ? WHY.formatted("m") : ""),
        id,
        asOf,
        id,
        id);
  }

  /// The first condition whose bit is missing.
  private static String reason(List<String> conditions, String mask, String all) {
    StringBuilder words = new StringBuilder("case");
    for (int i = 0; i < conditions.size(); i++) {
      words
          .append(" when (coalesce(")
          .append(mask)
          .append(", ")
          .append(all)
          .append(")::integer & ")
          .append(1 << i)
          .append(") = 0 then ")
          .append(io.customer360.lakehouse.Sql.literal(conditions.get(i)));
    }
    return conditions.isEmpty() ? "'not known'" : words + " else 'not known' end";
  }

  /// What makes somebody a member, without who saved it when.
  static String definition(SegmentDefinition segment) {
    return SegmentFiles.text(
        new SegmentDefinition(
            segment.id(),
            "",
            "",
            segment.source(),
            "",
            0,
            1,
            "",
            null,
            segment.retired(),
            Schedule.ALWAYS));
  }
}
