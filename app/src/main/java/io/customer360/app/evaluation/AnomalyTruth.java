package io.customer360.app.evaluation;

import io.customer360.engine.Engine;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.util.List;

/// Planted bad rows against what the lake did with them: a row that breaks its contract is found
/// when it was held back, a row sent twice when it was dropped as a duplicate.
public final class AnomalyTruth {
  private AnomalyTruth() {}

  /// One kind of planted row.
  public record Kind(String kind, long planted, long found) {}

  public static List<Kind> judge(Engine engine, Path sample) {
    String file = Sql.literal(sample.resolve("truth/anomalies.csv").toString());
    return engine
        .lakehouse()
        .read(
            connection ->
                Rows.list(
                    connection,
                    """
                    select t.kind, count(*) as planted, count(q.line) as found
                    from read_csv(%s, all_varchar = true, header = true) t
                    left join (
                      select file, line from ops.quarantine
                      union
                      select l.file, o.line
                      from ops.landing_left_out o
                      join ops.landing l on l.landing = o.landing
                      where o.why = 'duplicate') q
                      on q.file = regexp_extract(t.file, '[^/]+$')
                      and q.line = try_cast(t.line as bigint)
                    group by t.kind
                    order by t.kind
                    """
                        .formatted(file),
                    row ->
                        new Kind(
                            row.getString("kind"), row.getLong("planted"), row.getLong("found"))));
  }
}
