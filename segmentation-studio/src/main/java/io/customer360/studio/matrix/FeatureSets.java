package io.customer360.studio.matrix;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Named sets of columns of `gold.feature`, one row a customer.
public final class FeatureSets {
  /// Columns that are not features.
  private static final List<String> KEYS = List.of("customer_id", "as_of");

  private static final Map<String, List<String>> SETS = sets();

  private FeatureSets() {}

  private static Map<String, List<String>> sets() {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    sets.put("rfm", List.of("recency_days", "orders_365d", "revenue_365d"));
    sets.put(
        "behaviour",
        List.of(
            "recency_days",
            "orders_365d",
            "revenue_365d",
            "margin_365d",
            "tenure_days",
            "categories_365d",
            "discount_share",
            "return_share",
            "online_share",
            "email_open_decay",
            "visits_30d",
            "tickets_90d"));
    sets.put(
        "engagement",
        List.of(
            "emails_90d",
            "email_opens_90d",
            "email_open_decay",
            "days_since_open",
            "sms_clicks_90d",
            "visits_30d"));
    sets.put("all", List.of());
    return sets;
  }

  /// The sets' names, in order.
  public static List<String> names() {
    return List.copyOf(SETS.keySet());
  }

  /// Reads a set, or the named columns of `gold.feature` when `columns` is not empty.
  ///
  /// @throws WorkbenchException `C360-CLU-010` when there is no such set or no features yet
  public static LoadedMatrix read(
      Lakehouse lakehouse, String set, List<String> columns, Progress progress) {
    return read(lakehouse, set, columns, null, progress);
  }

  /// The same for some customers.
  ///
  /// @param members a statement that gives their ids; null: everybody
  public static LoadedMatrix read(
      Lakehouse lakehouse,
      String set,
      List<String> columns,
      @Nullable String members,
      Progress progress) {
    List<String> ofSet = SETS.get(set);
    if (ofSet == null) {
      throw WorkbenchException.user(
          "C360-CLU-010",
          "There is no feature set " + set + ". There are: " + String.join(", ", names()) + ".");
    }
    String source = "feature set " + set;
    return lakehouse.read(
        progress,
        connection -> {
          List<ColumnChoice.Described> table = new ArrayList<>();
          try (Statement statement = connection.createStatement()) {
            try (ResultSet described = statement.executeQuery("describe gold.feature")) {
              while (described.next()) {
                String name = described.getString(1);
                if (!KEYS.contains(name)) {
                  table.add(new ColumnChoice.Described(name, described.getString(2)));
                }
              }
            } catch (SQLException e) {
              throw WorkbenchException.user(
                  "C360-CLU-010", "This workspace has no features yet; run: workbench refresh");
            }
            ColumnChoice asked =
                ColumnChoice.of(
                    source, table, columns.isEmpty() ? ofSet : columns, null, column -> "");
            ColumnChoice choice =
                new ColumnChoice(asked.features(), "customer_id", asked.leftOut(), asked.named());
            StringBuilder select = new StringBuilder("select ");
            for (String feature : choice.features()) {
              select.append("cast(").append(Sql.identifier(feature)).append(" as double), ");
            }
            select.append("customer_id from gold.feature");
            if (members != null) {
              select.append(" where customer_id in (").append(members).append(")");
            }
            // A refresh leaves the table in this order already: sorting it again costs more than
            // reading it.
            ColumnCollector stored =
                collect(statement, source, choice, select.toString(), progress);
            return stored.ascending()
                ? stored.finish()
                : collect(statement, source, choice, select + " order by customer_id", progress)
                    .finish();
          }
        });
  }

  private static ColumnCollector collect(
      Statement statement, String source, ColumnChoice choice, String sql, Progress progress)
      throws SQLException {
    ColumnCollector collector = new ColumnCollector(source, choice);
    try (ResultSet result = statement.executeQuery(sql)) {
      collector.readAll(result, progress);
    }
    return collector;
  }
}
