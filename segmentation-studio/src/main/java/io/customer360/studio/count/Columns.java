package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The columns of one snapshot, read when first asked for and kept within a budget of memory. One
/// thread at a time.
final class Columns {
  private final Lakehouse lakehouse;
  private final Population population;
  private final CustomerColumns customers;
  private final ColumnCache cache;
  private final long budget;
  private long reading;

  Columns(Lakehouse lakehouse, Population population, Instant asOf, long budget) {
    this.lakehouse = lakehouse;
    this.population = population;
    this.customers = new CustomerColumns(population, asOf);
    this.cache = new ColumnCache(budget);
    this.budget = budget;
  }

  Population population() {
    return population;
  }

  long bytes() {
    return cache.bytes();
  }

  /// Whether half of the budget is free, so that reading ahead drives nothing out.
  boolean roomy() {
    return cache.bytes() < budget / 2;
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
    long began = System.nanoTime();
    T read = Abandoning.read(lakehouse, progress, reader::read);
    reading += System.nanoTime() - began;
    cache.put(key, read, size.applyAsLong(read));
    return read;
  }

  /// Reads those of the fields that are not here yet, in one pass over the customers.
  void read(Collection<Field> fields, Progress progress) {
    List<Field> missing = fields.stream().filter(field -> cache.get(key(field)) == null).toList();
    if (missing.isEmpty()) {
      return;
    }
    long began = System.nanoTime();
    Map<Field, Object> read =
        Abandoning.read(
            lakehouse, progress, connection -> customers.read(connection, missing, progress));
    for (Field field : missing) {
      Object column = read.get(field);
      long bytes = column == null ? 0 : population.size() * (column instanceof double[] ? 8L : 2L);
      cache.put(key(field), column == null ? new TooMany() : column, bytes);
    }
    reading += System.nanoTime() - began;
  }

  private static Key key(Field field) {
    return new Key("", field.name(), field.type() == FieldType.TEXT);
  }

  private Object column(Field field, Progress progress) {
    read(List.of(field), progress);
    return Objects.requireNonNull(cache.get(key(field)));
  }

  double[] numbers(Field field, Progress progress) {
    return (double[]) column(field, progress);
  }

  /// Empty when there are too many different texts.
  Optional<TextColumn> texts(Field field, Progress progress) {
    return column(field, progress) instanceof TextColumn texts
        ? Optional.of(texts)
        : Optional.empty();
  }

  /// Nanoseconds spent reading so far.
  long reading() {
    return reading;
  }

  private Optional<TextColumn> optional(
      Key key, Progress progress, Reader<Optional<TextColumn>> reader) {
    if (cache.get(key) instanceof TextColumn column) {
      return Optional.of(column);
    }
    long began = System.nanoTime();
    Optional<TextColumn> read = Abandoning.read(lakehouse, progress, reader::read);
    reading += System.nanoTime() - began;
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
        EventColumns::bytes,
        connection -> EventColumns.read(connection, source, population, progress));
  }

  /// In the order of the source's events.
  double[] numbers(EventSource source, Field field, Progress progress) {
    EventOrder order = events(source, progress).order();
    return kept(
        new Key(source.name(), field.name(), false),
        double[].class,
        progress,
        values -> values.length * 8L,
        connection -> EventColumns.numbers(connection, source, field, order, progress));
  }

  /// In the order of the source's events; empty when there are too many different texts.
  Optional<TextColumn> texts(EventSource source, Field field, Progress progress) {
    Key key = new Key(source.name(), field.name(), true);
    if (cache.get(key) instanceof TooMany) {
      return Optional.empty();
    }
    EventOrder order = events(source, progress).order();
    return optional(
        key,
        progress,
        connection -> EventColumns.texts(connection, source, field, order, progress));
  }
}
