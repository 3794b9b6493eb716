package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// One row per event in arrays: whose, when in seconds since 1970, and the fields asked for so far.
/// The lake keeps its events sorted by customer, and so are these where it does.
///
/// @param customers numbers of the customers
/// @param seconds when
/// @param whole whether every event happened on a whole second; else times are not exact
record EventColumns(int[] customers, int[] seconds, boolean whole) {
  int rows() {
    return customers.length;
  }

  static EventColumns read(
      Connection connection, EventSource source, Population population, Progress progress)
      throws SQLException, IOException {
    int most = (int) Rows.number(connection, "select count(*) " + from(source));
    int[] customers = new int[most];
    int[] seconds = new int[most];
    int[] state = {0, 1};
    Batches.read(
        connection,
        "select "
            + Population.KEY.formatted("customer_id")
            + ", epoch_us("
            + source.time()
            + ") "
            + from(source),
        progress,
        block -> {
          long last = -1;
          int customer = -1;
          for (int row = 0; row < block.rows(); row++) {
            long key = block.whole(0, row);
            if (key != last) {
              last = key;
              customer = population.number(key);
            }
            long micros = block.whole(1, row);
            long second = Math.floorDiv(micros, 1_000_000L);
            if (second * 1_000_000L != micros || second != (int) second) {
              state[1] = 0;
            }
            customers[state[0]] = customer;
            seconds[state[0]] = (int) second;
            state[0]++;
          }
        });
    return new EventColumns(
        Arrays.copyOf(customers, state[0]), Arrays.copyOf(seconds, state[0]), state[1] == 1);
  }

  /// Numbers of a field, row by row as the events; NaN where not known.
  static double[] numbers(
      Connection connection, EventSource source, Field field, int rows, Progress progress)
      throws SQLException, IOException {
    double[] values = new double[rows];
    int[] at = {0};
    boolean time = field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
    String number = time ? "epoch_us(" + field.sql() + "::timestamp)" : field.sql();
    Batches.read(
        connection,
        "select coalesce(" + number + "::double, 'nan'::double) " + from(source),
        progress,
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            values[at[0]++] = block.real(0, row);
          }
        });
    return values;
  }

  /// Texts of a field, row by row as the events; empty when too many different ones.
  static Optional<TextColumn> texts(
      Connection connection, EventSource source, Field field, int rows, Progress progress)
      throws SQLException, IOException {
    Optional<CustomerColumns.Dictionary> dictionary =
        CustomerColumns.Dictionary.read(
            connection, "select distinct " + field.sql() + " as v " + from(source));
    if (dictionary.isEmpty()) {
      return Optional.empty();
    }
    char[] codes = new char[rows];
    int[] at = {0};
    Map<Long, Character> byKey = dictionary.get().byKey();
    Batches.read(
        connection,
        "select coalesce(" + Population.KEY.formatted(field.sql()) + ", -1) " + from(source),
        progress,
        block -> {
          long last = -1;
          char code = 0;
          for (int row = 0; row < block.rows(); row++) {
            long key = block.whole(0, row);
            if (key != last) {
              last = key;
              code = key < 0 ? 0 : byKey.getOrDefault(key, (char) 0);
            }
            codes[at[0]++] = code;
          }
        });
    return Optional.of(new TextColumn(codes, dictionary.get().codes()));
  }

  private static String from(EventSource source) {
    String only =
        source.only().isEmpty() ? "" : " and " + (source.flagged() ? "" : "not ") + source.only();
    return "from "
        + source.table()
        + " where customer_id is not null and "
        + source.time()
        + " is not null"
        + only;
  }
}
