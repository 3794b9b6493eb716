package io.customer360.studio.segment;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
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

  public List<Size> sizes() {
    return lakehouse.read(
        connection -> {
          long everyone = Rows.number(connection, "select count(*) from gold.customer");
          List<Size> sizes = new ArrayList<>();
          for (SegmentDefinition segment : files.read()) {
            long members =
                Rows.number(
                    connection,
                    "select count(*) from gold.segment_member where segment = ?",
                    segment.id());
            sizes.add(new Size(segment, members, everyone == 0 ? 0 : (double) members / everyone));
          }
          return sizes;
        });
  }

  /// The first members, by margin of the last 12 months.
  public List<Member> members(String segment, int limit) {
    return lakehouse.read(
        connection ->
            Rows.list(
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
