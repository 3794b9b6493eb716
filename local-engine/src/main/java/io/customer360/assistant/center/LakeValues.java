package io.customer360.assistant.center;

import io.customer360.assistant.semantic.Values;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The values the data has, read once.
public final class LakeValues implements Values {
  private static final int MOST = 2_000;
  private static final Map<String, String> QUERIES = queries();

  private final Map<String, List<String>> values;

  private LakeValues(Map<String, List<String>> values) {
    this.values = values;
  }

  private static Map<String, String> queries() {
    Map<String, String> q = new LinkedHashMap<>();
    q.put("city", grouped("city", "gold.customer"));
    q.put("country", grouped("country", "gold.customer"));
    q.put("category", grouped("category", "gold.order_line"));
    q.put("product", grouped("product_name", "gold.order_line"));
    q.put("batch", grouped("batch", "gold.order_line"));
    q.put("promotion", grouped("promotion", "gold.order_line"));
    q.put("carrier", grouped("carrier", "gold.shipment"));
    q.put("campaign", grouped("campaign", "gold.engagement"));
    q.put("topic", grouped("topic", "gold.service_ticket"));
    q.put("store", grouped("name", "silver.store"));
    q.put("recalled_batch", grouped("recalled_batch", "silver.product"));
    q.put("action", grouped("action_id", "ops.proposal"));
    return q;
  }

  private static String grouped(String column, String table) {
    return "select "
        + column
        + " from "
        + table
        + " where "
        + column
        + " is not null and "
        + column
        + " <> '' group by 1 order by count(*) desc, 1 limit "
        + MOST;
  }

  public static LakeValues read(Lakehouse lakehouse) {
    return lakehouse.read(
        connection -> {
          Map<String, List<String>> found = new LinkedHashMap<>();
          for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            found.put(query.getKey(), list(connection, query.getValue()));
          }
          return new LakeValues(found);
        });
  }

  private static List<String> list(Connection connection, String sql) throws SQLException {
    String table = sql.substring(sql.indexOf(" from ") + 6).split(" ")[0];
    String[] name = table.split("\\.");
    long exists =
        Rows.number(
            connection,
            "select count(*) from information_schema.tables where table_schema = ? and table_name ="
                + " ?",
            name[0],
            name[1]);
    return exists == 0 ? List.of() : Rows.list(connection, sql, row -> row.getString(1));
  }

  @Override
  public List<String> of(String dimension) {
    return values.getOrDefault(dimension, List.of());
  }
}
