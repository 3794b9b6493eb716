package io.customer360.profile;

import io.customer360.lakehouse.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads everything the profile screen shows but the timeline.
final class ProfileReader {
  private static final String CHURN = "churn";

  private final ZoneId zone;

  ProfileReader(ZoneId zone) {
    this.zone = zone;
  }

  Optional<Profile> read(Connection connection, LakeTables tables, String customerId, Instant today)
      throws SQLException {
    Optional<CustomerRow> found = ContextReader.customer(connection, tables, customerId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CustomerRow row = found.get();
    String id = row.customerId();
    List<ScoreView> scores = ScoreReader.views(connection, tables, id, today);
    List<GoldenField> golden = IdentityReader.fields(connection, tables, id, today);
    List<SourceRecord> records = IdentityReader.records(connection, tables, id);
    List<SegmentSince> segments =
        IdentityReader.segments(connection, tables, id, today.atZone(zone).toLocalDate());
    List<DomainView> domains = new ArrayList<>();
    domains.add(identity(row, records));
    for (DomainTable table : Domains.BESIDE_IDENTITY) {
      domains.add(table.read(connection, tables, id));
    }
    return Optional.of(
        new Profile(
            header(row, segments.size()),
            stats(connection, tables, row, scores, today),
            row.trust(),
            domains,
            scores,
            golden,
            sources(records),
            records,
            ConsentReader.matrix(ConsentReader.now(connection, tables, id), row.sourceRecords()),
            segments,
            DecisionNotes.read(connection, tables, id, today),
            today));
  }

  private static ProfileHeader header(CustomerRow row, int segments) {
    return new ProfileHeader(
        row.customerId(),
        row.shownName(),
        row.initials(),
        row.email(),
        row.phone(),
        row.city(),
        row.country(),
        row.zone(),
        row.lifecycle(),
        row.valueTier(),
        row.tier(),
        row.customerSince(),
        row.sourceRecords(),
        segments);
  }

  private ProfileStats stats(
      Connection connection,
      LakeTables tables,
      CustomerRow row,
      List<ScoreView> scores,
      Instant today)
      throws SQLException {
    Double churn =
        scores.stream()
            .filter(score -> score.model().equals(CHURN))
            .map(ScoreView::score)
            .findFirst()
            .orElse(null);
    Before before = before(connection, tables, row.customerId(), today);
    BigDecimal atRisk =
        churn == null
            ? null
            : row.margin12m()
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(churn))
                .setScale(2, RoundingMode.HALF_EVEN);
    return new ProfileStats(
        churn,
        before == null ? null : before.score(),
        before == null ? null : before.on(),
        row.revenue12m(),
        row.margin12m(),
        atRisk,
        row.lastOrderAt(),
        ContextReader.daysBetween(row.lastOrderAt(), today),
        row.usualGapDays());
  }

  private record Before(double score, @Nullable LocalDate on) {}

  /// The churn risk of about a month ago, where the lake keeps earlier scores.
  private static @Nullable Before before(
      Connection connection, LakeTables tables, String customerId, Instant today)
      throws SQLException {
    if (!tables.has("gold.score_history")) {
      return null;
    }
    List<Before> rows =
        Point.list(
            connection,
            """
            select score, as_of::date as day from gold.score_history
            where customer_id = ? and model = 'churn'
              and as_of::timestamp <= ?::timestamp - interval 25 day
            order by as_of desc limit 1
            """,
            row -> new Before(row.getDouble("score"), Cells.date(row, "day")),
            customerId,
            today);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  private static List<Profile.SourceCount> sources(List<SourceRecord> records) {
    Map<String, Integer> counts = new TreeMap<>();
    for (SourceRecord record : records) {
      counts.merge(record.source(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(entry -> new Profile.SourceCount(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static DomainView identity(CustomerRow row, List<SourceRecord> records) {
    List<DomainView.Row> rows = new ArrayList<>();
    for (SourceRecord record : records) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(record.source());
      cells.add(record.sourceKey());
      cells.add(record.name());
      cells.add(record.email());
      cells.add(record.phone());
      cells.add(record.rule());
      cells.add(record.matchedWith());
      cells.add(record.updatedAt() != null ? record.updatedAt() : record.createdAt());
      rows.add(new DomainView.Row(cells));
    }
    List<DomainView.Fact> facts = new ArrayList<>();
    facts.add(new DomainView.Fact("Name", row.fullName(), ValueKind.TEXT));
    facts.add(new DomainView.Fact("E-mail", row.email(), ValueKind.TEXT));
    facts.add(new DomainView.Fact("Phone", row.phone(), ValueKind.TEXT));
    facts.add(new DomainView.Fact("Address", address(row), ValueKind.TEXT));
    facts.add(new DomainView.Fact("Born", row.birthDate(), ValueKind.DATE));
    facts.add(new DomainView.Fact("Customer since", row.customerSince(), ValueKind.DATE));
    return new DomainView(
        Domain.IDENTITY,
        records.size(),
        facts,
        DomainTable.columns(
            "Source",
            ValueKind.TEXT,
            "Key",
            ValueKind.TEXT,
            "Name",
            ValueKind.TEXT,
            "E-mail",
            ValueKind.TEXT,
            "Phone",
            ValueKind.TEXT,
            "Attached by",
            ValueKind.TEXT,
            "Matched with",
            ValueKind.TEXT,
            "Updated",
            ValueKind.TIME),
        rows);
  }

  private static @Nullable String address(CustomerRow row) {
    StringBuilder text = new StringBuilder();
    for (String part : new @Nullable String[] {row.address(), row.city(), row.postcode()}) {
      if (part != null) {
        text.append(text.isEmpty() ? "" : ", ").append(part);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }
}
