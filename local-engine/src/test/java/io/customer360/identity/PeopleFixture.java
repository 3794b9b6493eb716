package io.customer360.identity;

import io.customer360.identity.cluster.SqlScript;
import io.customer360.identity.resolve.Resolution;
import io.customer360.identity.resolve.ResolutionRun;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.rules.Protections;
import io.customer360.identity.weigh.RecordStaging;
import io.customer360.identity.weigh.SourceReliability;
import io.customer360.job.Progress;
import io.customer360.lakehouse.SqlFunctions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// A small lake in memory with hand-made silver rows.
public final class PeopleFixture implements AutoCloseable {
  static final Instant AS_OF = Instant.parse("2026-11-20T09:40:00Z");

  public final Connection connection;
  private IdentityRules rules = IdentityRules.DEFAULT;
  private final List<Map<String, String>> people = new ArrayList<>();

  public PeopleFixture() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    SqlFunctions.register(connection);
    sql("create schema silver");
    sql("create schema gold");
    sql("create schema ops");
    sql(
        """
        create table silver.source_person (source_person_id varchar, source varchar,
          source_key varchar, loyalty_id varchar, first_name varchar, last_name varchar,
          full_name varchar, email varchar, phone varchar, birth_date date, address varchar,
          postcode varchar, city varchar, country varchar, zone varchar, created_at timestamp,
          updated_at timestamp, _file varchar, _line bigint)
        """);
    sql(
        """
        create table silver.loyalty_account (loyalty_id varchar, source_person_id varchar)
        """);
    sql("create table silver.order_line (source_person_id varchar, ordered_at timestamp)");
    for (String statement : new IdentitySchema().statements()) {
      sql(statement);
    }
  }

  public void sql(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /// `id` is `source:key`; pairs are column, value.
  public PeopleFixture person(String id, String... pairs) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("source_person_id", id);
    row.put("source", id.substring(0, id.indexOf(':')));
    row.put("source_key", id.substring(id.indexOf(':') + 1));
    row.put("_file", row.get("source") + ".csv");
    row.put("_line", String.valueOf(people.size() + 2));
    for (int i = 0; i < pairs.length; i += 2) {
      row.put(pairs[i], pairs[i + 1]);
    }
    people.add(row);
    return this;
  }

  public PeopleFixture forget(String id) {
    people.removeIf(row -> id.equals(row.get("source_person_id")));
    return this;
  }

  public void resolve() throws SQLException {
    resolve(IdentityRules.DEFAULT, null);
  }

  public void resolveShuffled(long seed) throws SQLException {
    resolve(IdentityRules.DEFAULT, new Random(seed));
  }

  /// Resolves by other rules from now on.
  public void rules(IdentityRules other) {
    rules = other;
  }

  /// As a company that has set its protections.
  public void resolve(Protections protections) throws SQLException {
    resolve(IdentityRules.DEFAULT.with(protections), null);
  }

  private void resolve(IdentityRules rules, Random shuffle) throws SQLException {
    load(shuffle);
    resolution(rules).run(connection, AS_OF, Progress.NONE);
    sql("create or replace table gold.trust as " + trust());
  }

  /// The lake's own model.
  private static String trust() {
    try (InputStream model =
        SqlScript.class.getResourceAsStream("/io/customer360/lakehouse/models/gold/trust.sql")) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${as_of}", "timestamp '2026-11-20 09:40:00'");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As the lake would, or everybody with the model in force.
  ///
  /// @param fields whether golden fields are wanted too
  public ResolutionRun resolve(Resolution.Scope scope, boolean fields) throws SQLException {
    Resolution resolution = resolution(rules);
    if (fields) {
      return resolution.run(connection, AS_OF, scope, Progress.NONE);
    }
    ResolutionRun run = resolution.link(connection, AS_OF, scope, Progress.NONE);
    RecordStaging.drop(connection);
    return run;
  }

  private static Resolution resolution(IdentityRules rules) {
    return new Resolution(SourceReliability.DEFAULT, rules, "test " + rules, 7);
  }

  /// Puts the people of now into the lake and resolves nobody.
  public void load(Random shuffle) throws SQLException {
    sql("delete from silver.source_person");
    List<Map<String, String>> rows = new ArrayList<>(people);
    if (shuffle != null) {
      Collections.shuffle(rows, shuffle);
    }
    for (Map<String, String> row : rows) {
      String columns = String.join(", ", row.keySet());
      String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into silver.source_person (" + columns + ") values (" + marks + ")")) {
        int i = 1;
        for (String value : row.values()) {
          insert.setString(i++, value);
        }
        insert.executeUpdate();
      }
    }
  }

  /// Customer id to its record ids, both sorted.
  public Map<String, TreeSet<String>> customers() throws SQLException {
    Map<String, TreeSet<String>> result = new TreeMap<>();
    for (List<String> row : rows("select customer_id, source_person_id from gold.identity_link")) {
      result.computeIfAbsent(row.get(0), id -> new TreeSet<>()).add(row.get(1));
    }
    return result;
  }

  public String customerOf(String record) throws SQLException {
    return rows("select customer_id from gold.identity_link where source_person_id = '"
            + record
            + "'")
        .getFirst()
        .getFirst();
  }

  public boolean together(String... records) throws SQLException {
    TreeSet<String> ids = new TreeSet<>();
    for (String record : records) {
      ids.add(customerOf(record));
    }
    return ids.size() == 1;
  }

  /// All rows as text.
  public List<List<String>> rows(String query) throws SQLException {
    List<List<String>> result = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(rows.getString(i));
        }
        result.add(row);
      }
    }
    return result;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
