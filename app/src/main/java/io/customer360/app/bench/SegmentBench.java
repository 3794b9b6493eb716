package io.customer360.app.bench;

import io.customer360.engine.Engine;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.LiveCount;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import io.customer360.studio.segment.SegmentStudio;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/// Counts as somebody editing a segment asks for them: each time one rule of several is another,
/// beside the same SQL run by plain DuckDB.
public final class SegmentBench {
  private static final Rule GOLD = new Rule.Attribute("tier", Comparison.is("Gold", "Silver"));
  private static final Rule ACTIVE =
      new Rule.Attribute("lifecycle", Comparison.is("active", "at-risk"));

  private SegmentBench() {}

  /// Milliseconds of one kind of edit.
  ///
  /// @param first the first count of its kind, when its columns are read from the lake
  /// @param p50 median of the edits after it
  /// @param plainP50 median of plain DuckDB counting the same SQL
  /// @param goalP95 what is aimed at, at a million customers and 20 million events
  public record Latency(
      String what,
      int n,
      double first,
      double p50,
      double p95,
      double plainP50,
      double plainP95,
      double goalP95) {}

  /// @param cancelMillis worst time from asking anew until the old count has ended and the new one
  ///     is there, of several
  public record Report(
      long customers,
      long events,
      List<Latency> latencies,
      double cancelMillis,
      long columnBytes,
      boolean equal) {
    public Report {
      latencies = List.copyOf(latencies);
    }
  }

  /// Counts in a workspace.
  public static Report run(Engine engine, int edits, Progress progress) {
    Lakehouse lake = engine.lakehouse();
    return run(lake, new SegmentStudio(engine.workspace(), lake), edits, progress);
  }

  /// Counts in a lake made for it, which is taken away after.
  ///
  /// @param folder where it is made; about 300 bytes a customer
  public static Report made(Path folder, int customers, int edits, Progress progress)
      throws IOException {
    try (SegmentLake lake = SegmentLake.make(folder, customers, progress)) {
      return run(lake.lake(), lake.studio(), edits, progress);
    }
  }

  private static Report run(Lakehouse lake, SegmentStudio studio, int edits, Progress progress) {
    long customers = number(lake, "select count(*) from gold.customer");
    long events =
        number(
            lake,
            "select (select count(*) from gold.event) + (select count(*) from gold.engagement)"
                + " + (select count(*) from gold.orders)");
    // The first of all counts numbers the customers; it is told apart from the rules' own.
    studio.count(Rule.EVERYONE, Progress.NONE);
    List<Latency> latencies = new ArrayList<>();
    boolean[] equal = {true};
    progress.stage("Attribute rules");
    latencies.add(one(lake, studio, "attributes", edits, 100, equal, i -> attributes(i)));
    progress.stage("Event windows");
    latencies.add(one(lake, studio, "orders in a window", edits, 300, equal, i -> orders(i)));
    latencies.add(
        one(lake, studio, "web and app events in a window", edits, 300, equal, i -> visits(i)));
    latencies.add(one(lake, studio, "messages in a window", edits, 300, equal, i -> messages(i)));
    progress.stage("Sequences");
    latencies.add(one(lake, studio, "basket, then no order", edits, 300, equal, i -> sequence(i)));
    progress.stage("Cancel");
    return new Report(
        customers, events, latencies, cancel(studio), studio.counter().bytes(), equal[0]);
  }

  private static long number(Lakehouse lake, String sql) {
    return lake.read(connection -> Rows.number(connection, sql));
  }

  private static Latency one(
      Lakehouse lake,
      SegmentStudio studio,
      String what,
      int edits,
      double goal,
      boolean[] equal,
      IntFunction<Rule> edit) {
    double first = 0;
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (int i = 0; i <= edits; i++) {
      Rule rule = edit.apply(i);
      long began = System.nanoTime();
      SegmentCount count = studio.count(rule, Progress.NONE);
      double millis = (System.nanoTime() - began) / 1e6;
      if (i == 0) {
        first = millis;
        continue;
      }
      ours.add(millis);
      if (i <= Math.min(edits, 20)) {
        String sql = "select count(*) from (" + studio.runnable(rule) + ")";
        long start = System.nanoTime();
        long members = number(lake, sql);
        plain.add((System.nanoTime() - start) / 1e6);
        equal[0] &= members == count.customers();
      }
    }
    return new Latency(
        what, edits, first, at(ours, 0.5), at(ours, 0.95), at(plain, 0.5), at(plain, 0.95), goal);
  }

  private static double at(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static Rule attributes(int i) {
    return Rule.all(
        GOLD,
        ACTIVE,
        new Rule.Attribute("churn_risk", Comparison.of(Operator.AT_LEAST, 0.1 + i * 0.004)),
        new Rule.Attribute(
            "quiet_days",
            Comparison.of(
                Operator.MORE_THAN,
                new Value.Multiple(BigDecimal.valueOf(100 + i, 2), "usual_gap_days"))));
  }

  private static Rule orders(int i) {
    return Rule.all(
        GOLD,
        ACTIVE,
        new Rule.Behaviour(
            Occurrence.of(
                "orders",
                new Window.LastDays(90 + i),
                new Occurrence.Detail("revenue", Comparison.of(Operator.MORE_THAN, 50 + i))),
            Measure.COUNT,
            Comparison.of(Operator.AT_LEAST, 2)));
  }

  private static Rule visits(int i) {
    return Rule.all(
        GOLD,
        new Rule.Behaviour(
            Occurrence.of(
                "events",
                new Window.LastDays(30 + i),
                new Occurrence.Detail("event_type", Comparison.is("product_viewed"))),
            Measure.COUNT,
            Comparison.of(Operator.AT_LEAST, 3)));
  }

  private static Rule messages(int i) {
    return Rule.all(
        GOLD,
        new Rule.Behaviour(
            Occurrence.of(
                "messages",
                new Window.LastDays(30 + i),
                new Occurrence.Detail("kind", Comparison.is("opened"))),
            Measure.COUNT,
            Comparison.of(Operator.IS, 0)));
  }

  private static Rule sequence(int i) {
    return Rule.all(
        GOLD,
        new Rule.Sequence(
            Occurrence.of(
                "events",
                new Window.LastDays(60 + i),
                new Occurrence.Detail("event_type", Comparison.is("product_added"))),
            false,
            Occurrence.of("orders", Window.ANYTIME),
            7));
  }

  /// Asks something long and soon something else, and waits for the first to end and for the answer
  /// to the second.
  private static double cancel(SegmentStudio studio) {
    double worst = 0;
    try (LiveCount live = new LiveCount()) {
      for (int i = 0; i < 10; i++) {
        Rule slow =
            Rule.all(
                new Rule.Expression(
                    "customer_id in (select a.customer_id from gold.orders a join gold.orders b on"
                        + " a.revenue > b.revenue + "
                        + i
                        + " where a.customer_id is not null)",
                    "long"),
                sequence(200 + i));
        CompletableFuture<SegmentCount> old = live.ask(progress -> studio.count(slow, progress));
        pause(30);
        long began = System.nanoTime();
        CompletableFuture<SegmentCount> next =
            live.ask(progress -> studio.count(Rule.all(GOLD), progress));
        try {
          old.join();
        } catch (CompletionException | java.util.concurrent.CancellationException overtaken) {
          next.join();
          worst = Math.max(worst, (System.nanoTime() - began) / 1e6);
        }
      }
    }
    return worst;
  }

  private static void pause(int millis) {
    java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000L);
  }
}
