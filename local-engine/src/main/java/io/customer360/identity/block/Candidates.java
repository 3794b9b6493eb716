package io.customer360.identity.block;

import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/// The pairs a set of blocking rules brings, each once: a pair is left to the first rule that
/// brings it. Pairs are streamed, never held.
public final class Candidates {
  private static final long TASK_PAIRS = 200_000;

  private final RecordTable records;
  private final List<Blocks> rules;
  private final List<Double> estimates;
  private final List<Task> tasks = new ArrayList<>();
  private final AtomicLongArray actual;
  private final Supplier<FixedRules> fixed;

  /// By row the keys of all rules, side by side as they are read together.
  private final int[] keys;

  /// @param fixed the same rules apart from the records
  Candidates(
      RecordTable records, List<Blocks> rules, List<Double> estimates, Supplier<FixedRules> fixed) {
    this.fixed = fixed;
    this.records = records;
    this.rules = List.copyOf(rules);
    this.estimates = List.copyOf(estimates);
    this.actual = new AtomicLongArray(rules.size());
    for (int r = 0; r < rules.size(); r++) {
      addTasks(r);
    }
    int width = rules.size();
    keys = new int[Math.multiplyExact(records.size(), width)];
    for (int r = 0; r < width; r++) {
      for (int row = 0; row < records.size(); row++) {
        keys[row * width + r] = rules.get(r).key(row);
      }
    }
  }

  /// Takes pairs, `a < b`; in a link `a` is of the first source and `b` of the second.
  @FunctionalInterface
  public interface PairSink {
    void accept(int a, int b);
  }

  private record Task(int rule, int fromBlock, int toBlock) {}

  private void addTasks(int rule) {
    Blocks blocks = rules.get(rule);
    int from = 0;
    long pairs = 0;
    for (int block = 0; block < blocks.count(); block++) {
      long size = blocks.to(block) - blocks.from(block);
      pairs += size * size / 2;
      if (pairs >= TASK_PAIRS) {
        tasks.add(new Task(rule, from, block + 1));
        from = block + 1;
        pairs = 0;
      }
    }
    if (from < blocks.count()) {
      tasks.add(new Task(rule, from, blocks.count()));
    }
  }

  /// Pairs of all rules, counting a pair as often as rules bring it.
  public long upperBound() {
    return rules.stream().mapToLong(Blocks::pairs).sum();
  }

  /// Streams every pair once. Which sink gets which pair differs from run to run.
  ///
  /// @param sinks one for each thread
  public void stream(List<? extends PairSink> sinks, Progress progress) {
    for (int r = 0; r < rules.size(); r++) {
      actual.set(r, 0);
    }
    AtomicInteger next = new AtomicInteger();
    List<Runnable> work = new ArrayList<>();
    for (PairSink sink : sinks) {
      work.add(
          () -> {
            for (int t = next.getAndIncrement(); t < tasks.size(); t = next.getAndIncrement()) {
              progress.checkCancelled();
              run(tasks.get(t), sink);
              progress.fraction((double) t / tasks.size());
            }
          });
    }
    Parallel.run(work);
  }

  /// Streams every pair that holds a marked row once, on the caller's thread. Takes as long as
  /// there are such pairs, however large the rest is.
  public void stream(BitSet marked, PairSink sink) {
    for (int rule = 0; rule < rules.size(); rule++) {
      Blocks blocks = rules.get(rule);
      for (int row = marked.nextSetBit(0); row >= 0; row = marked.nextSetBit(row + 1)) {
        int block = blocks.key(row);
        for (int i = block < 0 ? 0 : blocks.from(block); block >= 0 && i < blocks.to(block); i++) {
          int other = blocks.member(i);
          boolean once = other != row && !(other < row && marked.get(other));
          if (once && first(rule, Math.min(row, other), Math.max(row, other))) {
            sink.accept(Math.min(row, other), Math.max(row, other));
          }
        }
      }
    }
  }

  private void run(Task task, PairSink sink) {
    Blocks blocks = rules.get(task.rule());
    boolean two = records.sourceCount() == 2;
    long count = 0;
    for (int block = task.fromBlock(); block < task.toBlock(); block++) {
      int to = blocks.to(block);
      for (int i = blocks.from(block); i < to; i++) {
        int a = blocks.member(i);
        for (int j = i + 1; j < to; j++) {
          int b = blocks.member(j);
          if ((!two || records.source(a) != records.source(b)) && first(task.rule(), a, b)) {
            sink.accept(a, b);
            count++;
          }
        }
      }
    }
    actual.addAndGet(task.rule(), count);
  }

  private boolean first(int rule, int a, int b) {
    int width = rules.size();
    int atA = a * width;
    int atB = b * width;
    for (int earlier = 0; earlier < rule; earlier++) {
      int key = keys[atA + earlier];
      if (key >= 0 && key == keys[atB + earlier]) {
        return false;
      }
    }
    return true;
  }

  /// The same rules apart from the records, to find the pairs of others with. Counts all keys anew.
  public FixedRules fixed() {
    return fixed.get();
  }

  /// What each rule was thought to bring and what it brought in the last stream.
  public List<RuleCount> counts() {
    List<RuleCount> counts = new ArrayList<>();
    for (int r = 0; r < rules.size(); r++) {
      counts.add(
          new RuleCount(
              rules.get(r).label(),
              Math.round(estimates.get(r)),
              actual.get(r),
              rules.get(r).skippedBlocks(),
              rules.get(r).skippedRows()));
    }
    return counts;
  }

  /// @param rule in plain words: `surname & date_of_birth year`
  /// @param estimated pairs by counting before anything was compared
  /// @param actual pairs that no earlier rule brought
  /// @param skippedBlocks blocks too large to compare, with their rows
  public record RuleCount(
      String rule, long estimated, long actual, int skippedBlocks, int skippedRows) {}
}
