package io.customer360.app.bench;

import io.customer360.engine.Engine;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// How long what a person waits for takes: a profile's context, the whole profile, a search while
/// typing, a decision. Customers are drawn by hash, the same every time.
public final class ReadBench {
  private ReadBench() {}

  /// Milliseconds.
  public record Latency(String what, int n, double p50, double p95, double worst, double goalP95) {}

  public static List<Latency> run(Engine engine, int samples, Progress progress) {
    List<String> ids =
        engine
            .lakehouse()
            .read(
                connection ->
                    Rows.list(
                        connection,
                        "select customer_id from gold.customer order by hash(customer_id) limit ?",
                        row -> row.getString(1),
                        samples));
    List<String> names =
        engine
            .lakehouse()
            .read(
                connection ->
                    Rows.list(
                        connection,
                        "select full_name from gold.customer where full_name is not null"
                            + " order by hash(customer_id || 'n') limit ?",
                        row -> row.getString(1),
                        samples));
    progress.stage("Prepare search");
    engine.profiles().prepareSearch();
    progress.stage("Measure");
    return List.of(
        measure("profile context", ids, 50, id -> engine.profiles().context(id)),
        measure("profile screen", ids, 200, id -> engine.profiles().profile(id)),
        measure("timeline weeks", ids, 50, id -> engine.profiles().weeks(id)),
        measure(
            "search as you type",
            names.stream().map(ReadBench::typed).toList(),
            100,
            text -> engine.profiles().search(text, 10)),
        measure("decide", ids, 50, id -> engine.decisions().preview(id)));
  }

  /// What has been typed of a name so far, with a slip of the finger in every third.
  private static String typed(String name) {
    int keep = Math.max(3, name.length() * 2 / 3);
    String start = name.substring(0, Math.min(keep, name.length()));
    return start.hashCode() % 3 == 0 && start.length() > 4
        ? start.charAt(0) + start.substring(2, 3) + start.charAt(1) + start.substring(3)
        : start;
  }

  private static Latency measure(
      String what, List<String> inputs, double goal, Consumer<String> work) {
    inputs.stream().limit(20).forEach(work);
    double[] millis =
        inputs.stream()
            .mapToDouble(
                input -> {
                  long started = System.nanoTime();
                  work.accept(input);
                  return (System.nanoTime() - started) / 1e6;
                })
            .sorted()
            .toArray();
    if (millis.length == 0) {
      return new Latency(what, 0, Double.NaN, Double.NaN, Double.NaN, goal);
    }
    return new Latency(
        what,
        millis.length,
        millis[millis.length / 2],
        millis[Math.min(millis.length - 1, (int) (millis.length * 0.95))],
        Arrays.stream(millis).max().orElse(Double.NaN),
        goal);
  }
}
