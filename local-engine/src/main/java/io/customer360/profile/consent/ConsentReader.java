package io.customer360.profile.consent;

import io.customer360.lakehouse.Point;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a customer allowed: the most restrictive over all records.
public final class ConsentReader {
  private static final List<String> PURPOSES =
      List.of("service", "marketing", "profiling", "sharing");
  private static final List<String> CHANNELS = List.of("email", "sms", "phone", "post", "app");

  private ConsentReader() {}

  /// As of the data's today.
  public static List<ConsentCell> now(Connection connection, LakeTables tables, String customerId)
      throws SQLException {
    if (!tables.has("gold.consent")) {
      return List.of();
    }
    return Point.list(
        connection,
        """
        select purpose, channel, status, recorded_at, source, records
        from gold.consent where customer_id = ? and status <> 'not_asked'
        order by purpose, channel
        """,
        ConsentReader::cell,
        customerId);
  }

  /// As it stood at a moment: each record's last word until then, and one no outweighs every yes.
  public static List<ConsentCell> at(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("silver.consent", "gold.identity_link")) {
      return List.of();
    }
    return Point.list(
        connection,
        """
        with said as (
          select c.purpose, c.channel, c.source_person_id,
            split_part(c.source_person_id, ':', 1) as source,
            arg_max(c.status, (c.recorded_at, c.status = 'no')) as status,
            max(c.recorded_at) as recorded_at
          from silver.consent c
          where c.source_person_id in (
              select source_person_id from gold.identity_link where customer_id = ?)
            and c.recorded_at <= ?
          group by all
        )
        select purpose, channel, case when bool_or(status = 'no') then 'no' else 'yes' end as status,
          arg_max(recorded_at, (status = 'no', recorded_at, source)) as recorded_at,
          arg_max(source, (status = 'no', recorded_at, source)) as source,
          count(*) as records
        from said
        where status in ('yes', 'no')
        group by purpose, channel
        order by purpose, channel
        """,
        ConsentReader::cell,
        customerId,
        asOf);
  }

  private static ConsentCell cell(ResultSet row) throws SQLException {
    return new ConsentCell(
        row.getString("purpose"),
        row.getString("channel"),
        ConsentStatus.of(row.getString("status")),
        Cells.time(row, "recorded_at"),
        Cells.text(row, "source"),
        row.getInt("records"));
  }

  /// Every purpose by every channel; unusual ones that the data know come after the usual ones.
  public static ConsentMatrix matrix(List<ConsentCell> known, int records) {
    List<String> purposes = new ArrayList<>(PURPOSES);
    List<String> channels = new ArrayList<>(CHANNELS);
    for (ConsentCell cell : known) {
      if (!purposes.contains(cell.purpose())) {
        purposes.add(cell.purpose());
      }
      if (!channels.contains(cell.channel())) {
        channels.add(cell.channel());
      }
    }
    ConsentMatrix sparse = new ConsentMatrix(purposes, channels, known, records);
    List<ConsentCell> cells = new ArrayList<>();
    for (String purpose : purposes) {
      for (String channel : channels) {
        cells.add(sparse.cell(purpose, channel));
      }
    }
    return new ConsentMatrix(purposes, channels, cells, records);
  }
}
