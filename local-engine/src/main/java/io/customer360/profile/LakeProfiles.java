package io.customer360.profile;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Point;
import io.customer360.lakehouse.Sql;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
import io.customer360.profile.search.Highlights;
import io.customer360.profile.search.SearchIndex;
import io.customer360.profile.search.Span;
import io.customer360.profile.timeline.JourneyStage;
import io.customer360.profile.timeline.Journeys;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.TimelineFilter;
import io.customer360.profile.timeline.TimelineReader;
import io.customer360.profile.timeline.WeekCount;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Profiles read from the lake. The search index lives in memory; the first search builds it, and
/// a search after the data changed uses the old one while a new one is built beside it.
public final class LakeProfiles implements Profiles {
  private final Lakehouse lakehouse;
  private final ZoneId zone;
  private final ProfileReader profiles;
  private final ContextReader contexts;
  private final LiveIndex index;
  private final NeighbourLists neighbourLists;
  private final LakeTables.Known known = new LakeTables.Known();

  /// `zone` is where the company thinks of days and weeks.
  public LakeProfiles(Lakehouse lakehouse, ZoneId zone) {
    this.lakehouse = lakehouse;
    this.zone = zone;
    this.profiles = new ProfileReader(zone);
    this.contexts = new ContextReader(zone);
    this.index = new LiveIndex(lakehouse);
    this.neighbourLists = new NeighbourLists(lakehouse);
  }

  @Override
  public List<ProfileHit> search(String text, int limit) {
    List<SearchIndex.Found> found = index.current().search(text, limit);
    if (found.isEmpty()) {
      return List.of();
    }
    return lakehouse.read(connection -> hits(connection, text.strip(), found));
  }

  private record Shown(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String postcode,
      @Nullable String city,
      @Nullable String lifecycle,
      @Nullable String valueTier) {}

  private static List<ProfileHit> hits(
      Connection connection, String query, List<SearchIndex.Found> found) throws SQLException {
    Map<String, Shown> shown =
        shown(
            connection,
            found.stream().map(one -> id(one.number())).toList(),
            found.stream().map(SearchIndex.Found::field).collect(toSet()));
    List<ProfileHit> hits = new ArrayList<>();
    for (SearchIndex.Found one : found) {
      String id = id(one.number());
      Shown person = shown.get(id);
      if (person != null) {
        hits.add(hit(id, query, one, person));
      }
    }
    return hits;
  }

  @Override
  public List<ProfileHit> people(List<String> customerIds) {
    if (customerIds.isEmpty()) {
      return List.of();
    }
    return lakehouse.read(
        connection -> {
          Map<String, Shown> shown = shown(connection, customerIds, Set.of());
          List<ProfileHit> people = new ArrayList<>();
          for (String id : customerIds) {
            Shown person = shown.get(id);
            if (person != null) {
              people.add(person(id, person));
            }
          }
          return people;
        });
  }

  private static ProfileHit person(String id, Shown person) {
    String handle = person.name() != null ? person.name() : person.email();
    String name = handle == null ? id : handle;
    return new ProfileHit(
        id,
        name,
        person.email(),
        person.city(),
        person.lifecycle(),
        person.valueTier(),
        List.of(new ProfileHit.Highlight("name", name, List.of())),
        1);
  }

  /// @param fields by which they were found: phones and postcodes are read only to be highlighted
  private static Map<String, Shown> shown(
      Connection connection, List<String> ids, Set<String> fields) throws SQLException {
    Map<String, Shown> shown = new TreeMap<>();
    // The database looks only where one of these ids can be; of a join it knows the first and the
    // last, and reads all that lies between.
    Point.list(
        connection,
        """
        select customer_id, full_name, email, %s as phone, %s as postcode, city, lifecycle, value_tier
        from gold.customer where customer_id in (%s)
        """
            .formatted(
                fields.contains("phone") ? "phone" : "null",
                fields.contains("postcode") ? "postcode" : "null",
                ids.stream().map(Sql::literal).collect(joining(", "))),
        row ->
            shown.put(
                row.getString("customer_id"),
                new Shown(
                    Cells.text(row, "full_name"),
                    Cells.text(row, "email"),
                    Cells.text(row, "phone"),
                    Cells.text(row, "postcode"),
                    Cells.text(row, "city"),
                    Cells.text(row, "lifecycle"),
                    Cells.text(row, "value_tier"))));
    return shown;
  }

  private static ProfileHit hit(String id, String query, SearchIndex.Found found, Shown person) {
    String name = person.name() != null ? person.name() : person.email();
    String shownName = name == null ? id : name;
    List<ProfileHit.Highlight> highlights = new ArrayList<>();
    highlights.add(new ProfileHit.Highlight("name", shownName, Highlights.name(query, shownName)));
    String text =
        switch (found.field()) {
          case "e-mail" -> person.email();
          case "phone" -> person.phone();
          case "postcode" -> person.postcode();
          case "id" -> id;
          default -> null;
        };
    if (text != null) {
      List<Span> spans =
          switch (found.field()) {
            case "phone" -> Highlights.phone(query, text);
            case "id" -> Highlights.id(query, text);
            default -> Highlights.beginning(query, text);
          };
      highlights.add(new ProfileHit.Highlight(found.field(), text, spans));
    }
    return new ProfileHit(
        id,
        shownName,
        person.email(),
        person.city(),
        person.lifecycle(),
        person.valueTier(),
        highlights,
        found.score());
  }

  static String id(int number) {
    return String.format(Locale.ROOT, "C-%06d", number);
  }

  @Override
  public void prepareSearch() {
    index.refresh();
  }

  @Override
  public Optional<Profile> profile(String customerId) {
    return profiles.read(lakehouse, known, customerId, lakehouse.asOf());
  }

  @Override
  public List<TimelineEntry> timeline(String customerId, TimelineFilter filter, int limit) {
    return TimelineReader.filtered(events(customerId), filter, limit);
  }

  @Override
  public List<WeekCount> weeks(String customerId) {
    return TimelineReader.weeks(events(customerId), lakehouse.asOf(), zone);
  }

  @Override
  public List<JourneyStage> journey(String customerId) {
    Instant today = lakehouse.asOf();
    Instant from = TimelineReader.firstWeek(today, zone).atStartOfDay(zone).toInstant();
    return lakehouse.read(
        connection ->
            tables(connection).has("gold.orders")
                ? Journeys.stages(orders(connection, customerId, today), from, today)
                : List.of());
  }

  private static List<Instant> orders(Connection connection, String customerId, Instant today)
      throws SQLException {
    return Point.list(
        connection,
        """
        select ordered_at from gold.orders
        where customer_id = ? and not is_return and ordered_at <= ? order by ordered_at
        """,
        row -> Objects.requireNonNull(Cells.time(row, "ordered_at")),
        customerId,
        today);
  }

  @Override
  public List<ScorePoint> scoreHistory(String customerId) {
    return lakehouse.read(
        connection -> ScoreReader.history(connection, tables(connection), customerId));
  }

  private List<TimelineEntry> events(String customerId) {
    Instant today = lakehouse.asOf();
    return lakehouse.read(
        connection -> {
          LakeTables tables = tables(connection);
          if (!tables.has("gold.timeline")) {
            return List.of();
          }
          List<TimelineEntry> events = TimelineReader.all(connection, customerId, today);
          events.addAll(DecisionNotes.events(connection, tables, customerId, today));
          events.sort(TimelineReader::order);
          return events;
        });
  }

  private LakeTables tables(Connection connection) throws SQLException {
    return known.of(connection);
  }

  @Override
  public Optional<UnifiedContext> context(String customerId) {
    return contexts.now(lakehouse, known, customerId, lakehouse.asOf());
  }

  @Override
  public Optional<UnifiedContext> context(String customerId, Instant asOf) {
    return asOf.isBefore(lakehouse.asOf())
        ? lakehouse.read(
            connection -> contexts.at(connection, tables(connection), customerId, asOf))
        : context(customerId);
  }

  @Override
  public Optional<Neighbours> neighbours(String customerId) {
    return neighbourLists.of(customerId);
  }

  @Override
  public void close() {
    index.close();
  }
}
