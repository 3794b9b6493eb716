package io.customer360.lakehouse.openlineage;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.util.List;
import java.util.Objects;

/// Which builds the lake remembers.
public final class LineageBuilds {
  private LineageBuilds() {}

  /// The last successful build of each model and step, by time.
  public static List<BuiltTable> read(Lakehouse lakehouse) {
    return lakehouse.read(
        connection ->
            Rows.list(
                connection,
                """
                select builder, started_at, seconds from ops.model_run where outcome = 'built'
                qualify row_number() over (
                  partition by builder order by started_at desc, rowid desc) = 1
                order by started_at, builder
                """,
                row ->
                    new BuiltTable(
                        row.getString("builder"),
                        Objects.requireNonNull(Rows.instant(row, "started_at")),
                        row.getDouble("seconds"))));
  }
}
