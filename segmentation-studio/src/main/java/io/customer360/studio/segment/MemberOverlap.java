package io.customer360.studio.segment;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// How many members segments have in common, as they were last written.
///
/// @param segments ids, the first of the list first
/// @param common customers in both, by place in the list; on the diagonal the segment's own
public record MemberOverlap(List<String> segments, List<List<Long>> common) {
  public MemberOverlap {
    segments = List.copyOf(segments);
    common = common.stream().map(List::copyOf).toList();
  }

  static MemberOverlap read(Connection connection, List<String> segments) throws SQLException {
    long[][] counts = new long[segments.size()][segments.size()];
    Rows.list(
        connection,
        "select a.segment, b.segment, count(*) from gold.segment_member a"
            + " join gold.segment_member b using (customer_id) group by all",
        row -> {
          int first = segments.indexOf(row.getString(1));
          int second = segments.indexOf(row.getString(2));
          if (first >= 0 && second >= 0) {
            counts[first][second] = row.getLong(3);
          }
          return 0;
        });
    return new MemberOverlap(
        segments,
        java.util.Arrays.stream(counts)
            .map(line -> java.util.Arrays.stream(line).boxed().toList())
            .toList());
  }

  /// Share of the members of one segment who are in another as well, 0 to 1.
  public double share(int of, int in) {
    long all = common.get(of).get(of);
    return all == 0 ? 0 : (double) common.get(of).get(in) / all;
  }
}
