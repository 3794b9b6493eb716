package io.customer360.profile;

import io.customer360.job.Beside;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Point;
import io.customer360.profile.consent.ConsentMatrix;
import io.customer360.profile.consent.ConsentReader;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads everything the profile screen shows but the timeline.
final class ProfileReader {
  private static final String CHURN = "churn";

  private final ZoneId zone;

  ProfileReader(ZoneId zone) {
    this.zone = zone;
  }

  private record Found(LakeTables tables, CustomerRow row) {}

  /// The tabs are read beside the rest: neither needs the other.
  Optional<Profile> read(
      Lakehouse lakehouse, LakeTables.Known known, String customerId, Instant today) {
    return lakehouse
        .read(
            connection -> {
              LakeTables tables = known.of(connection);
              return ContextReader.customer(connection, tables, customerId)
                  .map(row -> new Found(tables, row));
            })
        .map(
            found ->
                Beside.both(
                    () -> lakehouse.read(c -> head(c, found.tables(), found.row(), today)),
                    () -> lakehouse.read(c -> tabs(c, found)),
                    Function::apply));
  }

  private static List<DomainView> tabs(Connection connection, Found found) throws SQLException {
    List<DomainView> tabs = new ArrayList<>();
    for (DomainTable table : Domains.BESIDE_IDENTITY) {
      tabs.add(table.read(connection, found.tables(), found.row().customerId()));
    }
    return tabs;
  }

  /// The profile, but for the tabs beside Identity.
  private Function<List<DomainView>, Profile> head(
      Connection connection, LakeTables tables, CustomerRow row, Instant today)
      throws SQLException {
    String id = row.customerId();
    List<ScoreView> scores = ScoreReader.views(connection, tables, id, today);
    List<GoldenField> golden = IdentityReader.fields(connection, tables, id, today);
    List<SourceRecord> records = IdentityReader.records(connection, tables, id);
    List<SegmentSince> segments =
        IdentityReader.segments(connection, tables, id, today.atZone(zone).toLocalDate());
    ProfileStats stats = stats(connection, tables, row, scores, today);
    ConsentMatrix consents =
        ConsentReader.matrix(ConsentReader.now(connection, tables, id), row.sourceRecords());
    List<DecisionNote> notes = DecisionNotes.read(connection, tables, id, today);
    return tabs -> {
      List<DomainView> domains = new ArrayList<>();
      domains.add(identity(row, records));
      domains.addAll(tabs);
      return new Profile(
          header(row, segments.size()),
          stats,
          row.trust(),
          domains,
          scores,
          golden,
          sources(records),
          records,
          consents,
          segments,
          notes,
          today);
    };
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
