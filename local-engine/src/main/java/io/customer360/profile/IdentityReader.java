package io.customer360.profile;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Point;
import io.customer360.lakehouse.Sql;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The golden record with its provenance and the source records behind it.
final class IdentityReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("full_name", "Name"),
          Map.entry("first_name", "First name"),
          Map.entry("last_name", "Last name"),
          Map.entry("email", "E-mail"),
          Map.entry("phone", "Phone"),
          Map.entry("loyalty_id", "Loyalty id"),
          Map.entry("birth_date", "Born"),
          Map.entry("address", "Address"),
          Map.entry("postcode", "Postcode"),
          Map.entry("city", "City"),
          Map.entry("country", "Country"),
          Map.entry("zone", "Time zone"));
  private static final List<String> ORDER =
      List.of(
          "full_name",
          "first_name",
          "last_name",
          "email",
          "phone",
          "loyalty_id",
          "birth_date",
          "address",
          "postcode",
          "city",
          "country",
          "zone");

  private IdentityReader() {}

  static List<GoldenField> fields(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.golden_field")) {
      return List.of();
    }
    List<GoldenField> fields =
        Point.list(
            connection,
            """
            select field, value, source, rule, source_person_id, file, line, recorded_at,
              others::varchar as others, agreeing, considered, reliability
            from gold.golden_field where customer_id = ?
            """,
            row -> field(row, asOf),
            customerId);
    fields.sort((a, b) -> Integer.compare(place(a), place(b)));
    return fields;
  }

  private static int place(GoldenField field) {
    int place = ORDER.indexOf(field.field());
    return place < 0 ? ORDER.size() : place;
  }

  private static GoldenField field(ResultSet row, Instant asOf) throws SQLException {
    String field = row.getString("field");
    Instant recordedAt = Cells.time(row, "recorded_at");
    double freshness =
        recordedAt == null
            ? 0.5
            : Math.pow(
                0.5, Math.max(0, ChronoUnit.DAYS.between(recordedAt, asOf)) / FRESHNESS_HALF_LIFE);
    double agreement = row.getDouble("agreeing") / row.getDouble("considered");
    return new GoldenField(
        field,
        LABELS.getOrDefault(field, field),
        row.getString("value"),
        row.getString("source"),
        row.getString("rule"),
        Cells.text(row, "source_person_id"),
        Cells.text(row, "file"),
        Cells.whole(row, "line"),
        recordedAt,
        row.getDouble("reliability") * freshness * agreement,
        others(row.getString("others")));
  }

  /// Days after which a value counts half, as in the trust of the whole record.
  private static final double FRESHNESS_HALF_LIFE = 1095;

  private static List<GoldenField.Other> others(@Nullable String json) {
    if (json == null || json.equals("[]")) {
      return List.of();
    }
    try {
      List<GoldenField.Other> others = new ArrayList<>();
      for (JsonNode node : JSON.readTree(json)) {
        String recordedAt = node.path("recorded_at").textValue();
        others.add(
            new GoldenField.Other(
                node.path("value").asText(),
                node.path("source").asText(),
                recordedAt == null ? null : Instant.parse(recordedAt),
                node.path("reason").asText()));
      }
      return others;
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal(
          "C360-PRF-001", "The rejected values of a golden field cannot be read.", e);
    }
  }

  static List<SourceRecord> records(Connection connection, LakeTables tables, String customerId)
      throws SQLException {
    if (!tables.has("gold.identity_link", "silver.source_person")) {
      return List.of();
    }
    Map<String, Link> links = new TreeMap<>();
    Point.list(
        connection,
        "select source_person_id, rule, matched_with from gold.identity_link where customer_id = ?",
        row ->
            links.put(
                row.getString("source_person_id"),
                new Link(row.getString("rule"), Cells.text(row, "matched_with"))),
        customerId);
    if (links.isEmpty()) {
      return List.of();
    }
    List<SourceRecord> records = people(connection, links, links.keySet(), true);
    if (records.size() < links.size()) {
      records = people(connection, links, links.keySet(), false);
    }
    records.sort(Comparator.comparing(record -> record.matchedWith() != null));
    return records;
  }

  /// The database tells its row groups apart by the first eight letters of a text, which are the
  /// same in all ids of a source, `webshop:W701436`. The key behind the colon tells them apart.
  ///
  /// @param byKey whether to look only where that key can be, one record at a time
  private static List<SourceRecord> people(
      Connection connection, Map<String, Link> links, Set<String> ids, boolean byKey)
      throws SQLException {
    String people = "from silver.source_person where source_person_id ";
    String wanted =
        byKey && ids.size() <= FEW
            ? ids.stream()
                .map(id -> people + "= " + Sql.literal(id) + " and source_key = " + key(id))
                .collect(joining(" union all "))
            : people + ids.stream().map(Sql::literal).collect(joining(", ", "in (", ")"));
    return Point.list(
        connection,
        """
        select source_person_id, source, source_key,
          coalesce(nullif(trim(full_name), ''), nullif(concat_ws(' ', first_name, last_name), ''))
            as name,
          email, phone, created_at, updated_at, _file, _line
        from (%s)
        order by created_at nulls last, source_person_id
        """
            .formatted(wanted),
        row -> record(row, links));
  }

  private static String key(String id) {
    return Sql.literal(id.substring(id.indexOf(':') + 1));
  }

  /// Of more records than this, a look through the table finds all.
  private static final int FEW = 24;

  private record Link(String rule, @Nullable String matchedWith) {}

  private static SourceRecord record(ResultSet row, Map<String, Link> links) throws SQLException {
    Link link = Objects.requireNonNull(links.get(row.getString("source_person_id")));
    return new SourceRecord(
        row.getString("source_person_id"),
        row.getString("source"),
        row.getString("source_key"),
        Cells.text(row, "name"),
        Cells.text(row, "email"),
        Cells.text(row, "phone"),
        Cells.time(row, "created_at"),
        Cells.time(row, "updated_at"),
        link.rule(),
        link.matchedWith(),
        Cells.text(row, "_file"),
        Cells.whole(row, "_line"));
  }

  /// The id that a merged customer lives on under; the id itself when it was never given.
  static String surviving(Connection connection, LakeTables tables, String customerId)
      throws SQLException {
    if (!tables.has("ops.customer_registry", "gold.identity_link")) {
      return customerId;
    }
    return Point.list(
            connection,
            """
            select l.customer_id from gold.identity_link l
            join ops.customer_registry g on g.anchor = l.source_person_id
            where g.customer_id = ?
            """,
            row -> row.getString(1),
            customerId)
        .stream()
        .findFirst()
        .orElse(customerId);
  }

  static List<SegmentSince> segments(
      Connection connection, LakeTables tables, String customerId, LocalDate today)
      throws SQLException {
    if (!tables.has("gold.segment_member")) {
      return List.of();
    }
    return Point.list(
        connection,
        """
        select segment, since::date as since from gold.segment_member
        where customer_id = ? and (since is null or since::date <= ?)
        order by since desc nulls last, segment
        """,
        row -> new SegmentSince(row.getString("segment"), Cells.date(row, "since")),
        customerId,
        today);
  }
}
