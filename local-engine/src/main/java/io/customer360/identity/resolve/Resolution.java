package io.customer360.identity.resolve;

import io.customer360.identity.cluster.ClusterBuilder;
import io.customer360.identity.cluster.Constraints;
import io.customer360.identity.cluster.PairTables;
import io.customer360.identity.cluster.ProbableLinks;
import io.customer360.identity.cluster.SqlScript;
import io.customer360.identity.cluster.Weigher;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.weigh.KeptWeigher;
import io.customer360.identity.weigh.LearnedWeigher;
import io.customer360.identity.weigh.ModelRegistry;
import io.customer360.identity.weigh.RecordStaging;
import io.customer360.identity.weigh.SourceReliability;
import io.customer360.job.Progress;
import io.customer360.lakehouse.LakeCatalog;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of identity resolution on a connection: stage, match, number, survive. Pure in
/// the silver tables, the registries and `asOf`: whether everybody is resolved or only those whom
/// changed records reach, the tables are the same. Temporary tables are dropped at the end.
public final class Resolution {
  private static final String LINK = "gold.identity_link";

  private final RecordStaging staging;
  private final ClusterBuilder clusters;
  private final GoldenFields goldenFields = new GoldenFields();
  private final ProbableLinks probable;
  private final String version;
  private final long seed;

  /// @param version of what is set for matching; a model of another one is learned anew
  public Resolution(SourceReliability reliability, IdentityRules rules, String version, long seed) {
    this.staging = new RecordStaging(reliability, rules.protections());
    this.clusters = new ClusterBuilder(rules.protections());
    this.probable = new ProbableLinks(rules.thresholds());
    this.version = version + " seed " + seed;
    this.seed = seed;
  }

  /// Whom a run resolves and by which model.
  public enum Scope {
    /// As few as will do.
    LEAST,
    /// Everybody with the model in force, to compare with.
    ALL,
    /// Everybody with a model learned anew.
    ANEW
  }

  /// Resolves and logs the run.
  public void run(Connection connection, Instant asOf, Progress progress) throws SQLException {
    run(connection, asOf, Scope.LEAST, progress);
  }

  public ResolutionRun run(Connection connection, Instant asOf, Scope scope, Progress progress)
      throws SQLException {
    ResolutionRun run = link(connection, asOf, scope, progress.part(0, 0.5));
    long began = System.nanoTime();
    progress.stage("Resolve people: choose golden values");
    boolean some =
        run.kind() == ResolutionRun.Kind.REACHED
            && LakeCatalog.has(connection, "gold.golden_field");
    if (some) {
      goldenFields.some(connection);
    } else {
      goldenFields.all(connection, progress.part(0.5, 1));
    }
    ResolutionRun whole = run.plus((System.nanoTime() - began) / 1e9);
    RecordStaging.drop(connection);
    RunLog.add(connection, whole, asOf);
    progress.fraction(1);
    return whole;
  }

  /// The first half: who is one, in `gold.identity_link`, and which identifiers were refused.
  /// Leaves the staging, `identity_before` and `identity_after` (the links concerned) among it, for
  /// [RecordStaging#drop].
  public ResolutionRun link(Connection connection, Instant asOf, Scope scope, Progress progress)
      throws SQLException {
    long began = System.nanoTime();
    progress.stage("Resolve people: read identifiers");
    staging.prepare(connection, asOf);
    long records = Rows.number(connection, "select count(*) from silver.source_person");
    Optional<ModelRegistry.Registered> model =
        scope == Scope.ANEW
            ? Optional.empty()
            : ModelRegistry.inForce(connection, version, records);
    ReachedPeople.@Nullable Found found = null;
    if (model.isPresent() && scope == Scope.LEAST && resolvedWith(connection, model.get())) {
      found =
          new ReachedPeople(connection, probable.thresholds()).find(staging, model.get().model());
    }
    ResolutionRun.Kind kind;
    if (found != null && found.fits()) {
      kind = ResolutionRun.Kind.REACHED;
      some(connection, new KeptWeigher(model.orElseThrow()), progress.part(0.2, 1));
      IndexTable.sweep(
          connection, RunLog.goneSince(connection), found.changed() + found.gone(), records);
    } else {
      kind = model.isPresent() ? ResolutionRun.Kind.ALL : ResolutionRun.Kind.LEARNED;
      Weigher weigher =
          model.isPresent()
              ? new KeptWeigher(model.get())
              : new LearnedWeigher(version, probable.thresholds(), seed);
      all(connection, weigher, progress.part(0.2, 1));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return RunLog.of(connection, kind, records, found, seconds);
  }

  private static boolean resolvedWith(Connection connection, ModelRegistry.Registered model)
      throws SQLException {
    return LakeCatalog.has(
            connection,
            LINK,
            "gold.identity_model",
            "gold.identity_judged",
            "gold.identity_pair",
            "gold.blocked_identifier",
            RecordStaging.RECORDS,
            IndexTable.NAME,
            IndexTable.BLOCKS)
        && Rows.number(connection, "select coalesce(max(number), 0) from gold.identity_model")
            == model.number();
  }

  private void all(Connection connection, Weigher weigher, Progress progress) throws SQLException {
    staging.all(connection);
    Rows.run(connection, "delete from identity_crowded");
    Rows.run(
        connection,
        "create or replace temp table identity_before as "
            + (LakeCatalog.has(connection, LINK)
                ? "select source_person_id, customer_id from " + LINK
                : "select null::varchar as source_person_id, null::varchar as customer_id limit 0"));
    Rows.run(
        connection,
        """
        create or replace table gold.blocked_identifier (kind varchar, value varchar,
          reason varchar, records bigint, distinct_names bigint)
        """);
    Optional<Weigher.Weighed> weighed = match(connection, weigher, "identity_record", progress);
    Rows.run(connection, "create or replace table " + LINK + " as " + link());
    Rows.run(connection, "create or replace table gold.identity_pair as " + PairTables.PAIRS);
    PairTables.model(connection, weighed);
    IndexTable.all(connection, weighed.map(Weigher.Weighed::keys).orElse(null));
    judged(connection);
    Rows.run(
        connection,
        "create or replace temp table identity_after as select source_person_id, customer_id from "
            + LINK);
  }

  private void some(Connection connection, Weigher weigher, Progress progress) throws SQLException {
    RecordStaging.number(
        connection,
        "(select * exclude (component) from identity_pool)"
            + " where source_person_id in (select source_person_id from identity_scope)");
    String concerned = "(select source_person_id from identity_scope union all from identity_gone)";
    takeLinks(connection, concerned);
    Rows.run(
        connection,
        """
        delete from gold.blocked_identifier
        where (kind, value) in (select (kind, value) from identity_group_key)
        """);
    Optional<Weigher.Weighed> weighed =
        match(connection, weigher, SharedIdentifiers.MATES, progress);
    Rows.run(connection, "insert into " + LINK + " " + link());
    Rows.run(
        connection,
        "delete from gold.identity_pair where left_record in "
            + concerned
            + " or right_record in "
            + concerned);
    Rows.run(connection, "insert into gold.identity_pair " + PairTables.PAIRS);
    IndexTable.some(connection, weighed.map(Weigher.Weighed::keys).orElse(null));
    judged(connection);
    Rows.run(
        connection,
        """
        create or replace temp table identity_after as
        select r.source_person_id, c.customer_id
        from identity_record r
        join identity_member m using (record)
        join identity_cluster c using (root)
        """);
  }

  /// Takes the links of these records out, into `identity_before`. What was found is deleted by its
  /// place, so that the ids of everybody are read once.
  private static void takeLinks(Connection connection, String records) throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_before as"
            + " select source_person_id, customer_id, rowid as place from "
            + LINK
            + " where source_person_id in "
            + records);
    Rows.run(
        connection, "delete from " + LINK + " where rowid in (select place from identity_before)");
  }

  private Optional<Weigher.Weighed> match(
      Connection connection, Weigher weigher, String blockable, Progress progress)
      throws SQLException {
    progress.stage("Resolve people: match");
    Optional<Weigher.Weighed> weighed =
        clusters.build(
            connection,
            RecordStaging.count(connection),
            Constraints.read(connection),
            weigher,
            probable,
            blockable,
            progress.part(0.1, 0.9));
    progress.stage("Resolve people: number customers");
    SqlScript.load(Resolution.class, "registry.sql").run(connection);
    return weighed;
  }

  private static String link() {
    return SqlScript.load(Resolution.class, "link.sql").text();
  }

  /// What people had said when this was resolved.
  private static void judged(Connection connection) throws SQLException {
    Rows.run(
        connection, "create or replace table gold.identity_judged as " + JudgementStore.IN_FORCE);
  }
}
