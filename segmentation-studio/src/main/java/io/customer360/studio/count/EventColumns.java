package io.customer360.studio.count;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// When the events of one source happened, by customer and time, and how to bring their other
/// columns into that order.
///
/// @param seconds when, in seconds since 1970
/// @param whole whether every event happened on a whole second; else times are not exact
record EventColumns(EventOrder order, int[] seconds, boolean whole) {
  long bytes() {
    int[] rows = order.rows();
    return 4L * (seconds.length + order.starts().length + (rows == null ? 0 : rows.length));
  }

  static EventColumns read(
      Connection connection, EventSource source, Population population, Progress progress)
      throws SQLException, IOException {
    int most = (int) Rows.number(connection, "select count(*) from " + source.table());
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
          int at = state[0];
          sameRows(at + block.rows() <= most);
          boolean whole = true;
          for (int row = 0; row < block.rows(); row++, at++) {
            long key = block.whole(0, row);
            if (key != last) {
              last = key;
              customer = population.number(key);
            }
            long micros = block.whole(1, row);
            long second = Math.floorDiv(micros, 1_000_000L);
            whole &= second * 1_000_000L == micros && second == (int) second;
            customers[at] = customer;
            seconds[at] = (int) second;
          }
          state[0] = at;
          state[1] &= whole ? 1 : 0;
        });
    EventOrder order = EventOrder.of(customers, seconds, state[0], population.size());
    return new EventColumns(order, order.ordered(seconds), state[1] == 1);
  }

  /// Numbers of a field in the order of the events; NaN where not known.
  static double[] numbers(
      Connection connection, EventSource source, Field field, EventOrder order, Progress progress)
      throws SQLException, IOException {
    double[] values = new double[order.read()];
    int[] at = {0};
    boolean time = field.type() == FieldType.DATE || field.type() == FieldType.MOMENT;
    String number = time ? "epoch_us(" + field.sql() + "::timestamp)" : field.sql();
    Batches.read(
        connection,
        "select coalesce(" + number + "::double, 'nan'::double) " + from(source),
        progress,
        block -> {
          sameRows(at[0] + block.rows() <= values.length);
          for (int row = 0; row < block.rows(); row++) {
            values[at[0]++] = block.real(0, row);
          }
        });
    sameRows(at[0] == values.length);
    return order.ordered(values);
  }

  /// Texts of a field in the order of the events; empty when too many different ones.
  static Optional<TextColumn> texts(
      Connection connection, EventSource source, Field field, EventOrder order, Progress progress)
      throws SQLException, IOException {
    Optional<CustomerColumns.Dictionary> dictionary =
        CustomerColumns.Dictionary.read(
            connection, "select distinct " + field.sql() + " as v " + from(source));
    if (dictionary.isEmpty()) {
      return Optional.empty();
    }
    char[] codes = new char[order.read()];
    int[] at = {0};
    Map<Long, Character> byKey = dictionary.get().byKey();
    Batches.read(
        connection,
        "select coalesce(" + Population.KEY.formatted(field.sql()) + ", -1) " + from(source),
        progress,
        block -> {
          sameRows(at[0] + block.rows() <= codes.length);
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
    sameRows(at[0] == codes.length);
    return Optional.of(new TextColumn(order.ordered(codes), dictionary.get().codes()));
  }

  private static void sameRows(boolean same) {
    if (!same) {
      throw WorkbenchException.resource(
          "C360-SEG-041", "The data changed while counting. Count again.", null);
    }
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
