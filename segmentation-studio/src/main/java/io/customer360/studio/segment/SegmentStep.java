package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.SchemaContribution;
import io.customer360.lakehouse.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes `gold.segment_member` from the workspace's segment texts. Who entered when is kept in
/// `ops.segment_entry`, so that a rebuild gives the same rows.
public final class SegmentStep implements PipelineStep, SchemaContribution {
  private static final Pattern GOLD = Pattern.compile("\\bgold\\.([a-z_]+)");

  private final SegmentFiles files;

  public SegmentStep(SegmentFiles files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public String grain() {
    return "one row per customer and segment";
  }

  @Override
  public String meaning() {
    return "Who is in which segment, and since when.";
  }

  @Override
  public Set<String> reads() {
    Set<String> tables = new TreeSet<>(Set.of("gold.customer", "gold.score"));
    for (SegmentDefinition segment : files.read()) {
      Matcher named = GOLD.matcher(segment.where() + " " + segment.since());
      while (named.find()) {
        tables.add(named.group());
      }
    }
    return tables;
  }

  @Override
  public Set<String> writes() {
    return Set.of("gold.segment_member");
  }

  @Override
  public String version() {
    return "1 " + files.read().hashCode();
  }

  @Override
  public String area() {
    return "segments";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.segment_entry (
          segment varchar not null,
          customer_id varchar not null,
          since timestamp not null,
          primary key (segment, customer_id)
        )""");
  }

  @Override
  public void run(Connection connection, StepContext context) throws Exception {
    Rows.run(
        connection,
        "create or replace table gold.segment_member"
            + " (customer_id varchar, segment varchar, title varchar, since timestamp)");
    for (SegmentDefinition segment : files.read()) {
      context.progress().checkCancelled();
      SegmentSql.checked(connection, segment);
      try {
        write(connection, segment, context.asOf());
      } catch (SQLException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        throw WorkbenchException.user(
            "C360-SEG-009", "The condition of segment " + segment.id() + " fails: " + said);
      }
    }
  }

  private static void write(Connection connection, SegmentDefinition segment, Instant asOf)
      throws SQLException {
    String members = SegmentSql.members(segment);
    Rows.update(
        connection,
        "delete from ops.segment_entry where segment = ? and customer_id not in"
            + " (select customer_id from ("
            + members
            + "))",
        segment.id());
    Rows.update(
        connection,
        "insert or ignore into ops.segment_entry select ?, customer_id, coalesce(since, ?)"
            + " from ("
            + members
            + ")",
        segment.id(),
        asOf);
    Rows.update(
        connection,
        "insert into gold.segment_member select customer_id, segment, ?, since"
            + " from ops.segment_entry where segment = ? order by customer_id",
        segment.title(),
        segment.id());
  }
}
