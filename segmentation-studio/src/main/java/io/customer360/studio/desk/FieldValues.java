package io.customer360.studio.desk;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.sql.AsOfText;
import io.customer360.studio.sql.RuleSql;
import java.time.ZoneId;
import java.util.List;

/// The values that occur in a field, most frequent first. Safe from any thread.
public final class FieldValues {
  private final Lakehouse lakehouse;
  private final ZoneId zone;

  public FieldValues(Lakehouse lakehouse, ZoneId zone) {
    this.lakehouse = lakehouse;
    this.zone = zone;
  }

  /// @param rows customers who have it, or events
  public record Occurring(String value, long rows) {}

  /// The values of a customer's field.
  public List<Occurring> of(FieldCatalog catalog, Field field, int limit, Progress progress) {
    Rule known = new Rule.Attribute(field.name(), Comparison.of(Operator.KNOWN));
    String from = new RuleSql(catalog, zone).from(known);
    return read(AsOfText.filled(field.sql(), lakehouse.asOf()), from, limit, progress);
  }

  /// The values of a field of events.
  public List<Occurring> of(EventSource source, Field field, int limit, Progress progress) {
    String only =
        source.only().isEmpty()
            ? ""
            : " where "
                + (source.flagged() ? "" : "not coalesce(")
                + source.only()
                + (source.flagged() ? "" : ", false)");
    return read(field.sql(), "from " + source.table() + only, limit, progress);
  }

  private List<Occurring> read(String expression, String from, int limit, Progress progress) {
    return lakehouse.read(
        progress,
        connection ->
            Rows.list(
                connection,
                "select value, count(*) as n from (select cast("
                    + expression
                    + " as varchar) as value "
                    + from
                    + ") where value is not null group by value order by n desc, value limit ?",
                row -> new Occurring(row.getString(1), row.getLong(2)),
                limit));
  }
}
