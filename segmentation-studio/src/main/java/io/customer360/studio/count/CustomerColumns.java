package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.sql.AsOfText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One value per customer, by number: read from the lake when first asked for.
final class CustomerColumns {
  private final Population population;
  private final Instant asOf;

  CustomerColumns(Population population, Instant asOf) {
    this.population = population;
    this.asOf = asOf;
  }

  /// Numbers; days and moments as microseconds, yes and no as 1 and 0, NaN where not known.
  double[] numbers(Connection connection, Field field, Progress progress)
      throws SQLException, IOException {
    double[] values = new double[population.size()];
    Arrays.fill(values, Double.NaN);
    boolean time = field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
    String number = time ? "epoch_us((" + field.sql() + ")::timestamp)" : field.sql();
    read(
        connection,
        "coalesce((" + number + ")::double, 'nan'::double)",
        progress,
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            int customer = population.number(block.whole(0, row));
            if (customer >= 0) {
              values[customer] = block.real(1, row);
            }
          }
        });
    return values;
  }

  /// Texts, empty when there are too many different ones to number.
  Optional<TextColumn> texts(Connection connection, Field field, Progress progress)
      throws SQLException, IOException {
    String sql = AsOfText.filled(field.sql(), asOf);
    Optional<Dictionary> dictionary =
        Dictionary.read(connection, "select distinct " + sql + " as v " + from(sql));
    if (dictionary.isEmpty()) {
      return Optional.empty();
    }
    char[] codes = new char[population.size()];
    Map<Long, Character> byKey = dictionary.get().byKey();
    read(
        connection,
        "coalesce(" + Population.KEY.formatted(field.sql()) + ", -1)",
        progress,
        block -> {
          long last = -1;
          char code = 0;
          for (int row = 0; row < block.rows(); row++) {
            long key = block.whole(1, row);
            if (key != last) {
              last = key;
              code = key < 0 ? 0 : byKey.getOrDefault(key, (char) 0);
            }
            int customer = population.number(block.whole(0, row));
            if (customer >= 0) {
              codes[customer] = code;
            }
          }
        });
    return Optional.of(new TextColumn(codes, dictionary.get().codes()));
  }

  private void read(Connection connection, String value, Progress progress, Batches.Taker taker)
      throws SQLException, IOException {
    String sql = AsOfText.filled(value, asOf);
    Batches.read(
        connection,
        "select " + Population.KEY.formatted("c.customer_id") + ", " + sql + " " + from(sql),
        progress,
        taker);
  }

  /// Only the tables the expression reads.
  private static String from(String sql) {
    List<String> joins = new ArrayList<>();
    joins.add("from gold.customer c");
    if (sql.contains("f.")) {
      joins.add("left join gold.feature f on f.customer_id = c.customer_id");
    }
    for (String model : List.of("churn", "propensity")) {
      if (sql.contains(model + ".score")) {
        joins.add(
            "left join gold.score %1$s on %1$s.customer_id = c.customer_id and %1$s.model = '%1$s'"
                .formatted(model));
      }
    }
    return String.join(" ", joins);
  }

  /// The different texts of a column.
  record Dictionary(Map<String, Character> codes, Map<Long, Character> byKey) {
    static Optional<Dictionary> read(Connection connection, String distinct) throws SQLException {
      Map<String, Character> codes = new HashMap<>();
      Map<Long, Character> byKey = new HashMap<>();
      List<Boolean> read =
          Rows.list(
              connection,
              "select v, "
                  + Population.KEY.formatted("v")
                  + " from ("
                  + distinct
                  + ") where v is not null order by v limit "
                  + (TextColumn.MOST + 1),
              row -> {
                char code = (char) (codes.size() + 1);
                codes.put(row.getString(1), code);
                byKey.put(row.getLong(2), code);
                return true;
              });
      return read.size() > TextColumn.MOST
          ? Optional.empty()
          : Optional.of(new Dictionary(codes, byKey));
    }
  }
}
