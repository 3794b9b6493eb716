package io.customer360.identity.weigh;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.customer360.identity.cluster.PairTables;
import io.customer360.identity.match.KeptModel;
import io.customer360.identity.review.ModelView;
import io.customer360.lakehouse.Registries;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The model in force. It outlives every rebuild of the lake: resolution is a function of the
/// sources, of what people said and of this model, whether everybody is resolved or only those whom
/// new records reach. It is learned anew when somebody asks for it, when what is set for matching
/// changes, and when the records have become so many more or fewer that it is not theirs any more.
public final class ModelRegistry {
  /// Asked for by [#ask]; a node of the pipeline reads it.
  public static final String REQUESTS = "ops.identity_request";

  public static final List<String> SCHEMA =
      List.of(
          """
          create table if not exists ops.identity_model
            (number bigint not null, version varchar not null, request bigint not null,
             records bigint not null, body varchar not null, view_body varchar not null)
          """,
          """
          create table if not exists ops.identity_term
            (field integer not null, word boolean not null, term bigint not null,
             count integer not null)
          """,
          """
          create table if not exists ops.identity_request
            (number bigint not null, person varchar not null, asked_at timestamp not null)
          """);

  private static final double MOST_GROWTH = 1.25;
  private static final double LEAST_LEFT = 0.75;

  /// @param number counts the models of this workspace
  public record Registered(long number, KeptModel model, ModelView view) {}

  private ModelRegistry() {}

  /// The model, unless it has to be learned anew.
  ///
  /// @param version of the code and the settings
  /// @param records there are now
  public static Optional<Registered> inForce(Connection connection, String version, long records)
      throws SQLException {
    return Rows.list(
            connection,
            """
            select number, body, view_body from ops.identity_model
            where version = ? and request = (select coalesce(max(number), 0)
                from ops.identity_request)
              and ? between records * ? and records * ?
            order by number desc limit 1
            """,
            ModelRegistry::read,
            version,
            records,
            LEAST_LEFT,
            MOST_GROWTH)
        .stream()
        .findFirst()
        .flatMap(found -> found);
  }

  /// The newest model, to explain the resolution in force with.
  public static Optional<Registered> latest(Connection connection) throws SQLException {
    return Rows.list(
            connection,
            "select number, body, view_body from ops.identity_model order by number desc limit 1",
            ModelRegistry::read)
        .stream()
        .findFirst()
        .flatMap(found -> found);
  }

  /// Keeps a model that was just learned instead of the one before; its frequencies are kept by
  /// [TermStore].
  ///
  /// @return its number
  static long store(
      Connection connection, String version, long records, KeptModel model, ModelView view)
      throws SQLException {
    long number =
        1 + Rows.number(connection, "select coalesce(max(number), 0) from ops.identity_model");
    Rows.run(connection, "delete from ops.identity_model");
    Rows.update(
        connection,
        """
        insert into ops.identity_model
        values (?, ?, (select coalesce(max(number), 0) from ops.identity_request), ?, ?, ?)
        """,
        number,
        version,
        records,
        PairTables.text(model),
        PairTables.text(view));
    return number;
  }

  /// Asks that the next refresh learns and resolves everything anew.
  public static void ask(Connection write, String person, Instant at) throws SQLException {
    Rows.update(
        write,
        """
        insert into ops.identity_request
        select coalesce(max(number), 0) + 1, ?, ? from ops.identity_request
        """,
        person,
        at);
    Registries.changed(
        write, REQUESTS, "select coalesce(max(number), 0)::varchar from ops.identity_request");
  }

  /// Empty for a model of another release, which is then learned anew.
  private static Optional<Registered> read(ResultSet row) throws SQLException {
    try {
      return Optional.of(
          new Registered(
              row.getLong(1),
              PairTables.JSON.readValue(row.getString(2), KeptModel.class),
              PairTables.JSON.readValue(row.getString(3), ModelView.class)));
    } catch (JsonProcessingException ofAnotherRelease) {
      return Optional.empty();
    }
  }
}
