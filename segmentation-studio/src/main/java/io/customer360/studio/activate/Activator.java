package io.customer360.studio.activate;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.CanonicalJson;
import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.outbox.NewIntent;
import io.customer360.outbox.Outbox;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.sql.AsOfText;
import io.customer360.studio.sql.RuleSql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Pushes a segment's people to a destination: members are written, consent is checked for each
/// person and channel, the rows go to the outbox and the counts to the audit log, all or nothing.
/// The outbox checks consent, caps and quiet hours again when it sends.
public final class Activator {
  private static final String MAY = "";

  private final SegmentStudio studio;
  private final Lakehouse lakehouse;
  private final Outbox outbox;
  private final AuditLog audit;
  private final SensitiveFields sensitive;
  private final Clock clock;

  public Activator(
      SegmentStudio studio,
      Lakehouse lakehouse,
      Outbox outbox,
      AuditLog audit,
      SensitiveFields sensitive,
      Clock clock) {
    this.studio = studio;
    this.lakehouse = lakehouse;
    this.outbox = outbox;
    this.audit = audit;
    this.sensitive = sensitive;
    this.clock = clock;
  }

  /// A member and whether it may be addressed.
  private record Candidate(
      String customerId, String refusal, Map<String, @Nullable Object> fields, String address) {}

  /// Counts who may be addressed, and writes nothing but the members.
  public ActivationReport preview(
      SegmentDefinition segment, ActivationOrder order, Progress progress) {
    checked(segment, order);
    studio.materialize(segment, progress);
    return reach(segment, order, progress);
  }

  /// As [#preview] of members that were written before; writes nothing at all.
  public ActivationReport reach(
      SegmentDefinition segment, ActivationOrder order, Progress progress) {
    checked(segment, order);
    return lakehouse.read(
        progress, connection -> report(segment, order, candidates(connection, segment, order), 0));
  }

  /// Queues everybody who may be addressed.
  ///
  /// @throws WorkbenchException when governance refuses a field, before anything is written
  public ActivationReport activate(
      SegmentDefinition segment, ActivationOrder order, Person by, Progress progress) {
    checked(segment, order);
    studio.materialize(segment, progress);
    progress.stage("Queue " + segment.title());
    Instant now = clock.instant();
    return lakehouse.write(
        connection -> {
          List<Candidate> candidates = candidates(connection, segment, order);
          List<NewIntent> intents = new ArrayList<>();
          for (Candidate candidate : candidates) {
            if (candidate.refusal().equals(MAY)) {
              intents.add(intent(segment, order, candidate, by, now));
            }
          }
          outbox.enqueueAll(connection, intents);
          ActivationReport report = report(segment, order, candidates, intents.size());
          audit.append(connection, event(report, by, now));
          return report;
        });
  }

  private void checked(SegmentDefinition segment, ActivationOrder order) {
    sensitive.checkColumns(order.columns());
    sensitive.checkRule(studio.expanded(studio.rule(segment)));
  }

  private List<Candidate> candidates(
      Connection connection, SegmentDefinition segment, ActivationOrder order) throws SQLException {
    FieldCatalog catalog = FieldCatalog.read(connection);
    StringBuilder fields = new StringBuilder();
    List<Rule> used = new ArrayList<>();
    for (String column : order.columns()) {
      Field field =
          catalog
              .find(column)
              .orElseThrow(
                  () ->
                      WorkbenchException.user(
                          "C360-SEG-066", "There is no field " + column + " to send along."));
      fields.append(", ").append(field.sql()).append(" as ").append(column);
      used.add(new Rule.Attribute(column, Comparison.of(Operator.KNOWN)));
    }
    String from = new RuleSql(catalog, ZoneOffset.UTC).from(used.toArray(Rule[]::new));
    String sql =
        "select c.customer_id as id_, cast(c."
            + order.addressField()
            + " as varchar) as address_, k.status as consent_, o.idempotency_key as queued_"
            + fields
            + "\n"
            + from
            + "\njoin gold.segment_member m on m.customer_id = c.customer_id and m.segment = "
            + Sql.literal(segment.id())
            + "\nleft join gold.consent k on k.customer_id = c.customer_id and k.purpose = "
            + Sql.literal(order.purpose())
            + " and k.channel = "
            + Sql.literal(order.consentChannel())
            + "\nleft join ops.outbox o on o.idempotency_key = "
            + Sql.literal(key(segment, order, ""))
            + " || c.customer_id\norder by c.customer_id";
    return Rows.list(
        connection,
        AsOfText.filled(sql, lakehouse.asOf()),
        row -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          for (String column : order.columns()) {
            Object value = row.getObject(column);
            values.put(column, value == null ? null : value.toString());
          }
          String address = row.getString("address_");
          return new Candidate(
              row.getString("id_"),
              refusal(order, row.getString("consent_"), address, row.getString("queued_")),
              values,
              address == null ? "" : address);
        });
  }

  private static String refusal(
      ActivationOrder order,
      @Nullable String consent,
      @Nullable String address,
      @Nullable String queued) {
    String about = order.purpose() + " by " + order.channel();
    if (consent == null) {
      return "never asked about " + about;
    }
    if (!consent.equals("yes")) {
      return "refused " + about;
    }
    if (address == null || address.isBlank()) {
      return "no " + order.addressField() + " known";
    }
    return queued == null ? MAY : "queued before for this version";
  }

  private static String key(SegmentDefinition segment, ActivationOrder order, String customer) {
    return "seg_"
        + segment.id()
        + "_"
        + segment.version()
        + "_"
        + order.target()
        + "_"
        + order.channel()
        + "_"
        + customer;
  }

  private static NewIntent intent(
      SegmentDefinition segment,
      ActivationOrder order,
      Candidate candidate,
      Person by,
      Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("segment", segment.id());
    data.put("segment_title", segment.title());
    data.put("segment_version", segment.version());
    data.put("customer_id", candidate.customerId());
    data.put("channel", order.channel());
    data.put("purpose", order.purpose());
    data.put("to", candidate.address());
    Map<String, Object> fields = new LinkedHashMap<>();
    candidate.fields().forEach((name, value) -> fields.put(name, value == null ? "" : value));
    data.put("fields", fields);
    data.put("activated_by", by.id());
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("type", "segment.activated");
    payload.put("timestamp", now.toString());
    payload.put("data", data);
    return new NewIntent(
        key(segment, order, candidate.customerId()),
        "segment-" + segment.id() + "-" + segment.version(),
        candidate.customerId(),
        "segment-" + segment.id(),
        "marketing",
        order.channel(),
        order.purpose(),
        "segmentation",
        order.target(),
        CanonicalJson.of((Object) payload),
        BigDecimal.ZERO,
        now,
        now,
        now.plus(Duration.ofDays(order.days())));
  }

  private static ActivationReport report(
      SegmentDefinition segment, ActivationOrder order, List<Candidate> candidates, long queued) {
    Map<String, Long> refused = new TreeMap<>();
    long allowed = 0;
    for (Candidate candidate : candidates) {
      if (candidate.refusal().equals(MAY)) {
        allowed++;
      } else {
        refused.merge(candidate.refusal(), 1L, Long::sum);
      }
    }
    return new ActivationReport(
        segment.id(),
        segment.version(),
        order.target(),
        order.channel(),
        order.purpose(),
        candidates.size(),
        allowed,
        queued,
        refused);
  }

  private static AuditEvent event(ActivationReport report, Person by, Instant now) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("version", report.version());
    detail.put("target", report.target());
    detail.put("channel", report.channel());
    detail.put("purpose", report.purpose());
    detail.put("members", report.members());
    detail.put("queued", report.queued());
    detail.put("refused", report.refused());
    return new AuditEvent(AuditTypes.SEGMENT_ACTIVATED, now, by.id(), report.segment(), detail);
  }
}
