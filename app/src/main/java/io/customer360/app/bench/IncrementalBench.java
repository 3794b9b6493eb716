package io.customer360.app.bench;

import io.customer360.app.road.ProcessTime;
import io.customer360.identity.IdentitySchema;
import io.customer360.identity.resolve.IdentityStep;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.StepContext;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A thousand records into a million: everybody is resolved once, the lake is closed and opened,
/// and then batches of new and changed records come in and are resolved by the step a refresh runs,
/// each in its transaction. At the end everybody is resolved again by the same model, and who is
/// one is compared with what the batches came to.
public final class IncrementalBench {
  /// The goal for a batch of 1,000 into a million records.
  public static final double GOAL_SECONDS = 2;

  private static final Instant NOW = Instant.parse("2026-11-20T09:40:00Z");
  private static final long SEED = 7;

  private IncrementalBench() {}

  /// One run of the step, with its commit.
  ///
  /// @param kind `LEARNED`, `ALL` or `REACHED`
  /// @param cpuSeconds of all threads
  /// @param fresh records nobody knew
  /// @param changed records that were not as they had been
  /// @param reached records that were resolved
  /// @param clusters customers that were new, joined, grown or split
  public record Run(
      String kind,
      double seconds,
      double cpuSeconds,
      long records,
      long fresh,
      long changed,
      long reached,
      long clusters) {}

  /// @param size records of a batch
  /// @param first everybody, with learning
  /// @param batches in order; the first is the first after opening
  /// @param median of the batches but the first, in seconds; so `worst` and `medianCpu`
  /// @param everybody by the model in force, to compare with
  /// @param f1 of the pairs of records in one cluster: batches against everybody
  /// @param sameIds whether every record has the same customer id
  /// @param truthF1 of the pairs of records in one cluster, against the truth
  public record Report(
      int size,
      Run first,
      List<Run> batches,
      double median,
      double worst,
      double medianCpu,
      Run everybody,
      double f1,
      boolean sameIds,
      double truthF1) {
    public Report {
      batches = List.copyOf(batches);
    }
  }

  /// @param records about how many there are before the first batch
  /// @param batches at least two
  public static Report run(Path folder, int records, int size, int batches, Progress progress)
      throws IOException, SQLException {
    try (WorkFolder place = WorkFolder.inside(folder, "incremental")) {
      Path file = place.path().resolve("people.csv");
      SamplePeople.write(
          file,
          place.path().resolve("sample"),
          records + ArrivingPeople.coming(batches, size),
          progress);
      try (Workspace workspace =
          Workspace.create(
              place.path().resolve("bench.c360"),
              WorkspaceSettings.of("bench", "GBP", "Europe/London", "fixed:" + NOW))) {
        return run(workspace, file, size, batches, progress);
      }
    }
  }

  private static Report run(
      Workspace workspace, Path file, int size, int batches, Progress progress) {
    Run first;
    try (Lakehouse lake = open(workspace)) {
      progress.stage("Resolve everybody");
      lake.write(
          connection -> {
            ArrivingPeople.read(connection, file, batches, size);
            ArrivingPeople.bring(connection, 0);
            return true;
          });
      first = measure(lake, workspace, progress);
    }
    try (Lakehouse lake = open(workspace)) {
      List<Run> runs = new ArrayList<>();
      for (int i = 1; i <= batches; i++) {
        int batch = i;
        progress.checkCancelled();
        progress.stage("Bring batch " + batch);
        lake.write(
            connection -> {
              ArrivingPeople.bring(connection, batch);
              return true;
            });
        checkpoint(lake);
        runs.add(measure(lake, workspace, Progress.NONE));
      }
      progress.stage("Resolve everybody again");
      lake.write(
          connection -> {
            Rows.run(connection, "create table bench.link as from gold.identity_link");
            // without what was resolved before, everybody is resolved
            Rows.run(connection, "drop table gold.identity_index");
            return true;
          });
      Run everybody = measure(lake, workspace, progress);
      return report(lake, size, first, runs, everybody);
    }
  }

  private static Lakehouse open(Workspace workspace) {
    return Lakehouse.open(workspace, LakehouseParts.of(List.of(), List.of(new IdentitySchema())));
  }

  /// As a refresh does when it is done: what was replaced leaves the file.
  private static void checkpoint(Lakehouse lake) {
    lake.read(
        connection -> {
          Rows.run(connection, "checkpoint");
          return true;
        });
  }

  private static Run measure(Lakehouse lake, Workspace workspace, Progress progress) {
    IdentityStep step = new IdentityStep(workspace);
    double cpu = ProcessTime.seconds();
    long began = System.nanoTime();
    lake.write(
        connection -> {
          step.run(connection, new StepContext(NOW, SEED, workspace, progress));
          return true;
        });
    double seconds = (System.nanoTime() - began) / 1e9;
    double spent = ProcessTime.seconds() - cpu;
    return lake.read(connection -> logged(connection, seconds, spent));
  }

  private static Run logged(Connection connection, double seconds, double cpu) throws SQLException {
    return Rows.list(
            connection,
            """
            select kind, records, fresh, changed, reached, created + joined + grown + split
            from ops.identity_run order by number desc limit 1
            """,
            row ->
                new Run(
                    row.getString(1),
                    seconds,
                    cpu,
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .getFirst();
  }

  private static Report report(Lakehouse lake, int size, Run first, List<Run> runs, Run everybody) {
    List<Run> warm = runs.subList(1, runs.size());
    return lake.read(
        connection ->
            new Report(
                size,
                first,
                runs,
                ImportBench.median(warm.stream().map(Run::seconds).toList()),
                warm.stream().mapToDouble(Run::seconds).max().orElse(0),
                ImportBench.median(warm.stream().map(Run::cpuSeconds).toList()),
                everybody,
                f1(connection, "select source_person_id as id, customer_id as one from bench.link"),
                Rows.number(
                        connection,
                        """
                        select count(*) from (
                          (select source_person_id, customer_id from gold.identity_link
                            except select source_person_id, customer_id from bench.link)
                          union all
                          (select source_person_id, customer_id from bench.link
                            except select source_person_id, customer_id from gold.identity_link))
                        """)
                    == 0,
                f1(connection, "select id, person as one from bench.person")));
  }

  /// Of the pairs of records that are together in the lake, against those of `expected`.
  private static double f1(Connection connection, String expected) throws SQLException {
    return Rows.list(
            connection,
            """
            with expected as (%s),
            pair as (
              select e.one, l.customer_id from expected e
              join gold.identity_link l on l.source_person_id = e.id),
            together as (select count(*) as n from pair group by one, customer_id),
            wanted as (select count(*) as n from pair group by one),
            found as (select count(*) as n from pair group by customer_id)
            select 2 * (select sum(n * (n - 1) / 2) from together)
              / ((select sum(n * (n - 1) / 2) from wanted)
                + (select sum(n * (n - 1) / 2) from found))
            """
                .formatted(expected),
            row -> row.getDouble(1))
        .getFirst();
  }
}
