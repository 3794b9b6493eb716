package io.customer360.studio.segment;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.FieldCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The segments of a workspace with their sizes. A count and a list are the same statement, so they
/// cannot differ.
public final class SegmentCatalog {
  private final SegmentFiles files;
  private final Lakehouse lakehouse;

  public SegmentCatalog(SegmentFiles files, Lakehouse lakehouse) {
    this.files = files;
    this.lakehouse = lakehouse;
  }

  /// A segment as of the last refresh.
  ///
  /// @param share of all customers, 0 to 1
  public record Size(SegmentDefinition segment, long customers, double share) {}

  /// A member.
  public record Member(String customerId, @Nullable String name, @Nullable Instant since) {}

  public List<SegmentDefinition> definitions() {
    return files.read();
  }

  /// Every segment with its size; 0 before a refresh or a materialisation wrote its members.
  public List<Size> sizes() {
    return lakehouse.read(
        connection -> {
          List<Size> sizes = new ArrayList<>();
          for (SegmentDefinition segment : files.read()) {
            sizes.add(size(connection, segment));
          }
          return sizes;
        });
  }

  public Size size(SegmentDefinition segment) {
    return lakehouse.read(connection -> size(connection, segment));
  }

  private static Size size(Connection connection, SegmentDefinition segment) throws SQLException {
    if (!FieldCatalog.read(connection).hasTable("segment_member")) {
      return new Size(segment, 0, 0);
    }
    long everyone = Rows.number(connection, "select count(*) from gold.customer");
    long members =
        Rows.number(
            connection, "select count(*) from gold.segment_member where segment = ?", segment.id());
    return new Size(segment, members, everyone == 0 ? 0 : (double) members / everyone);
  }

  /// The first members, by margin of the last 12 months.
  public List<Member> members(String segment, int limit) {
    return lakehouse.read(
        connection ->
            !FieldCatalog.read(connection).hasTable("segment_member")
                ? List.of()
                : Rows.list(
                    connection,
                    """
                select m.customer_id, c.full_name, m.since
                from gold.segment_member m
                join gold.customer c on c.customer_id = m.customer_id
                where m.segment = ?
                order by c.margin_12m desc nulls last, m.customer_id
                limit ?""",
                    row ->
                        new Member(
                            row.getString("customer_id"),
                            row.getString("full_name"),
                            Rows.instant(row, "since")),
                    segment,
                    limit));
  }
}
