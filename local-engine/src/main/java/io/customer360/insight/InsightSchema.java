package io.customer360.insight;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The cards and what a person did with them.
public final class InsightSchema implements SchemaContribution {
  @Override
  public String area() {
    return "insight";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.insight (
          id varchar, card varchar, listed boolean, money decimal(14,2), state varchar,
          reason varchar, found_at timestamp, changed_at timestamp)
        """,
        "create table if not exists ops.insight_look (checked integer, shown integer, looked_at"
            + " timestamp)");
  }
}
