package io.customer360.identity.cluster;

import io.customer360.identity.group.UnionFind;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.identity.rules.MatchRule;
import io.customer360.identity.rules.Protections;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/// Applies the exact rules to the staged records: reads each group of records that share an
/// identifier, splits it into people by name, and joins them; then follows what is probable. Leaves
/// `identity_member` (record, root, rule, partner, reach), `identity_found` and `identity_blocked`.
/// `reach` is the first of the records that can matter to each other, joined or not.
public final class ClusterBuilder {
  /// How records are joined by an identifier.
  ///
  /// @param careful a column that says whether a value asks for names that agree
  /// @param nameRequired whether every value does
  private record Identifier(
      MatchRule rule, IdentifierKind kind, String careful, boolean nameRequired) {
    Map<String, String> places() {
      return Map.of(
          "kind", kind.id(),
          "key", kind.key(),
          "placeholder", kind.placeholder(),
          "careful", careful,
          "most", String.valueOf(Protections.MOST_SHARING));
    }
  }

  private static final Map<IdentifierKind, Identifier> IDENTIFIERS =
      Map.of(
          IdentifierKind.LOYALTY,
          new Identifier(MatchRule.LOYALTY_ID, IdentifierKind.LOYALTY, "false", false),
          IdentifierKind.EMAIL,
          new Identifier(MatchRule.EMAIL, IdentifierKind.EMAIL, "email_role", false),
          IdentifierKind.PHONE,
          new Identifier(MatchRule.PHONE_NAME, IdentifierKind.PHONE, "false", true));

  private final NameMatcher matcher = new NameMatcher();
  private final NameClasses byContradiction = new NameClasses(matcher, false);
  private final NameClasses byAgreement = new NameClasses(matcher, true);
  private final SqlScript groups = SqlScript.load(ClusterBuilder.class, "groups.sql");
  private final SqlScript blocked = SqlScript.load(ClusterBuilder.class, "blocked.sql");
  private final Protections protections;

  public ClusterBuilder(Protections protections) {
    this.protections = protections;
  }

  /// @param blockable the table whose groups of shared identifiers are reported when they are
  ///     refused
  /// @return what weighing went by; empty when there was nothing to compare
  public Optional<Weigher.Weighed> build(
      Connection connection,
      int records,
      Constraints said,
      Weigher weigher,
      ProbableLinks probable,
      String blockable,
      Progress progress)
      throws SQLException {
    MatchForest forest = new MatchForest(births(connection, records), protections.mostRecords());
    for (IdentifierKind kind : IdentifierKind.values()) {
      Optional<Integer> most = protections.limit(kind);
      if (most.isPresent()) {
        forest.limit(most.get(), values(connection, kind, records));
      }
    }
    UnionFind reach = new UnionFind(records);
    said.apart().forEach(pair -> forest.keepApart(pair[0], pair[1]));
    said.one().forEach(pair -> forest.join(pair[0], pair[1], MatchRule.JUDGED));
    said.each(pair -> reach.union(pair[0], pair[1]));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create or replace temp table identity_blocked (kind varchar, record integer)");
      statement.execute(
          """
          create or replace temp table identity_member
            (record integer, root integer, rule integer, partner integer, reach integer)
          """);
    }
    for (IdentifierKind kind : protections.priority()) {
      Identifier identifier = Objects.requireNonNull(IDENTIFIERS.get(kind));
      progress.checkCancelled();
      join(connection, identifier, forest, reach, progress);
      blocked.with(Map.of("records", blockable)).with(identifier.places()).run(connection);
    }
    Optional<Weigher.Weighed> weighed = weigher.weigh(connection, progress.part(0.3, 0.9));
    int[] sources = sources(connection, records);
    PairTables.stage(
        connection, weighed.map(w -> probable.follow(w, forest, sources, reach)).orElse(List.of()));
    writeMembers(connection, forest, reach, records);
    return weighed;
  }

  private static int[] sources(Connection connection, int records) throws SQLException {
    int[] sources = new int[records];
    Rows.list(
        connection,
        "select record, dense_rank() over (order by source) from identity_record",
        row -> sources[row.getInt(1)] = row.getInt(2));
    return sources;
  }

  /// By record the number of its value of a kind, -1 where it has none that says who it is.
  private static int[] values(Connection connection, IdentifierKind kind, int records)
      throws SQLException {
    int[] values = new int[records];
    Arrays.fill(values, -1);
    Rows.list(
        connection,
        "select record, dense_rank() over (order by %1$s) from identity_record where %1$s is not null and not %2$s"
            .formatted(kind.key(), kind.placeholder()),
        row -> values[row.getInt(1)] = row.getInt(2));
    return values;
  }

  private static int[] births(Connection connection, int records) throws SQLException {
    int[] born = new int[records];
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select record, year(birth_date) * 10000 + month(birth_date) * 100 + day(birth_date)
                from identity_record where birth_date is not null
                """)) {
      while (rows.next()) {
        born[rows.getInt(1)] = rows.getInt(2);
      }
    }
    return born;
  }

  private void join(
      Connection connection,
      Identifier identifier,
      MatchForest forest,
      UnionFind reach,
      Progress progress)
      throws SQLException {
    List<PersonName> names = new ArrayList<>();
    int[] members = new int[Protections.MOST_SHARING];
    List<Integer> tooMany = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(groups.with(identifier.places()).text())) {
      long group = -1;
      boolean careful = false;
      while (rows.next()) {
        if (rows.getLong(1) != group) {
          joinGroup(identifier, forest, members, names, careful, tooMany);
          progress.checkCancelled();
          for (int i = 1; i < names.size(); i++) {
            reach.union(members[0], members[i]);
          }
          names.clear();
          group = rows.getLong(1);
          careful = rows.getBoolean(5);
        }
        members[names.size()] = rows.getInt(2);
        names.add(new PersonName(rows.getString(3), rows.getString(4)));
      }
      joinGroup(identifier, forest, members, names, careful, tooMany);
      for (int i = 1; i < names.size(); i++) {
        reach.union(members[0], members[i]);
      }
    }
    if (!tooMany.isEmpty()) {
      try (var appender =
          connection
              .unwrap(DuckDBConnection.class)
              .createAppender("temp", "main", "identity_blocked")) {
        for (int record : tooMany) {
          appender.beginRow();
          appender.append(identifier.kind().id()).append(record);
          appender.endRow();
        }
      }
    }
  }

  private void joinGroup(
      Identifier identifier,
      MatchForest forest,
      int[] members,
      List<PersonName> names,
      boolean careful,
      List<Integer> tooMany) {
    if (names.isEmpty()) {
      return;
    }
    NameClasses classes = identifier.nameRequired() || careful ? byAgreement : byContradiction;
    NameClasses.Split split = classes.split(names);
    if (split.people() > protections.mostPeople(identifier.kind())) {
      tooMany.add(members[0]);
      return;
    }
    int[] classOf = split.classOf();
    for (int i = 1; i < classOf.length; i++) {
      for (int head = 0; classOf[i] >= 0 && head < i; head++) {
        if (classOf[head] == classOf[i]) {
          forest.join(members[head], members[i], identifier.rule());
          break;
        }
      }
    }
  }

  private static void writeMembers(
      Connection connection, MatchForest forest, UnionFind reach, int records) throws SQLException {
    MatchForest.Attachments attachments = forest.attachments();
    try (var appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_member")) {
      for (int record = 0; record < records; record++) {
        appender.beginRow();
        appender.append(record).append(forest.cluster(record));
        appender.append((int) attachments.rule()[record]).append(attachments.partner()[record]);
        appender.append(reach.find(record));
        appender.endRow();
      }
    }
  }
}
