package io.customer360.identity.steward;

import io.customer360.lakehouse.Registries;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Judgements in the lake. Every writing call is a part of the caller's transaction and marks the
/// table as changed, so that the next refresh resolves anew.
public final class JudgementStore {
  /// The table a pipeline step names among what it reads.
  public static final String TABLE = "ops.identity_judgement";

  /// The pairs in force with their verdict: left_record, right_record, verdict. Of two verdicts on
  /// one pair the later counts.
  public static final String IN_FORCE =
      """
      select p.left_record, p.right_record, p.verdict
      from ops.identity_judged_pair p join ops.identity_judgement j using (number)
      where j.undone_at is null
      qualify row_number() over (partition by p.left_record, p.right_record
        order by j.number desc) = 1
      order by p.left_record, p.right_record
      """;

  private JudgementStore() {}

  /// The tables of this package, for the schema of the area.
  public static List<String> schema() {
    return List.of(
        """
        create table if not exists ops.identity_judgement
          (number bigint not null, kind varchar not null, person varchar not null,
           decided_at timestamp not null, reason varchar not null, undone_at timestamp)
        """,
        """
        create table if not exists ops.identity_judged_pair
          (number bigint not null, left_record varchar not null, right_record varchar not null,
           verdict varchar not null)
        """);
  }

  /// Adds a judgement in force and gives it its number.
  public static Judgement add(
      Connection write,
      Judgement.Kind kind,
      List<Judgement.Pair> pairs,
      String person,
      Instant at,
      String reason)
      throws SQLException {
    long number =
        1 + Rows.number(write, "select coalesce(max(number), 0) from ops.identity_judgement");
    Rows.update(
        write,
        """
        insert into ops.identity_judgement (number, kind, person, decided_at, reason)
        values (?, ?, ?, ?, ?)
        """,
        number,
        kind.name(),
        person,
        at,
        reason);
    try (PreparedStatement insert =
        write.prepareStatement("insert into ops.identity_judged_pair values (?, ?, ?, ?)")) {
      for (Judgement.Pair pair : pairs) {
        insert.setLong(1, number);
        insert.setString(2, pair.left());
        insert.setString(3, pair.right());
        insert.setString(4, pair.verdict().id());
        insert.executeUpdate();
      }
    }
    changed(write);
    return new Judgement(number, kind, pairs, person, at, reason, null);
  }

  /// Takes a judgement back; false when it was already.
  public static boolean undo(Connection write, long number, Instant at) throws SQLException {
    long rows =
        Rows.update(
            write,
            """
            update ops.identity_judgement set undone_at = ?
            where number = ? and undone_at is null
            """,
            at,
            number);
    if (rows > 0) {
      changed(write);
    }
    return rows > 0;
  }

  private static void changed(Connection write) throws SQLException {
    Registries.changed(
        write,
        TABLE,
        """
        select count(*) || ':' || coalesce(max(number), 0) || ':' || count(undone_at) || ':'
          || coalesce(bit_xor(hash(number, undone_at)), 0)
        from ops.identity_judgement
        """);
  }

  public static Optional<Judgement> find(Connection read, long number) throws SQLException {
    return read(read, "where j.number = ?", Integer.MAX_VALUE, number).stream().findFirst();
  }

  /// The newest first.
  public static List<Judgement> latest(Connection read, int limit) throws SQLException {
    return read(read, "", limit);
  }

  /// Those in force that touch a record, newest first.
  public static List<Judgement> touching(Connection read, String record) throws SQLException {
    return read(
        read,
        """
        where j.undone_at is null and j.number in (select number from ops.identity_judged_pair
          where left_record = ? or right_record = ?)
        """,
        Integer.MAX_VALUE,
        record,
        record);
  }

  /// The pairs in force. Of two verdicts on one pair the later counts.
  public static List<Judgement.Pair> inForce(Connection read) throws SQLException {
    return Rows.list(
        read,
        IN_FORCE,
        row ->
            new Judgement.Pair(row.getString(1), row.getString(2), Verdict.of(row.getString(3))));
  }

  private static List<Judgement> read(
      Connection read, String where, int limit, @Nullable Object... parameters)
      throws SQLException {
    Map<Long, Judgement> found = new LinkedHashMap<>();
    Map<Long, List<Judgement.Pair>> pairs = new LinkedHashMap<>();
    Rows.list(
        read,
        """
        select j.number, j.kind, j.person, j.decided_at, j.reason, j.undone_at
        from ops.identity_judgement j
        """
            + where
            + " order by j.number desc limit "
            + limit,
        row ->
            found.put(
                row.getLong(1),
                new Judgement(
                    row.getLong(1),
                    Judgement.Kind.valueOf(row.getString(2)),
                    List.of(),
                    row.getString(3),
                    Objects.requireNonNull(Rows.instant(row, "decided_at")),
                    row.getString(5),
                    Rows.instant(row, "undone_at"))),
        parameters);
    if (found.isEmpty()) {
      return List.of();
    }
    long oldest = found.values().stream().mapToLong(Judgement::number).min().orElse(0);
    Rows.list(
        read,
        """
        select number, left_record, right_record, verdict from ops.identity_judged_pair
        where number >= ? order by number, left_record, right_record
        """,
        row ->
            pairs
                .computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                .add(
                    new Judgement.Pair(
                        row.getString(2), row.getString(3), Verdict.of(row.getString(4)))),
        oldest);
    return found.values().stream()
        .map(
            judgement ->
                new Judgement(
                    judgement.number(),
                    judgement.kind(),
                    pairs.getOrDefault(judgement.number(), List.of()),
                    judgement.person(),
                    judgement.decidedAt(),
                    judgement.reason(),
                    judgement.undoneAt()))
        .toList();
  }
}
