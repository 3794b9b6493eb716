package io.customer360.identity.block;

import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.record.RecordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Chooses blocking rules. Imagined pairs of one person, most with few errors and some with many,
/// are put before every rule of one or two keys; rules are taken greedily by how many imagined
/// pairs they reach that few rules reached before, for the pairs they cost, until the budget is
/// spent. Costs are counted on the records, or on an even sample of them when there are many.
public final class BlockingPlan {
  private static final int IMAGINED = 3_000;
  private static final double LEAST_GAIN = 5e-5;
  private static final int SAMPLE = 30_000;
  private static final double[] ERROR_FACTORS = {0.3, 0.6, 1, 1, 2, 3.5};

  /// What the first, second ... rule that reaches a pair is worth.
  private static final double[] WORTH = {1, 0.4, 0.15, 0.05};

  private final RecordTable records;
  private final List<FieldComparison> fields;
  private final List<KeyPart> parts;
  private final int[] sample;
  private final double scale;
  private final int threads;
  private final int limit;
  private final List<Rule> rules;
  private final double[] cost;
  private final double[] kept;

  /// @param budget how many pairs may be compared in the end; a block that alone would bring a
  ///     fifteenth of them is too large
  public BlockingPlan(RecordTable records, List<FieldComparison> fields, long budget, int threads) {
    limit = (int) Math.max(50, Math.sqrt(2.0 * budget / 15));
    this.records = records;
    this.threads = threads;
    this.fields = List.copyOf(fields);
    this.parts = KeyParts.of(fields);
    int n = records.size();
    int take = Math.min(n, SAMPLE);
    sample = new int[take];
    for (int i = 0; i < take; i++) {
      sample[i] = (int) ((long) i * n / take);
    }
    scale = take == 0 ? 1 : (double) n / take;
    rules = rules();
    cost = new double[rules.size()];
    kept = new double[rules.size()];
    inParallel(cost.length, this::count);
  }

  /// @param errors by comparison the share of pairs of one person whose values differ
  /// @param budget how many pairs all rules may bring together
  /// @param most how many rules
  public Candidates choose(double[] errors, long budget, int most, long seed) {
    BitSet[] reach = imagine(errors, seed);
    List<Rule> chosen = new ArrayList<>();
    List<Double> estimates = new ArrayList<>();
    int[] times = new int[IMAGINED];
    double left = budget;
    boolean[] taken = new boolean[cost.length];
    while (chosen.size() < most) {
      int best = -1;
      double bestValue = 0;
      for (int r = 0; r < cost.length; r++) {
        if (taken[r] || cost[r] > left || cost[r] > budget / 3.0) {
          continue;
        }
        double gain = gain(reach[r], times);
        double value = gain / (cost[r] + 0.2 * records.size());
        if (gain > IMAGINED * LEAST_GAIN && value > bestValue) {
          best = r;
          bestValue = value;
        }
      }
      if (best < 0) {
        break;
      }
      taken[best] = true;
      left -= cost[best];
      chosen.add(rules.get(best));
      estimates.add(cost[best]);
      reach[best].stream().forEach(pair -> times[pair]++);
    }
    Blocks[] blocks = new Blocks[chosen.size()];
    inParallel(
        blocks.length,
        r -> blocks[r] = Blocks.of(chosen.get(r), records, limit, splitter(chosen.get(r))));
    return new Candidates(records, List.of(blocks), estimates, () -> fixed(chosen));
  }

  private FixedRules fixed(List<Rule> chosen) {
    List<FixedRules.Rule> rules = new ArrayList<>();
    for (Rule rule : chosen) {
      rules.add(
          new FixedRules.Rule(
              rule.label(),
              new FixedRules.Key(rule.first().field(), rule.first().what()),
              key(rule.second()),
              key(splitter(rule)),
              List.of(),
              List.of()));
    }
    return new FixedRules(rules).limited(fields, records.size(), limit);
  }

  private static FixedRules.@Nullable Key key(@Nullable KeyPart part) {
    return part == null ? null : new FixedRules.Key(part.field(), part.what());
  }

  private void inParallel(int count, IntConsumer task) {
    List<Runnable> work = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int first = t;
      work.add(
          () -> {
            for (int i = first; i < count; i += threads) {
              task.accept(i);
            }
          });
    }
    Parallel.run(work);
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      rules.add(new Rule(parts.get(i), null));
      for (int j = i + 1; j < parts.size(); j++) {
        if (parts.get(i).field() != parts.get(j).field()) {
          rules.add(new Rule(parts.get(i), parts.get(j)));
        }
      }
    }
    return rules;
  }

  /// Another column to part a block that is too large: the one with most values.
  private @Nullable KeyPart splitter(Rule rule) {
    KeyPart best = null;
    KeyPart second = rule.second();
    for (KeyPart part : parts) {
      if (part.survives() == 0
          && part.field() != rule.first().field()
          && (second == null || part.field() != second.field())
          && (best == null || filled(part) > filled(best))) {
        best = part;
      }
    }
    return best;
  }

  private static double filled(KeyPart part) {
    return part.column().column().text().filled()
        * Math.log(part.column().column().text().distinct());
  }

  private void count(int at) {
    Rule rule = rules.get(at);
    CodeMap map = new CodeMap(sample.length);
    int[] sizes = new int[sample.length];
    KeyPart second = rule.second();
    int with = 0;
    for (int row : sample) {
      int a = rule.first().of(row);
      int b = second == null ? 0 : second.of(row);
      if (a >= 0 && b >= 0) {
        sizes[map.number(a, b)]++;
        with++;
      }
    }
    double pairs = 0;
    long within = 0;
    for (int block = 0; block < map.size(); block++) {
      double size = sizes[block];
      if (size * scale <= limit) {
        pairs += size * (size - 1) / 2;
        within += sizes[block];
      } else {
        // it will be split by another key; what that leaves is taken as a tenth of the limit
        pairs += size * limit / scale / 20;
      }
    }
    double share = records.sourceCount() == 2 ? 0.5 : 1;
    cost[at] = pairs * scale * scale * share;
    kept[at] = with == 0 ? 0 : 0.4 + 0.6 * within / with;
  }

  private BitSet[] imagine(double[] errors, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = parts.size();
    boolean[][] survives = new boolean[IMAGINED][n];
    double[] filled = new double[errors.length];
    for (KeyPart part : parts) {
      filled[part.field()] =
          (double) part.column().column().text().filled() / Math.max(1, records.size());
    }
    for (boolean[] pair : survives) {
      double factor = ERROR_FACTORS[random.nextInt(ERROR_FACTORS.length)];
      boolean[] there = new boolean[errors.length];
      boolean[] wrong = new boolean[errors.length];
      for (int f = 0; f < errors.length; f++) {
        // both records have a value
        there[f] = random.nextDouble() < filled[f] * filled[f];
        wrong[f] = random.nextDouble() < Math.min(0.9, errors[f] * factor);
      }
      for (int p = 0; p < n; p++) {
        KeyPart part = parts.get(p);
        pair[p] =
            there[part.field()] && (!wrong[part.field()] || random.nextDouble() < part.survives());
      }
    }
    BitSet[] reach = new BitSet[rules.size()];
    for (int r = 0; r < reach.length; r++) {
      Rule rule = rules.get(r);
      KeyPart other = rule.second();
      int first = parts.indexOf(rule.first());
      int second = other == null ? first : parts.indexOf(other);
      reach[r] = new BitSet(IMAGINED);
      for (int pair = 0; pair < IMAGINED; pair++) {
        if (rule.reaches(survives[pair], first, second) && random.nextDouble() < kept[r]) {
          reach[r].set(pair);
        }
      }
    }
    return reach;
  }

  private static double gain(BitSet reach, int[] times) {
    double gain = 0;
    for (int pair = reach.nextSetBit(0); pair >= 0; pair = reach.nextSetBit(pair + 1)) {
      gain += times[pair] < WORTH.length ? WORTH[times[pair]] : 0;
    }
    return gain;
  }

  @Override
  public String toString() {
    return "BlockingPlan" + Arrays.toString(parts.stream().map(KeyPart::label).toArray());
  }
}
