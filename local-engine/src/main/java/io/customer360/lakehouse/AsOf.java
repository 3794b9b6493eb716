package io.customer360.lakehouse;

import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What "today" is for the data: the day of its latest record; where nothing in it has a date, the
/// day the last file came; in an empty lake the day it is.
final class AsOf {
  private static final String KEY = "latest_record";

  /// The moments that say when something happened; later ones, such as a promised delivery, do not
  /// make it later.
  private static final Map<String, String> HAPPENED =
      Map.of(
          "transaction", "ordered_at",
          "event", "occurred_at",
          "engagement", "occurred_at",
          "service_ticket", "opened_at",
          "loyalty_movement", "moved_at",
          "consent", "recorded_at");

  private final Workspace workspace;
  private volatile @Nullable Found found;

  AsOf(Workspace workspace) {
    this.workspace = workspace;
  }

  Instant read(Connection connection) throws SQLException {
    String clock = workspace.settings().clock();
    if (!clock.equals("data")) {
      // The system's hour, not its millisecond: a refresh right after a refresh finds all current.
      return workspace
          .settings()
          .fixedClock()
          .orElseGet(() -> workspace.clock().instant().truncatedTo(ChronoUnit.HOURS));
    }
    Instant latest = latest(connection);
    ZoneId zone = workspace.settings().zoneId();
    Instant moment = latest == null ? workspace.clock().instant() : latest;
    return moment
        .atZone(zone)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(zone)
        .toInstant()
        .minusSeconds(1);
  }

  /// The latest record of bronze. Looking through all of it takes a while, so the answer is kept
  /// with the fingerprint of bronze it was found under: here, and by a refresh in the lake.
  private @Nullable Instant latest(Connection connection) throws SQLException {
    String bronze = bronze(connection);
    Found known = found;
    if (known == null || !known.bronze().equals(bronze)) {
      List<Found> kept =
          Rows.list(
              connection,
              "select value from ops.lake_state where key = ?",
              row -> Found.parse(row.getString(1)),
              KEY);
      known = kept.stream().filter(one -> one.bronze().equals(bronze)).findFirst().orElse(null);
      if (known == null) {
        known = new Found(bronze, scan(connection));
      }
      found = known;
    }
    return known.latest();
  }

  /// Keeps the latest record for the next opening.
  void store(Connection connection) throws SQLException {
    Found known = found;
    if (known != null) {
      Rows.update(connection, "delete from ops.lake_state where key = ?", KEY);
      Rows.update(
          connection, "insert into ops.lake_state (key, value) values (?, ?)", KEY, known.text());
    }
  }

  private static String bronze(Connection connection) throws SQLException {
    Fingerprint print = new Fingerprint();
    LakeState.read(connection)
        .given()
        .forEach(
            (name, value) -> {
              if (name.startsWith("bronze.")) {
                print.add(name).add(value);
              }
            });
    return print.text();
  }

  private record Found(String bronze, @Nullable Instant latest) {
    String text() {
      return bronze + " " + (latest == null ? "" : latest);
    }

    static Found parse(String text) {
      int space = text.indexOf(' ');
      String at = text.substring(space + 1);
      return new Found(text.substring(0, space), at.isEmpty() ? null : Instant.parse(at));
    }
  }

  private static @Nullable Instant scan(Connection connection) throws SQLException {
    String each =
        HAPPENED.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    "select max("
                        + Sql.identifier(entry.getValue())
                        + ") as moment from bronze."
                        + Sql.identifier(entry.getKey()))
            .collect(Collectors.joining(" union all "));
    List<Instant> found =
        Rows.list(
            connection,
            "select max(moment) as latest from (" + each + ") having max(moment) is not null",
            row -> Objects.requireNonNull(Rows.instant(row, "latest")));
    return found.isEmpty() ? received(connection) : found.getFirst();
  }

  /// Of a lake without anything that happened: when the last file came.
  private static @Nullable Instant received(Connection connection) throws SQLException {
    boolean known =
        Rows.number(
                connection,
                """
                select count(*) from information_schema.columns
                where table_catalog = current_database() and table_schema = 'ops'
                  and table_name = 'landing' and column_name = 'received_at'""")
            > 0;
    if (!known) {
      return null;
    }
    List<Instant> last =
        Rows.list(
            connection,
            "select max(received_at) as latest from ops.landing having max(received_at) is not null",
            row -> Objects.requireNonNull(Rows.instant(row, "latest")));
    return last.isEmpty() ? null : last.getFirst();
  }
}
