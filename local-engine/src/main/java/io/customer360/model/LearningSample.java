package io.customer360.model;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureMatrix;
import io.customer360.feature.FeatureSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Customers to learn from. All of them where they are few; otherwise a fixed share, chosen by a
/// hash of customer and seed, whose rows are copied once so that past days are cheap to compute.
final class LearningSample implements AutoCloseable {
  /// More customers teach a linear model nothing it can show.
  static final int MAX_CUSTOMERS = 20_000;

  private static final List<String> TABLES =
      List.of(
          "orders",
          "order_line",
          "shipment",
          "engagement",
          "service_ticket",
          "session",
          "loyalty_movement",
          "customer");
  private static final String LABEL = "label";

  private final Connection connection;
  private final boolean copied;
  private final long seed;
  private final FeatureSql features = FeatureSql.load();
  private final List<String> columns;
  private final Map<String, Integer> groups = new HashMap<>();
  private final Map<String, Table> snapshots = new HashMap<>();

  private LearningSample(Connection connection, boolean copied, long seed, FeatureCatalog catalog) {
    this.connection = connection;
    this.copied = copied;
    this.seed = seed;
    this.columns = catalog.columns();
  }

  static LearningSample take(
      Connection connection, FeatureCatalog catalog, long seed, int maxCustomers)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long customers = 0;
      try (ResultSet count = statement.executeQuery("select count(*) from gold.customer")) {
        if (count.next()) {
          customers = count.getLong(1);
        }
      }
      if (customers <= maxCustomers) {
        return new LearningSample(connection, false, seed, catalog);
      }
      statement.execute(
          "create or replace temp table learning_sample as select customer_id from gold.customer"
              + " order by md5(customer_id || ':"
              + seed
              + "'), customer_id limit "
              + maxCustomers);
      for (String table : TABLES) {
        statement.execute(
            "create or replace temp table "
                + table
                + " as select * from gold."
                + table
                + " where customer_id in (select customer_id from temp.learning_sample)");
      }
      return new LearningSample(connection, true, seed, catalog);
    }
  }

  /// When the first order was placed.
  Optional<Instant> firstOrder() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select min(ordered_at) from gold.orders where customer_id is not null")) {
      return result.next()
          ? Optional.ofNullable(result.getObject(1, LocalDateTime.class))
              .map(moment -> moment.toInstant(ZoneOffset.UTC))
          : Optional.empty();
    }
  }

  /// The customers a model is asked about on a day, with what they did after it.
  Table on(Instant day, ModelKind kind) throws SQLException {
    String key = kind.id() + "@" + day;
    Table known = snapshots.get(key);
    if (known == null) {
      known = compute(day, kind);
      snapshots.put(key, known);
    }
    return known;
  }

  /// Several days of one model, one below the other.
  Table stack(List<Instant> days, ModelKind kind) throws SQLException {
    List<Table> tables = new ArrayList<>();
    int rows = 0;
    for (Instant day : days) {
      Table table = on(day, kind);
      tables.add(table);
      rows += table.rows();
    }
    int[] allGroups = new int[rows];
    boolean[] allLabels = new boolean[rows];
    double[][] allValues = new double[columns.size()][rows];
    int at = 0;
    for (Table table : tables) {
      System.arraycopy(table.groups(), 0, allGroups, at, table.rows());
      System.arraycopy(table.labels(), 0, allLabels, at, table.rows());
      for (int c = 0; c < allValues.length; c++) {
        System.arraycopy(table.values()[c], 0, allValues[c], at, table.rows());
      }
      at += table.rows();
    }
    return new Table(allGroups, columns.toArray(String[]::new), allValues, allLabels);
  }

  private Table compute(Instant day, ModelKind kind) throws SQLException {
    String schema = copied ? "temp" : "gold";
    String until = FeatureSql.literal(day) + " + interval " + kind.horizonDays() + " day";
    String sql =
        "with snapshot as ("
            + features.on(day, schema)
            + "), bought as (select distinct customer_id from "
            + schema
            + ".orders where not is_return and ordered_at > "
            + FeatureSql.literal(day)
            + " and ordered_at <= "
            + until
            + ") select snapshot.customer_id, "
            + String.join(", ", columns.stream().map(c -> "snapshot." + c).toList())
            + ", (bought.customer_id is not null)::int::double as "
            + LABEL
            + " from snapshot left join bought using (customer_id)"
            + (kind.activeOnly() ? " where snapshot.orders_365d > 0" : "")
            + " order by md5(snapshot.customer_id || ':"
            + seed
            + "'), snapshot.customer_id";
    List<String> read = new ArrayList<>(columns);
    read.add(LABEL);
    FeatureMatrix matrix = FeatureMatrix.read(connection, sql, read);
    int[] rowGroups = new int[matrix.rows()];
    boolean[] labels = new boolean[matrix.rows()];
    double[] bought = matrix.column(LABEL);
    for (int i = 0; i < labels.length; i++) {
      rowGroups[i] = groups.computeIfAbsent(matrix.ids()[i], id -> groups.size());
      labels[i] = kind == ModelKind.CHURN ? bought[i] == 0 : bought[i] == 1;
    }
    double[][] values = new double[columns.size()][];
    for (int c = 0; c < values.length; c++) {
      values[c] = matrix.values()[c];
    }
    return new Table(rowGroups, columns.toArray(String[]::new), values, labels);
  }

  @Override
  public void close() throws SQLException {
    if (!copied) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("drop table if exists temp." + table);
      }
      statement.execute("drop table if exists temp.learning_sample");
    }
  }
}
