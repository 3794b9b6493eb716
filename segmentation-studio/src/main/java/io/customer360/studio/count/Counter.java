package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Rule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Counts rule trees over one lake. Follows the lake: after a refresh the next count reads anew.
/// Safe from any thread; one count at a time, the others wait, and a cancelled one makes room at
/// once.
public final class Counter {
  private static final List<String> CHANNELS = List.of("email", "sms", "post", "phone");

  private final Lakehouse lakehouse;
  private final ZoneId zone;
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile Map<String, Rule> segments = Map.of();
  private @Nullable Ready ready;

  private record Ready(
      String snapshot,
      Instant asOf,
      FieldCatalog catalog,
      Columns columns,
      Evaluator evaluator,
      List<String> channels) {}

  /// @param zone in which days of rules begin
  public Counter(Lakehouse lakehouse, ZoneId zone) {
    this.lakehouse = lakehouse;
    this.zone = zone;
  }

  /// The segments that rules may refer to, by id.
  public void segments(Map<String, Rule> definitions) {
    segments = Map.copyOf(definitions);
  }

  /// The fields of the current snapshot.
  public FieldCatalog catalog() {
    return locked(Progress.NONE, Ready::catalog);
  }

  /// Counts a checked tree.
  public SegmentCount count(Rule rule, Progress progress) {
    long began = System.nanoTime();
    return locked(progress, now -> count(now, rule, began, progress));
  }

  private SegmentCount count(Ready now, Rule rule, long began, Progress progress) {
    // Whoever held this up was reading columns ahead, or another count that was.
    long waited = System.nanoTime() - began;
    long before = now.columns().reading();
    now.columns().read(Usual.fields(now.catalog(), rule), progress);
    Funnel funnel = new Funnel(now.evaluator(), progress);
    Bits members = funnel.run(rule);
    List<SegmentCount.Reach> reach = new ArrayList<>();
    for (String channel : now.channels()) {
      Bits may =
          now.evaluator().of(new Rule.Consent("marketing", channel, ConsentStatus.YES), progress);
      reach.add(new SegmentCount.Reach(channel, members.common(may)));
    }
    double margin = sum(now, "margin_12m", members, progress);
    double revenue = sum(now, "revenue_12m", members, progress);
    return new SegmentCount(
        members.count(),
        members.size(),
        margin,
        revenue,
        funnel.steps(),
        funnel.emptiedBy(),
        reach,
        (System.nanoTime() - began) / 1e6,
        (waited + now.columns().reading() - before) / 1e6,
        now.snapshot());
  }

  private static double sum(Ready now, String name, Bits members, Progress progress) {
    Field field = now.catalog().find(name).orElse(null);
    if (field == null) {
      return 0;
    }
    return Math.round(members.sum(now.columns().numbers(field, progress)) * 100) / 100.0;
  }

  /// Reads what counts of a tree and its likely changes need, so that they need not wait for it.
  /// Counts in between wait for one read at most.
  public void warm(Rule rule, Progress progress) {
    for (Usual.Read read : Usual.reads(rule)) {
      progress.checkCancelled();
      locked(progress, now -> read.run(now.catalog(), now.columns(), progress));
    }
  }

  /// The set of a tree, for algebra with other sets of the same snapshot.
  public Bits members(Rule rule, Progress progress) {
    return locked(progress, now -> now.evaluator().of(Normal.of(rule), progress));
  }

  /// Some customers of a tree.
  ///
  /// @param seed 0: those with the most margin of 12 months; else drawn by it
  public List<Member> people(Rule rule, int limit, long seed, Progress progress) {
    return locked(
        progress,
        now -> {
          Bits members = now.evaluator().of(Normal.of(rule), progress);
          Field margin = now.catalog().find("margin_12m").orElse(null);
          double[] values =
              seed != 0 || margin == null ? new double[0] : now.columns().numbers(margin, progress);
          int[] chosen = Choice.of(members, values, limit, seed);
          List<String> ids =
              Arrays.stream(chosen).mapToObj(now.columns().population()::id).toList();
          return lakehouse.read(progress, connection -> People.read(connection, ids));
        });
  }

  /// The ids of a tree's customers, in the order of the ids.
  public List<String> ids(Rule rule, Progress progress) {
    return locked(
        progress,
        now -> {
          Bits members = now.evaluator().of(Normal.of(rule), progress);
          List<String> ids = new ArrayList<>();
          for (int i = members.next(0); i >= 0; i = members.next(i + 1)) {
            ids.add(now.columns().population().id(i));
          }
          return ids;
        });
  }

  /// Channels of consent for marketing, in the order of a list.
  public List<String> channels() {
    return locked(Progress.NONE, Ready::channels);
  }

  /// Categories of what was bought, the commonest first; empty when orders have none.
  public List<String> categories(Progress progress) {
    return locked(
        progress,
        now ->
            now.catalog()
                .findEvents("purchases")
                .filter(source -> source.field("category").isPresent())
                .map(source -> categories(source.table(), progress))
                .orElse(List.of()));
  }

  private List<String> categories(String table, Progress progress) {
    return lakehouse.read(
        progress,
        connection ->
            Rows.list(
                connection,
                "select category from "
                    + table
                    + " where category is not null group by 1 order by count(*) desc, 1 limit 50",
                row -> row.getString(1)));
  }

  /// The numbers of a field by customer; NaN where not known. Not to be changed.
  public double[] numbers(Field field, Progress progress) {
    return locked(progress, now -> now.columns().numbers(field, progress));
  }

  /// How often each text of a field occurs in two groups, the commonest in either first.
  ///
  /// @return text to the counts in the first and in the second; empty when the field has more than
  ///     `most` different texts, so that none is common
  public Map<String, int[]> values(
      Field field, Bits first, Bits second, int most, Progress progress) {
    return locked(
        progress,
        now -> {
          TextColumn texts = now.columns().texts(field, progress).orElse(null);
          if (texts == null || texts.dictionary().size() > most) {
            return Map.of();
          }
          int[] a = new int[texts.dictionary().size() + 1];
          int[] b = new int[a.length];
          for (int i = first.next(0); i >= 0; i = first.next(i + 1)) {
            a[texts.codes()[i]]++;
          }
          for (int i = second.next(0); i >= 0; i = second.next(i + 1)) {
            b[texts.codes()[i]]++;
          }
          Map<String, int[]> counts = new LinkedHashMap<>();
          texts.dictionary().entrySet().stream()
              .sorted(
                  Comparator.comparingInt(
                          (Map.Entry<String, Character> e) -> -a[e.getValue()] - b[e.getValue()])
                      .thenComparing(Map.Entry.comparingByKey()))
              .forEach(e -> counts.put(e.getKey(), new int[] {a[e.getValue()], b[e.getValue()]}));
          return counts;
        });
  }

  /// Bytes of columns held at the moment.
  public long bytes() {
    lock.lock();
    try {
      Ready now = ready;
      return now == null ? 0 : now.columns().bytes();
    } finally {
      lock.unlock();
    }
  }

  /// Work on the current snapshot.
  @FunctionalInterface
  private interface Work<T> {
    T run(Ready now);
  }

  private <T> T locked(Progress progress, Work<T> work) {
    lock.lock();
    try {
      progress.checkCancelled();
      Ready now = ready(progress);
      now.evaluator().segments(segments);
      return work.run(now);
    } finally {
      lock.unlock();
    }
  }

  private Ready ready(Progress progress) {
    String snapshot = lakehouse.snapshotId();
    Ready have = ready;
    if (have != null && have.snapshot().equals(snapshot)) {
      return have;
    }
    Instant asOf = lakehouse.asOf();
    Ready made =
        lakehouse.read(
            progress,
            connection -> {
              FieldCatalog catalog = FieldCatalog.read(connection);
              long budget = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 4);
              Columns columns =
                  new Columns(lakehouse, Population.read(connection, progress), asOf, budget);
              List<String> channels =
                  catalog.hasTable("consent")
                      ? Rows.list(
                          connection,
                          "select distinct channel from gold.consent where purpose = 'marketing'",
                          row -> row.getString(1))
                      : List.of();
              return new Ready(
                  snapshot,
                  asOf,
                  catalog,
                  columns,
                  new Evaluator(lakehouse, catalog, columns, new Moments(asOf, zone), budget / 4),
                  CHANNELS.stream().filter(channels::contains).toList());
            });
    ready = made;
    return made;
  }
}
