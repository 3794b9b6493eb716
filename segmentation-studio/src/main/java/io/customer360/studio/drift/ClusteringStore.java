package io.customer360.studio.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.Near;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Keeps clusterings in the workspace's operational tables: settings, figures, provenance, and the
/// cluster of every customer, which no refresh can compute again. Safe from any thread.
public final class ClusteringStore {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Lakehouse lakehouse;
  private final Clock clock;

  public ClusteringStore(Lakehouse lakehouse, Clock clock) {
    this.lakehouse = lakehouse;
    this.clock = clock;
  }

  private static void createTables(Connection connection) throws SQLException {
    Rows.run(
        connection,
        """
        create table if not exists ops.clustering (
          name varchar not null,
          run integer not null,
          title varchar not null,
          author varchar not null,
          saved_at timestamp not null,
          as_of timestamp not null,
          snapshot varchar not null,
          settings varchar not null,
          figures varchar not null,
          report varchar not null,
          primary key (name, run)
        )""");
    Rows.run(
        connection,
        """
        create table if not exists ops.clustering_member (
          name varchar not null,
          run integer not null,
          customer_id varchar not null,
          cluster smallint not null
        )""");
  }

  /// Keeps a clustering as the next run under its name, all of it or nothing.
  ///
  /// @param name lower-case letters, digits, hyphens
  /// @throws WorkbenchException `C360-CLU-040` for another name
  public SavedClustering save(
      String name,
      String title,
      ClusterSettings settings,
      Labelling labelling,
      Person by,
      Progress progress) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,79}")) {
      throw WorkbenchException.user(
          "C360-CLU-040",
          "The name of a clustering is lower-case letters, digits and hyphens, not " + name + ".");
    }
    progress.stage("Keep the clustering " + name);
    SavedClustering.Figures figures = labelling.figures();
    java.time.Instant now = clock.instant();
    java.time.Instant asOf = lakehouse.asOf();
    String snapshot = lakehouse.snapshotId();
    String report = text(labelling.report());
    return lakehouse.write(
        connection -> {
          createTables(connection);
          int run =
              1
                  + (int)
                      Rows.number(
                          connection,
                          "select coalesce(max(run), 0) from ops.clustering where name = ?",
                          name);
          Rows.update(
              connection,
              "insert into ops.clustering values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              name,
              run,
              title.isBlank() ? name : title,
              by.name(),
              now,
              asOf,
              snapshot,
              settings.text(),
              text(figures),
              report);
          LabelBatches.with(
              connection,
              labelling,
              progress,
              labels ->
                  Rows.update(
                      connection,
                      "insert into ops.clustering_member select ?, ?, customer_id, cluster from "
                          + labels,
                      name,
                      run));
          return new SavedClustering(
              name,
              run,
              title.isBlank() ? name : title,
              by.name(),
              now,
              asOf,
              snapshot,
              settings,
              figures,
              report);
        });
  }

  /// The last run of every clustering, by name.
  public List<SavedClustering> list() {
    return lakehouse.read(
        connection ->
            exists(connection)
                ? Rows.list(
                    connection,
                    "select * from ops.clustering qualify run = max(run) over (partition by name)"
                        + " order by name",
                    ClusteringStore::saved)
                : List.of());
  }

  /// Every run of one, the last first.
  ///
  /// @throws WorkbenchException `C360-CLU-042` when there is none, with near names
  public List<SavedClustering> runs(String name) {
    List<SavedClustering> runs =
        lakehouse.read(
            connection ->
                exists(connection)
                    ? Rows.list(
                        connection,
                        "select * from ops.clustering where name = ? order by run desc",
                        ClusteringStore::saved,
                        name)
                    : List.of());
    if (runs.isEmpty()) {
      throw WorkbenchException.user(
          "C360-CLU-042",
          "There is no clustering "
              + name
              + Near.words(name, list().stream().map(SavedClustering::name).toList())
              + ". See: workbench segment clusterings");
    }
    return runs;
  }

  private static boolean exists(Connection connection) throws SQLException {
    return Rows.number(
            connection,
            "select count(*) from duckdb_tables() where schema_name = 'ops'"
                + " and table_name = 'clustering'")
        > 0;
  }

  /// Compares what was kept with a clustering of today. Customers are the same when their ids are.
  public Drift compare(SavedClustering then, Labelling now, Progress progress) {
    progress.stage("Compare with " + then.title());
    SavedClustering.Figures figures = now.figures();
    int k = then.figures().k();
    int columns = figures.k();
    return lakehouse.write(
        connection -> {
          LabelBatches.with(
              connection,
              now,
              progress,
              labels -> {
                String kept = "create or replace temp table clustering_now as select * from ";
                Rows.run(connection, kept + labels);
                return true;
              });
          long[][] counts = new long[k + 1][columns + 1];
          long[] gone = new long[k + 1];
          long[] fresh = new long[columns + 1];
          Rows.list(
              connection,
              """
              with before as (
                select customer_id, cluster from ops.clustering_member where name = ? and run = ?)
              select b.cluster, n.cluster, count(*) from before b
              full join clustering_now n using (customer_id) group by all""",
              row -> {
                int from = place(row, 1, k);
                int to = place(row, 2, columns);
                long people = row.getLong(3);
                if (from < 0) {
                  fresh[to] += people;
                } else if (to < 0) {
                  gone[from] += people;
                } else {
                  counts[from][to] += people;
                }
                return true;
              },
              then.name(),
              then.run());
          List<Drift.Moved> moved = moved(connection, then, Drift.pairs(counts));
          Rows.run(connection, "drop table clustering_now");
          return Drift.of(then, figures, counts, gone, fresh, moved);
        });
  }

  /// A cluster's place in the table of counts: the last for noise, -1 for a customer who is not in.
  private static int place(ResultSet row, int column, int clusters) throws SQLException {
    int cluster = row.getInt(column);
    return row.wasNull() ? -1 : cluster < 0 ? clusters : cluster;
  }

  private static List<Drift.Moved> moved(Connection connection, SavedClustering then, int[] pair)
      throws SQLException {
    StringBuilder pairs = new StringBuilder("(values (-1, -1)");
    for (int p = 0; p < pair.length; p++) {
      // No cluster of today is number -2: who was in one that is no more has moved.
      pairs.append(", (").append(p).append(", ").append(pair[p] < 0 ? -2 : pair[p]).append(")");
    }
    return Rows.list(
        connection,
        "select customer_id, b.cluster, n.cluster from ops.clustering_member b"
            + " join clustering_now n using (customer_id) join "
            + pairs
            + ") p(was, paired) on p.was = b.cluster"
            + " where b.name = ? and b.run = ? and n.cluster <> p.paired order by customer_id",
        row -> new Drift.Moved(row.getString(1), row.getInt(2), row.getInt(3)),
        then.name(),
        then.run());
  }

  private static SavedClustering saved(ResultSet row) throws SQLException {
    String name = row.getString("name");
    List<String> texts = new ArrayList<>();
    for (String column : List.of("title", "author", "snapshot", "settings", "figures", "report")) {
      texts.add(row.getString(column));
    }
    return new SavedClustering(
        name,
        row.getInt("run"),
        texts.get(0),
        texts.get(1),
        row.getObject("saved_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("as_of", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        texts.get(2),
        ClusterSettings.read(name, texts.get(3)),
        figures(name, texts.get(4)),
        texts.get(5));
  }

  private static SavedClustering.Figures figures(String name, String text) {
    try {
      return JSON.readValue(text, SavedClustering.Figures.class);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.user(
          "C360-CLU-041", "The figures of clustering " + name + " cannot be read; save it again.");
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
    }
  }
}
