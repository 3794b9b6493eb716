package io.customer360.lakehouse;

import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value as received, with the line of the file it stands in.
///
/// @param line from 1, as a text editor counts
public record ReceivedValue(
    String table, String column, String file, long line, @Nullable Object value) {
  /// A few values of each received column a trace ends in; columns the lake adds itself, such as
  /// the line, have none.
  public static List<ReceivedValue> of(
      Lakehouse lakehouse, ColumnTrace trace, int each, Progress progress) {
    List<ReceivedValue> values = new ArrayList<>();
    for (ColumnTrace.Step step : trace.received()) {
      progress.checkCancelled();
      if (!step.column().equals("*") && !step.column().startsWith("_")) {
        String column = Sql.identifier(step.column());
        QueryResult rows =
            lakehouse.query(
                "select _file, _line, "
                    + column
                    + " from "
                    + step.table()
                    + " where "
                    + column
                    + " is not null limit "
                    + each,
                QueryLimits.SCREEN,
                progress);
        for (List<@Nullable Object> row : rows.rows()) {
          values.add(
              new ReceivedValue(
                  step.table(),
                  step.column(),
                  String.valueOf(row.get(0)),
                  row.get(1) instanceof Number line ? line.longValue() : 0,
                  row.get(2)));
        }
      }
    }
    return values;
  }
}
