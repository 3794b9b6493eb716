package io.customer360.studio.count;

import io.customer360.lakehouse.Rows;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Evaluates rules the slow way, customer by customer and event by event, to compare with.
public final class BruteForce {
  private static final Instant TODAY = SmallLake.AS_OF;

  private final List<Map<String, @Nullable Object>> customers;
  private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();

  public BruteForce(Connection c) throws SQLException {
    customers =
        read(
            c,
            """
            select c.*, f.recency_ratio, s.score as churn_risk,
              nullif(regexp_extract(upper(postcode), '^[A-Z]{1,2}'), '') as postcode_area
            from gold.customer c left join gold.feature f using (customer_id)
            left join gold.score s on s.customer_id = c.customer_id and s.model = 'churn'""");
    for (String table : List.of("orders", "engagement", "service_ticket", "consent")) {
      tables.put(table, read(c, "from gold." + table));
    }
  }

  private static List<Map<String, @Nullable Object>> read(Connection c, String sql)
      throws SQLException {
    return Rows.list(
        c,
        sql,
        (ResultSet row) -> {
          ResultSetMetaData meta = row.getMetaData();
          Map<String, @Nullable Object> one = new HashMap<>();
          for (int i = 1; i <= meta.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof java.sql.Timestamp at) {
              value = at.toLocalDateTime().toInstant(ZoneOffset.UTC);
            } else if (value instanceof LocalDateTime at) {
              value = at.toInstant(ZoneOffset.UTC);
            }
            one.put(meta.getColumnLabel(i), value);
          }
          return one;
        });
  }

  public TreeSet<String> members(Rule rule) {
    TreeSet<String> ids = new TreeSet<>();
    for (Map<String, @Nullable Object> customer : customers) {
      if (holds(rule, customer)) {
        ids.add(String.valueOf(customer.get("customer_id")));
      }
    }
    return ids;
  }

  private boolean holds(Rule rule, Map<String, @Nullable Object> customer) {
    return switch (rule) {
      case Rule.Off off -> true;
      case Rule.Group group -> group(group, customer);
      case Rule.Attribute attribute ->
          holds(value(customer, attribute.field()), attribute.comparison(), customer);
      case Rule.Consent consent -> consent(consent, customer);
      case Rule.Behaviour behaviour -> behaviour(behaviour, customer);
      case Rule.Sequence sequence -> sequence(sequence, customer);
      case Rule.Membership membership -> throw new IllegalArgumentException("not here");
      case Rule.Expression expression -> throw new IllegalArgumentException("not here");
    };
  }

  private static boolean works(Rule rule) {
    return switch (rule) {
      case Rule.Off off -> false;
      case Rule.Group group -> group.rules().stream().anyMatch(BruteForce::works);
      default -> true;
    };
  }

  private boolean group(Rule.Group group, Map<String, @Nullable Object> customer) {
    List<Rule> rules = group.rules().stream().filter(BruteForce::works).toList();
    return rules.isEmpty()
        || switch (group.combination()) {
          case ALL -> rules.stream().allMatch(rule -> holds(rule, customer));
          case ANY -> rules.stream().anyMatch(rule -> holds(rule, customer));
          case NONE -> rules.stream().noneMatch(rule -> holds(rule, customer));
        };
  }

  private static @Nullable Object value(Map<String, @Nullable Object> customer, String field) {
    return switch (field) {
      case "quiet_days" -> customer.get("last_order_at") instanceof Instant at ? days(at) : null;
      case "age" ->
          customer.get("birth_date") instanceof LocalDate born
              ? (long) Period.between(born, LocalDate.ofInstant(TODAY, ZoneOffset.UTC)).getYears()
              : null;
      default -> customer.get(field);
    };
  }

  /// Whole days up to today; what lies ahead counts back, to zero.
  private static long days(Instant at) {
    return Duration.between(at, TODAY).toDays();
  }

  private static boolean holds(
      @Nullable Object value, Comparison comparison, Map<String, @Nullable Object> customer) {
    if (value == null) {
      return comparison.operator() == io.customer360.studio.rule.Operator.UNKNOWN;
    }
    List<Value> values = comparison.values();
    return switch (comparison.operator()) {
      case KNOWN -> true;
      case UNKNOWN -> false;
      case IS -> values.stream().anyMatch(one -> compare(value, one, customer) == 0);
      case IS_NOT -> values.stream().noneMatch(one -> compare(value, one, customer) == 0);
      case AT_LEAST -> compare(value, values.getFirst(), customer) >= 0;
      case MORE_THAN ->
          compare(value, values.getFirst(), customer) > 0 && comparable(values, customer);
      case AT_MOST ->
          compare(value, values.getFirst(), customer) <= 0 && comparable(values, customer);
      case LESS_THAN ->
          compare(value, values.getFirst(), customer) < 0 && comparable(values, customer);
      case BETWEEN ->
          compare(value, values.getFirst(), customer) >= 0
              && compare(value, values.getLast(), customer) <= 0;
      case CONTAINS -> folded(value).contains(folded(values.getFirst()));
      case STARTS_WITH -> folded(value).startsWith(folded(values.getFirst()));
    };
  }

  private static boolean comparable(List<Value> values, Map<String, @Nullable Object> customer) {
    return !(values.getFirst() instanceof Value.Multiple m) || customer.get(m.field()) != null;
  }

  private static String folded(Object value) {
    return (value instanceof Value.Text text ? text.text() : value.toString())
        .toLowerCase(Locale.ROOT);
  }

  private static int compare(Object value, Value with, Map<String, @Nullable Object> customer) {
    return switch (with) {
      case Value.Text text -> value.toString().compareTo(text.text());
      case Value.Number number -> new BigDecimal(value.toString()).compareTo(number.number());
      case Value.Truth truth -> value.equals(truth.truth()) ? 0 : 1;
      case Value.Day day ->
          value instanceof LocalDate date
              ? date.compareTo(day.day())
              : ((Instant) value).compareTo(day.day().atStartOfDay(SmallLake.ZONE).toInstant());
      case Value.DaysAgo ago ->
          ((Instant) value).compareTo(TODAY.minus(Duration.ofDays(ago.days())));
      case Value.Multiple multiple -> {
        Object other = customer.get(multiple.field());
        yield other == null
            ? -1
            : Double.compare(
                Double.parseDouble(value.toString()),
                multiple.factor().doubleValue() * Double.parseDouble(other.toString()));
      }
    };
  }

  private boolean consent(Rule.Consent consent, Map<String, @Nullable Object> customer) {
    boolean any = false;
    for (Map<String, @Nullable Object> row : of("consent", customer)) {
      boolean about =
          consent.purpose().equals(row.get("purpose"))
              && (consent.channel() == null || consent.channel().equals(row.get("channel")));
      any |=
          about
              && (consent.status() == ConsentStatus.NOT_ASKED
                  || consent.status().key().equals(row.get("status")));
    }
    return any != (consent.status() == ConsentStatus.NOT_ASKED);
  }

  private List<Map<String, @Nullable Object>> of(
      String table, Map<String, @Nullable Object> customer) {
    return tables.get(table).stream()
        .filter(row -> Objects.equals(row.get("customer_id"), customer.get("customer_id")))
        .toList();
  }

  private record Event(Instant at, Map<String, @Nullable Object> row) {}

  private List<Event> events(
      Occurrence occurrence, Map<String, @Nullable Object> customer, int ended) {
    String table =
        switch (occurrence.events()) {
          case "orders", "returns" -> "orders";
          case "messages" -> "engagement";
          default -> "service_ticket";
        };
    String time =
        switch (table) {
          case "orders" -> "ordered_at";
          case "engagement" -> "occurred_at";
          default -> "opened_at";
        };
    List<Event> found = new ArrayList<>();
    for (Map<String, @Nullable Object> row : of(table, customer)) {
      boolean kind =
          !table.equals("orders")
              || row.get("is_return").equals(occurrence.events().equals("returns"));
      boolean details =
          occurrence.details().stream()
              .allMatch(detail -> holds(row.get(detail.field()), detail.comparison(), row));
      if (kind
          && details
          && row.get(time) instanceof Instant at
          && within(occurrence.window(), at)
          && !at.isAfter(TODAY.minus(Duration.ofDays(ended)))) {
        found.add(new Event(at, row));
      }
    }
    return found;
  }

  private static boolean within(Window window, Instant at) {
    return switch (window) {
      case Window.Anytime any -> true;
      case Window.LastDays last -> at.isAfter(TODAY.minus(Duration.ofDays(last.days())));
      case Window.Before before -> !at.isAfter(TODAY.minus(Duration.ofDays(before.days())));
      case Window.Since since -> !at.atZone(SmallLake.ZONE).toLocalDate().isBefore(since.from());
      case Window.Between between -> {
        LocalDate day = at.atZone(SmallLake.ZONE).toLocalDate();
        yield !day.isBefore(between.from()) && !day.isAfter(between.to());
      }
    };
  }

  private boolean behaviour(Rule.Behaviour rule, Map<String, @Nullable Object> customer) {
    List<Event> events = events(rule.occurrence(), customer, 0);
    List<BigDecimal> values = new ArrayList<>();
    for (Event event : events) {
      Object value = event.row().get(rule.measure().field());
      if (value != null) {
        values.add(new BigDecimal(value.toString()));
      }
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Object made =
        switch (rule.measure().kind()) {
          case COUNT -> (long) events.size();
          case SUM -> sum;
          case AVERAGE -> values.isEmpty() ? null : sum.doubleValue() / values.size();
          case LARGEST -> values.stream().max(BigDecimal::compareTo).orElse(null);
          case SMALLEST -> values.stream().min(BigDecimal::compareTo).orElse(null);
          case DAYS_SINCE_LAST ->
              events.stream()
                  .map(Event::at)
                  .max(Instant::compareTo)
                  .map(BruteForce::days)
                  .orElse(null);
          case DAYS_SINCE_FIRST ->
              events.stream()
                  .map(Event::at)
                  .min(Instant::compareTo)
                  .map(BruteForce::days)
                  .orElse(null);
        };
    return holds(made, rule.comparison(), customer);
  }

  private boolean sequence(Rule.Sequence rule, Map<String, @Nullable Object> customer) {
    List<Event> answers = events(rule.then(), customer, 0);
    for (Event start : events(rule.first(), customer, rule.followed() ? 0 : rule.withinDays())) {
      Instant last = start.at().plus(Duration.ofDays(rule.withinDays()));
      boolean answered =
          answers.stream().anyMatch(one -> one.at().isAfter(start.at()) && !one.at().isAfter(last));
      if (answered == rule.followed()) {
        return true;
      }
    }
    return false;
  }
}
