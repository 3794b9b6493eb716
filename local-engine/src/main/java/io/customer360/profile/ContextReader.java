package io.customer360.profile;

import io.customer360.job.Beside;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.profile.consent.ConsentReader;
import io.customer360.profile.lake.LakeTables;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.TimelineReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts a unified context together from point queries: the customer, its run of the timeline, and
/// the few rows of scores, consents and segments.
final class ContextReader {
  private final ZoneId zone;

  ContextReader(ZoneId zone) {
    this.zone = zone;
  }

  /// As of the data's today: what the gold tables hold. The events are read beside the rest.
  Optional<UnifiedContext> now(
      Lakehouse lakehouse, LakeTables.Known known, String customerId, Instant today) {
    return Beside.both(
        () -> lakehouse.read(c -> around(c, known.of(c), customerId, today)),
        () -> lakehouse.read(c -> lastEvents(c, known.of(c), customerId, today)),
        (around, events) ->
            around.map(
                found ->
                    found.customerId().equals(customerId)
                        ? found.with(events)
                        : found.with(
                            lakehouse.read(
                                c -> lastEvents(c, known.of(c), found.customerId(), today)))));
  }

  /// The context without its events.
  private Optional<UnifiedContext> around(
      Connection connection, LakeTables tables, String customerId, Instant today)
      throws SQLException {
    Optional<CustomerRow> found = customer(connection, tables, customerId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CustomerRow row = found.get();
    return Optional.of(
        new UnifiedContext(
            row.customerId(),
            today,
            new UnifiedContext.Person(
                row.fullName(),
                row.firstName(),
                row.city(),
                row.country(),
                row.zone(),
                row.email() != null,
                row.phone() != null,
                row.address() != null,
                row.customerSince()),
            statistics(row, today),
            List.of(),
            ScoreReader.scores(connection, tables, row.customerId(), today),
            ConsentReader.now(connection, tables, row.customerId()),
            IdentityReader.segments(connection, tables, row.customerId(), date(today)),
            row.trust()));
  }

  /// As it could have been known at an earlier moment. Lifecycle, value tier and trust are judged
  /// daily and not kept, so they are absent; the rest is recomputed from dated rows.
  Optional<UnifiedContext> at(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    Optional<CustomerRow> found = customer(connection, tables, customerId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String id = found.get().customerId();
    List<TimelineEntry> events = lastEvents(connection, tables, id, asOf);
    Instant known = PastReader.firstKnown(connection, tables, id);
    if (events.isEmpty() && (known == null || known.isAfter(asOf))) {
      return Optional.empty();
    }
    LocalDate since = found.get().customerSince();
    return Optional.of(
        new UnifiedContext(
            id,
            asOf,
            PastReader.person(
                IdentityReader.fields(connection, tables, id, asOf),
                since == null || since.isAfter(date(asOf)) ? null : since,
                asOf),
            PastReader.statistics(connection, tables, id, asOf),
            events,
            ScoreReader.scores(connection, tables, id, asOf),
            ConsentReader.at(connection, tables, id, asOf),
            IdentityReader.segments(connection, tables, id, date(asOf)),
            null));
  }

  static Optional<CustomerRow> customer(Connection connection, LakeTables tables, String customerId)
      throws SQLException {
    if (!tables.has("gold.customer")) {
      return Optional.empty();
    }
    Optional<CustomerRow> found = CustomerRow.read(connection, customerId);
    if (found.isPresent()) {
      return found;
    }
    String surviving = IdentityReader.surviving(connection, tables, customerId);
    return surviving.equals(customerId)
        ? Optional.empty()
        : CustomerRow.read(connection, surviving);
  }

  private static List<TimelineEntry> lastEvents(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.timeline")) {
      return List.of();
    }
    List<TimelineEntry> all = TimelineReader.all(connection, customerId, asOf);
    return List.copyOf(all.subList(Math.max(0, all.size() - UnifiedContext.EVENTS), all.size()));
  }

  private LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /// From date to date, which is how people count and how the lake's queries do.
  static @Nullable Integer daysBetween(@Nullable Instant then, Instant now) {
    return then == null
        ? null
        : (int)
            ChronoUnit.DAYS.between(
                LocalDate.ofInstant(then, ZoneOffset.UTC),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private static UnifiedContext.Statistics statistics(CustomerRow row, Instant today) {
    return new UnifiedContext.Statistics(
        row.lifecycle(),
        row.valueTier(),
        row.tier(),
        row.points(),
        row.pointsToNext(),
        row.pointsExpireOn(),
        row.orders(),
        row.orders12m(),
        row.revenue(),
        row.revenue12m(),
        row.margin(),
        row.margin12m(),
        row.firstOrderAt(),
        row.lastOrderAt(),
        daysBetween(row.lastOrderAt(), today),
        row.usualGapDays(),
        row.favouriteChannel(),
        row.favouriteCategory(),
        row.lateDeliveries60d(),
        row.openTickets(),
        row.lastRating(),
        row.lastEmailOpenAt());
  }
}
