package io.customer360.identity.match;

import io.customer360.identity.block.Parallel;
import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.Level;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Learns m, u and the prior. All possible pairs are the population: the candidate pairs are seen,
/// of the others it is known that next to none is one person, so the prior is expected matches over
/// all possible pairs and no correction for blocking is needed. u of equality is counted over all
/// pairs and freed of the expected matches; u of the other levels comes from random pairs, where
/// the parent agrees from random pairs that agree in the parent. m of a state of the parent leans
/// on the m of all states until it has pairs of its own.
final class EmTrainer {
  private static final int MOST_ROUNDS = 40;
  private static final double SETTLED = 1e-4;
  private static final int CHUNKS = 16;

  private final Evidence evidence;
  private final RecordComparator comparator;
  private final int threads;
  private final int n;
  private final double possible;
  private final boolean[] shared;
  private final Limits limits;
  private final boolean kin;
  private final boolean[] near;
  private int rounds;
  private @Nullable Chance chance;

  EmTrainer(Evidence evidence, RecordComparator comparator, int threads) {
    this.evidence = evidence;
    this.comparator = comparator;
    this.threads = threads;
    this.n = evidence.fields().size();
    this.shared = Homes.shared(evidence);
    this.kin = Homes.matter(evidence.fields());
    this.near = Homes.near(evidence.fields(), evidence.records().sourceCount());
    this.limits = new Limits(evidence.fields(), near);
    this.possible = Math.max(1, evidence.records().possiblePairs());
  }

  int rounds() {
    return rounds;
  }

  /// What homes say of there being pairs of one person at all, once trained; empty where these
  /// columns cannot tell.
  Optional<Chance> chance() {
    return Optional.ofNullable(chance);
  }

  /// The model and the rarity of values that goes with it.
  PairScorer train(Progress progress) {
    LinkModel model = start();
    int[] parents = Dependence.parents(evidence, model);
    PairScorer scorer = scorer(model, parents);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      progress.checkCancelled();
      LinkModel before = scorer.model();
      LinkModel next = beyondChance(step(before, parents, expectation(scorer)));
      scorer = scorer(next, parents);
      rounds++;
      if (round > 3 && change(before, next) < SETTLED) {
        break;
      }
    }
    return scorer;
  }

  /// Takes off the prior what chance makes in homes, round by round, so that what is learned of one
  /// person is not learned from what chance made.
  private LinkModel beyondChance(LinkModel model) {
    Chance found = Chance.of(evidence, model, shared, near);
    chance = found;
    return found == null || found.share() == 1
        ? model
        : new LinkModel(
            model.comparisons(), Math.max(1e-12, model.prior() * found.share()), model.kin());
  }

  private PairScorer scorer(LinkModel model, int[] parents) {
    double[] same = new double[n];
    for (int i = 0; i < n; i++) {
      same[i] = model.comparisons().get(i).u()[LinkModel.FREE][FieldComparison.SAME];
    }
    LinkModel bound = model;
    if (!Arrays.equals(parents, parentsOf(model))) {
      List<LinkModel.ComparisonModel> moved = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        LinkModel.ComparisonModel c = model.comparisons().get(i);
        moved.add(
            new LinkModel.ComparisonModel(
                c.name(), c.labels(), parents[i], c.different(), c.m(), c.k(), c.u(), c.weights()));
      }
      bound = new LinkModel(moved, model.prior(), model.kin());
    }
    return new PairScorer(comparator, bound, new TermBits(comparator, same));
  }

  private static int[] parentsOf(LinkModel model) {
    return model.comparisons().stream().mapToInt(LinkModel.ComparisonModel::parent).toArray();
  }

  private LinkModel start() {
    List<LinkModel.ComparisonModel> comparisons = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      FieldComparison field = evidence.fields().get(i);
      double[] m = typical(field, true);
      double[] u = typical(field, false);
      double same = evidence.agreeingPairs()[i] / Math.max(1, evidence.filledPairs()[i]);
      withSame(u, Math.max(1e-9, Math.min(0.9, same)));
      comparisons.add(comparison(i, -1, repeat(m), shared[i] ? m : null, repeat(u)));
    }
    double matches = 0.3 * evidence.records().size();
    return new LinkModel(comparisons, prior(matches), kin ? prior(0.5 * matches) : 0);
  }

  private double prior(double matches) {
    return Math.clamp((matches + 1) / (possible + 2), 1e-12, 0.9);
  }

  private static double[][] repeat(double[] shares) {
    double[][] states = new double[LinkModel.STATES][];
    Arrays.fill(states, shares);
    return states;
  }

  private static double[] typical(FieldComparison field, boolean match) {
    List<Level> levels = field.levels();
    double[] shares = new double[levels.size() + 1];
    double sum = 0;
    for (int level = 1; level < shares.length; level++) {
      Level l = levels.get(level - 1);
      shares[level] = match ? l.typicalMatch() : l.typicalOther();
      sum += shares[level];
    }
    for (int level = 1; level < shares.length; level++) {
      shares[level] /= sum;
    }
    return shares;
  }

  /// Sets the share of equality and keeps the proportions of the others.
  private static void withSame(double[] shares, double same) {
    double rest = 1 - shares[FieldComparison.SAME];
    for (int level = 2; level < shares.length; level++) {
      shares[level] *= (1 - same) / rest;
    }
    shares[FieldComparison.SAME] = same;
  }

  private LinkModel.ComparisonModel comparison(
      int i, int parent, double[][] m, double @Nullable [] k, double[][] u) {
    FieldComparison field = evidence.fields().get(i);
    double[][] weights = new double[LinkModel.STATES][];
    for (int state = 0; state < LinkModel.STATES; state++) {
      weights[state] = Monotone.weights(m[state], u[state], field.different());
    }
    return new LinkModel.ComparisonModel(
        field.name(),
        field.levels().stream().map(Level::label).toList(),
        parent,
        field.different(),
        m,
        k,
        u,
        weights);
  }

  /// Expected counts of pairs of one person and of pairs of one home.
  private record Expected(Counts matches, Counts kin) {}

  private Expected expectation(PairScorer scorer) {
    PairSample pairs = evidence.candidates();
    Expected[] parts = new Expected[CHUNKS];
    List<Runnable> work = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int first = t;
      work.add(
          () -> {
            for (int c = first; c < CHUNKS; c += threads) {
              parts[c] = expectation(scorer, pairs, c);
            }
          });
    }
    Parallel.run(work);
    Expected whole = parts[0];
    for (int c = 1; c < CHUNKS; c++) {
      whole.matches().add(parts[c].matches());
      whole.kin().add(parts[c].kin());
    }
    return whole;
  }

  private Expected expectation(PairScorer scorer, PairSample pairs, int chunk) {
    Expected counts = new Expected(new Counts(evidence.fields()), new Counts(evidence.fields()));
    LinkModel model = scorer.model();
    int from = (int) ((long) pairs.size() * chunk / CHUNKS);
    int to = (int) ((long) pairs.size() * (chunk + 1) / CHUNKS);
    for (int k = from; k < to; k++) {
      long pattern = pairs.patterns()[k];
      long pair = pairs.pairs()[k];
      int a = PairSample.a(pair);
      int b = PairSample.b(pair);
      double match = limits.contradicted(pattern) ? 0 : odds(scorer.bare(pattern, a, b));
      double kinOdds = odds(scorer.kin(pattern, a, b));
      double all = 1 + match + kinOdds;
      if (match > 1e-6 * all) {
        add(counts.matches(), model, pattern, match / all * pairs.scale());
      }
      if (kinOdds > 1e-6 * all) {
        add(counts.kin(), model, pattern, kinOdds / all * pairs.scale());
      }
    }
    return counts;
  }

  private static double odds(double bits) {
    return Math.exp(Math.min(200, bits) * LinkModel.LN2);
  }

  /// How likely a pattern is strangers'.
  private static double stranger(LinkModel model, long pattern) {
    double kinOdds = model.hasKin() ? odds(model.kinWeight(pattern)) : 0;
    return 1 / (1 + odds(model.weight(pattern)) + kinOdds);
  }

  /// How likely a pattern is one person's, the rarity of values apart.
  static double match(LinkModel model, long pattern) {
    return odds(model.weight(pattern)) * stranger(model, pattern);
  }

  private void add(Counts counts, LinkModel model, long pattern, double share) {
    for (int i = 0; i < n; i++) {
      int level = RecordComparator.level(pattern, i);
      counts.of[i][model.state(pattern, i)][level] += share;
    }
  }

  private LinkModel step(LinkModel model, int[] parents, Expected expected) {
    Counts matches = expected.matches();
    Counts others = new Counts(evidence.fields());
    PairSample.Histogram random = evidence.random();
    for (int k = 0; k < random.patterns().length; k++) {
      long pattern = random.patterns()[k];
      add(others, model, pattern, stranger(model, pattern) * random.counts()[k]);
    }
    List<LinkModel.ComparisonModel> comparisons = new ArrayList<>();
    double[] same = new double[n];
    double[][] uFree = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] all = matches.overall(i);
      double[] home = expected.kin().overall(i);
      double rest =
          Math.max(
              0,
              evidence.agreeingPairs()[i] - all[FieldComparison.SAME] - home[FieldComparison.SAME]);
      double filled =
          Math.max(
              1, evidence.filledPairs()[i] - Arrays.stream(all).sum() - Arrays.stream(home).sum());
      same[i] = Math.clamp((rest + 0.5) / (filled + 1), 1e-9, 0.98);
      uFree[i] = Counts.shares(others.overall(i), typical(evidence.fields().get(i), false), 0.5);
      withSame(uFree[i], same[i]);
    }
    for (int i = 0; i < n; i++) {
      double[][] m = new double[LinkModel.STATES][];
      double[] all = matches.overall(i);
      double strength = 4 + Limits.LEAST_DOUBT * Arrays.stream(all).sum();
      double[] free = Counts.shares(all, typical(evidence.fields().get(i), true), strength);
      limits.ofOnePerson(i, free);
      m[LinkModel.FREE] = free;
      for (int state = 1; state < LinkModel.STATES; state++) {
        m[state] =
            parents[i] < 0 || limits.bothOwn(i, parents[i])
                ? free
                : Counts.shares(matches.of[i][state], free, 20);
        limits.ofOnePerson(i, m[state]);
      }
      double[][] u = repeat(uFree[i]);
      if (parents[i] >= 0) {
        u[LinkModel.PARENT_SAME] = dependent(model, i, parents[i], uFree[i]);
        double[] apart = apart(uFree[i], u[LinkModel.PARENT_SAME], same[parents[i]]);
        for (int state : new int[] {LinkModel.PARENT_NEAR, LinkModel.PARENT_DIFFERENT}) {
          u[state] = Counts.shares(others.of[i][state], apart, 30);
        }
      }
      // What a home shares is written with the same slips as what a person has.
      double[] k = null;
      if (shared[i]) {
        k = Counts.shares(expected.kin().overall(i), free, 20);
        limits.ofOneHome(i, k);
      } else if (near[i] && (parents[i] < 0 || !near[parents[i]])) {
        k = Counts.shares(expected.kin().overall(i), uFree[i], 20);
        limits.ofTwins(i, k, uFree[i]);
      }
      comparisons.add(comparison(i, parents[i], m, k, u));
    }
    return new LinkModel(
        comparisons, prior(matches.total()), kin ? prior(expected.kin().total()) : 0);
  }

  /// u where the parent agrees, from pairs that agree in the parent.
  private double[] dependent(LinkModel model, int i, int parent, double[] free) {
    PairSample.Histogram pairs = evidence.agreeing().get(parent);
    double[] counts = new double[free.length];
    for (int k = 0; k < pairs.patterns().length; k++) {
      long pattern = pairs.patterns()[k];
      counts[RecordComparator.level(pattern, i)] += stranger(model, pattern) * pairs.counts()[k];
    }
    counts[0] = 0;
    return Counts.shares(counts, free, 5);
  }

  /// u where the parent does not agree: what is left of the whole.
  private static double[] apart(double[] free, double[] agreed, double parentSame) {
    double[] shares = free.clone();
    double whole = free[FieldComparison.SAME];
    double rest = (whole - agreed[FieldComparison.SAME] * parentSame) / (1 - parentSame);
    withSame(shares, Math.max(0.05 * whole, rest));
    return shares;
  }

  private static double change(LinkModel before, LinkModel after) {
    double most = Math.abs(before.prior() - after.prior()) / after.prior();
    for (int i = 0; i < before.comparisons().size(); i++) {
      double[] a = before.comparisons().get(i).m()[0];
      double[] b = after.comparisons().get(i).m()[0];
      for (int level = 1; level < a.length; level++) {
        most = Math.max(most, Math.abs(a[level] - b[level]));
      }
    }
    return most;
  }
}
