package io.customer360.studio.count;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/// The columns of one snapshot, read when first asked for and kept within a budget of memory. One
/// thread at a time.
final class Columns {
  private final Lakehouse lakehouse;
  private final Population population;
  private final CustomerColumns customers;
  private final ColumnCache cache;

  Columns(Lakehouse lakehouse, Population population, Instant asOf, long budget) {
    this.lakehouse = lakehouse;
    this.population = population;
    this.customers = new CustomerColumns(population, asOf);
    this.cache = new ColumnCache(budget);
  }

  Population population() {
    return population;
  }

  long bytes() {
    return cache.bytes();
  }

  private record Key(String table, String column, boolean text) {}

  private record TooMany() {}

  /// Reads a column on a connection.
  @FunctionalInterface
  private interface Reader<T> {
    T read(Connection connection) throws Exception;
  }

  private <T> T kept(
      Key key,
      Class<T> type,
      Progress progress,
      java.util.function.ToLongFunction<T> size,
      Reader<T> reader) {
    Object have = cache.get(key);
    if (type.isInstance(have)) {
      return type.cast(have);
    }
    T read = lakehouse.read(progress, reader::read);
    cache.put(key, read, size.applyAsLong(read));
    return read;
  }

  double[] numbers(Field field, Progress progress) {
    return kept(
        new Key("", field.name(), false),
        double[].class,
        progress,
        values -> values.length * 8L,
        connection -> customers.numbers(connection, field, progress));
  }

  /// Empty when there are too many different texts.
  Optional<TextColumn> texts(Field field, Progress progress) {
    Key key = new Key("", field.name(), true);
    if (cache.get(key) instanceof TooMany) {
      return Optional.empty();
    }
    return optional(key, progress, connection -> customers.texts(connection, field, progress));
  }

  private Optional<TextColumn> optional(
      Key key, Progress progress, Reader<Optional<TextColumn>> reader) {
    if (cache.get(key) instanceof TextColumn column) {
      return Optional.of(column);
    }
    Optional<TextColumn> read = lakehouse.read(progress, reader::read);
    if (read.isPresent()) {
      cache.put(key, read.get(), read.get().codes().length * 2L);
    } else {
      cache.put(key, new TooMany(), 0);
    }
    return read;
  }

  EventColumns events(EventSource source, Progress progress) {
    return kept(
        new Key(source.name(), "", false),
        EventColumns.class,
        progress,
        events -> events.rows() * 8L,
        connection -> EventColumns.read(connection, source, population, progress));
  }

  double[] numbers(EventSource source, Field field, Progress progress) {
    int rows = events(source, progress).rows();
    return sameRows(
        rows,
        kept(
            new Key(source.name(), field.name(), false),
            double[].class,
            progress,
            values -> values.length * 8L,
            connection -> EventColumns.numbers(connection, source, field, rows, progress)));
  }

  Optional<TextColumn> texts(EventSource source, Field field, Progress progress) {
    Key key = new Key(source.name(), field.name(), true);
    if (cache.get(key) instanceof TooMany) {
      return Optional.empty();
    }
    int rows = events(source, progress).rows();
    return optional(
        key, progress, connection -> EventColumns.texts(connection, source, field, rows, progress));
  }

  private static double[] sameRows(int rows, double[] values) {
    if (values.length != rows) {
      throw WorkbenchException.resource(
          "C360-SEG-041", "The data changed while counting. Count again.", null);
    }
    return values;
  }
}
