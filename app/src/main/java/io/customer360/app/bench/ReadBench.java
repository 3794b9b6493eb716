package io.customer360.app.bench;

import io.customer360.engine.Engine;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How long what a person waits for takes: a profile's context, the whole profile, a search while
/// typing, a decision. Customers are drawn by hash from all, the same every time; every tenth is
/// one of those with the most events, whose reads are the longest.
public final class ReadBench {
  private ReadBench() {}

  /// Milliseconds.
  public record Latency(String what, int n, double p50, double p95, double worst, double goalP95) {}

  private record Drawn(String customerId, @Nullable String name, @Nullable String email) {}

  public static List<Latency> run(Engine engine, int samples, Progress progress) {
    List<Drawn> drawn = drawn(engine, samples);
    List<String> ids = drawn.stream().map(Drawn::customerId).toList();
    progress.stage("Prepare search");
    engine.profiles().prepareSearch();
    progress.stage("Measure");
    return List.of(
        measure("profile context", ids, 50, id -> engine.profiles().context(id)),
        measure("profile screen", ids, 200, id -> engine.profiles().profile(id)),
        measure("timeline weeks", ids, 50, id -> engine.profiles().weeks(id)),
        measure(
            "search as you type",
            IntStream.range(0, drawn.size()).mapToObj(i -> typed(drawn.get(i), i)).toList(),
            100,
            text -> engine.profiles().search(text, 10)),
        measure("decide", ids, 50, id -> engine.decisions().preview(id)));
  }

  private static List<Drawn> drawn(Engine engine, int samples) {
    return engine
        .lakehouse()
        .read(
            connection ->
                Rows.list(
                    connection,
                    """
                    with busiest as (
                      select customer_id from gold.timeline group by customer_id
                      order by count(*) desc, customer_id limit ?
                    ),
                    others as (
                      select customer_id from gold.customer anti join busiest using (customer_id)
                      order by hash(customer_id) limit ?
                    )
                    select customer_id, full_name, email from gold.customer
                    where customer_id in (from busiest union all from others)
                    order by hash(customer_id || 'n')
                    """,
                    row -> new Drawn(row.getString(1), row.getString(2), row.getString(3)),
                    samples / 10,
                    samples - samples / 10));
  }

  /// What has been typed so far: of ten people eight are sought by name, every third of them with
  /// a slip of the finger, one by e-mail and one by id.
  private static String typed(Drawn person, int place) {
    String email = person.email();
    String name = person.name();
    if (place % 10 == 8 && email != null) {
      return email.substring(0, Math.min(email.length(), Math.max(3, email.length() / 2)));
    }
    if (place % 10 == 9 || name == null) {
      return person.customerId().substring(0, person.customerId().length() - 1);
    }
    String start = name.substring(0, Math.min(Math.max(3, name.length() * 2 / 3), name.length()));
    return place % 3 == 0 && start.length() > 4
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
