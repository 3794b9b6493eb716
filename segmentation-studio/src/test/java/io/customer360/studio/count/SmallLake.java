package io.customer360.studio.count;

import io.customer360.decision.DecisionDesk;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/// A lake of a few hundred customers with what makes counting hard: values that are not known,
/// events of nobody, events on the very edge of a window, several at one moment, none at all.
public final class SmallLake implements AutoCloseable {
  public static final Instant AS_OF = Instant.parse("2026-06-20T22:59:59Z");
  public static final ZoneId ZONE = ZoneId.of("Europe/London");
  public static final List<String> CITIES = List.of("Leeds", "York", "O'Neill's", "Bath");

  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final SplittableRandom random;
  private final Map<String, StringJoiner> rows = new LinkedHashMap<>();

  private SmallLake(Workspace workspace, Lakehouse lakehouse, long seed) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.random = new SplittableRandom(seed);
  }

  public static SmallLake make(Path folder, int customers, long seed) {
    Workspace workspace =
        Workspace.create(
            folder.resolve("small.c360"),
            WorkspaceSettings.of("small", "GBP", ZONE.getId(), "fixed:" + AS_OF));
    Lakehouse lakehouse =
        Lakehouse.open(workspace, new LakehouseParts(List.of(), DecisionDesk.schemas(), List.of()));
    SmallLake lake = new SmallLake(workspace, lakehouse, seed);
    lakehouse.write(
        connection -> {
          lake.fill(connection, customers);
          return true;
        });
    return lake;
  }

  public Lakehouse lakehouse() {
    return lakehouse;
  }

  public Workspace workspace() {
    return workspace;
  }

  private void fill(Connection c, int customers) throws Exception {
    Rows.run(
        c,
        """
        create table gold.customer (customer_id varchar, full_name varchar, city varchar,
          postcode varchar, country varchar, tier varchar, lifecycle varchar, value_tier varchar,
          birth_date date, orders bigint, revenue_12m decimal(14,2), margin_12m decimal(14,2),
          usual_gap_days double, last_order_at timestamp, open_tickets integer, email varchar)""");
    Rows.run(c, "create table gold.feature (customer_id varchar, recency_ratio double)");
    Rows.run(c, "create table gold.score (customer_id varchar, model varchar, score double)");
    Rows.run(
        c,
        """
        create table gold.consent (customer_id varchar, purpose varchar, channel varchar,
          status varchar, recorded_at timestamp, source varchar, records integer)""");
    Rows.run(
        c,
        """
        create table gold.orders (order_id varchar, customer_id varchar, ordered_at timestamp,
          channel varchar, revenue decimal(14,2), items bigint, late_days integer,
          has_recalled boolean, is_return boolean)""");
    Rows.run(
        c,
        """
        create table gold.engagement (customer_id varchar, occurred_at timestamp, channel varchar,
          kind varchar, campaign varchar)""");
    Rows.run(
        c,
        """
        create table gold.service_ticket (customer_id varchar, opened_at timestamp,
          topic varchar, channel varchar, rating integer, sentiment double)""");
    Rows.run(
        c,
        """
        create table gold.segment_member
          (customer_id varchar, segment varchar, title varchar, since timestamp)""");
    for (int i = 0; i < customers; i++) {
      customer("C-%04d".formatted(i));
    }
    for (int i = 0; i < customers / 4; i++) {
      order(null, i);
    }
    for (Map.Entry<String, StringJoiner> table : rows.entrySet()) {
      Rows.run(c, "insert into gold." + table.getKey() + " values " + table.getValue());
    }
    rows.clear();
  }

  /// Rows are written table by table at the end: a statement each would take seconds.
  private void insert(String table, @org.jspecify.annotations.Nullable Object... values) {
    StringJoiner row = new StringJoiner(", ", "(", ")");
    for (Object value : values) {
      row.add(
          switch (value) {
            case null -> "null";
            case LocalDateTime at -> "timestamp '" + at + "'";
            case String text -> Sql.literal(text);
            default -> value.toString();
          });
    }
    rows.computeIfAbsent(table, name -> new StringJoiner(", ")).add(row.toString());
  }

  private void customer(String id) {
    insert(
        "customer",
        id,
        "Person " + id,
        pick(CITIES),
        maybe() ? null : (random.nextBoolean() ? "LS1 4AB" : "YO2 1XY"),
        "GB",
        pick(List.of("Gold", "Silver", "Bronze")),
        pick(List.of("active", "at-risk", "churned")),
        pick(List.of("high", "mid", "low")),
        maybe()
            ? null
            : "19%02d-0%d-1%d"
                .formatted(40 + random.nextInt(60), 1 + random.nextInt(9), random.nextInt(9)),
        random.nextInt(9),
        maybe() ? null : random.nextInt(40) * 25,
        maybe() ? null : random.nextInt(4000) / 100.0,
        maybe() ? null : random.nextInt(60) / 2.0,
        maybe() ? null : moment(),
        maybe() ? null : random.nextInt(3),
        maybe() ? null : id.toLowerCase(java.util.Locale.ROOT) + "@example.org");
    if (!maybe()) {
      insert("feature", id, random.nextInt(30) / 10.0);
    }
    for (String model : List.of("churn", "propensity")) {
      if (!maybe()) {
        insert("score", id, model, random.nextInt(11) / 10.0);
      }
    }
    for (String channel : List.of("email", "sms")) {
      if (random.nextInt(3) > 0) {
        insert(
            "consent",
            id,
            "marketing",
            channel,
            random.nextBoolean() ? "yes" : "no",
            null,
            null,
            1);
      }
    }
    int orders = random.nextInt(6);
    for (int i = 0; i < orders; i++) {
      order(id, i);
    }
    int messages = random.nextInt(8);
    for (int i = 0; i < messages; i++) {
      insert(
          "engagement",
          id,
          moment(),
          pick(List.of("email", "sms")),
          pick(List.of("sent", "opened", "clicked")),
          pick(List.of("Autumn", "Winter")));
    }
    if (random.nextInt(3) == 0) {
      insert(
          "service_ticket",
          id,
          moment(),
          pick(List.of("delivery", "returns")),
          "phone",
          maybe() ? null : 1 + random.nextInt(5),
          random.nextInt(21) / 10.0 - 1);
    }
  }

  private void order(@org.jspecify.annotations.Nullable String customer, int i) {
    insert(
        "orders",
        "O-" + customer + i,
        customer,
        moment(),
        pick(List.of("web", "store")),
        random.nextInt(5) * 50,
        1 + random.nextInt(4),
        maybe() ? null : random.nextInt(3),
        maybe() ? null : random.nextBoolean(),
        random.nextInt(5) == 0);
  }

  private boolean maybe() {
    return random.nextInt(6) == 0;
  }

  private @org.jspecify.annotations.Nullable String pick(List<String> values) {
    int at = random.nextInt(values.size() + 1);
    return at == values.size() ? null : values.get(at);
  }

  /// Often on the very edge of a day before today, or later than today.
  private LocalDateTime moment() {
    LocalDateTime today = LocalDateTime.ofInstant(AS_OF, ZoneOffset.UTC);
    int days = random.nextInt(-2, 40);
    int seconds = random.nextInt(4) == 0 ? 0 : random.nextInt(-2, 3) * random.nextInt(40_000);
    return today.minusDays(days).plusSeconds(seconds);
  }

  @Override
  public void close() {
    lakehouse.close();
    workspace.close();
  }
}
