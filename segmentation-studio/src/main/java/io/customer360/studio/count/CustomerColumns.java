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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One value per customer, by number, read from the lake.
final class CustomerColumns {
  private final Population population;
  private final Instant asOf;

  CustomerColumns(Population population, Instant asOf) {
    this.population = population;
    this.asOf = asOf;
  }

  /// Reads several fields in one pass over the customers.
  ///
  /// @return for each field numbers as `double[]`: days and moments as microseconds, yes and no as
  ///     1 and 0, NaN where not known; or a [TextColumn]; a field with too many different texts to
  ///     number is left out
  Map<Field, Object> read(Connection connection, List<Field> fields, Progress progress)
      throws SQLException, IOException {
    Map<Field, Object> made = new LinkedHashMap<>();
    List<Filling> fillings = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder("select " + Population.KEY.formatted("c.customer_id") + " as k");
    StringBuilder read = new StringBuilder();
    for (Field field : fields) {
      Filling filling = filling(connection, field, made);
      if (filling != null) {
        fillings.add(filling);
        String value = AsOfText.filled(filling.sql(), asOf);
        sql.append(", ").append(value);
        read.append(value).append(' ');
      }
    }
    if (fillings.isEmpty()) {
      return made;
    }
    Batches.read(
        connection,
        sql + " " + from(read.toString()),
        progress,
        block -> {
          int[] numbers = new int[block.rows()];
          for (int row = 0; row < numbers.length; row++) {
            numbers[row] = population.number(block.whole(0, row));
          }
          for (int i = 0; i < fillings.size(); i++) {
            fillings.get(i).taker().take(block, i + 1, numbers);
          }
        });
    return made;
  }

  /// A column of the query and where it goes.
  private record Filling(String sql, Taker taker) {}

  /// Takes one column of a block.
  @FunctionalInterface
  private interface Taker {
    void take(Batches.Block block, int column, int[] customers);
  }

  private @Nullable Filling filling(Connection connection, Field field, Map<Field, Object> made)
      throws SQLException {
    if (field.type() != FieldType.TEXT) {
      double[] values = new double[population.size()];
      Arrays.fill(values, Double.NaN);
      made.put(field, values);
      boolean time = field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
      String number = time ? "epoch_us((" + field.sql() + ")::timestamp)" : field.sql();
      return new Filling(
          "coalesce((" + number + ")::double, 'nan'::double)",
          (block, column, customers) -> {
            for (int row = 0; row < customers.length; row++) {
              if (customers[row] >= 0) {
                values[customers[row]] = block.real(column, row);
              }
            }
          });
    }
    String sql = AsOfText.filled(field.sql(), asOf);
    Dictionary dictionary =
        Dictionary.read(connection, "select distinct " + sql + " as v " + from(sql)).orElse(null);
    if (dictionary == null) {
      return null;
    }
    char[] codes = new char[population.size()];
    made.put(field, new TextColumn(codes, dictionary.codes()));
    Map<Long, Character> byKey = dictionary.byKey();
    return new Filling(
        "coalesce(" + Population.KEY.formatted(field.sql()) + ", -1)",
        (block, column, customers) -> {
          long last = -1;
          char code = 0;
          for (int row = 0; row < customers.length; row++) {
            long key = block.whole(column, row);
            if (key != last) {
              last = key;
              code = key < 0 ? 0 : byKey.getOrDefault(key, (char) 0);
            }
            if (customers[row] >= 0) {
              codes[customers[row]] = code;
            }
          }
        });
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
