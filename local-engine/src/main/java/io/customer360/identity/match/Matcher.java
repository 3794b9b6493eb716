package io.customer360.identity.match;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.block.BlockingPlan;
import io.customer360.identity.block.Candidates;
import io.customer360.identity.compare.FieldComparison;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.standard.Nicknames;
import io.customer360.identity.standard.StandardTable;
import io.customer360.identity.standard.Standardizer;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Finds the records of one person in one source, or across two. Nothing has to be told: what the
/// columns hold, how to compare them, which pairs to compare and how much each agreement weighs is
/// found from the records. The same records, settings and seed give the same result, in whatever
/// order the records come and on however many threads.
public final class Matcher {
  private static final int RANDOM_PAIRS = 1_000_000;
  private static final int FEWEST_PAIRS = 200_000;
  private static final int AGREEING_PAIRS = 50_000;
  private static final int TRAINING_PAIRS = 2_000_000;
  private static final long TRAINING_BUDGET = 6_000_000;
  private static final double KEEP = 0.01;
  private static final int MOST_RULES = 30;

  private final MatchSettings settings;
  private final Nicknames nicknames = new Nicknames();

  public Matcher(MatchSettings settings) {
    this.settings = settings;
  }

  /// Learns, compares and clusters. Where nothing differs there is nothing to learn from, and
  /// everybody stays alone.
  ///
  /// @throws WorkbenchException when no column can be compared for another reason
  public LinkResult link(RecordTable records, Progress progress) {
    StandardTable table = standardized(records, progress);
    Optional<LinkResult> alone = Indistinct.everybodyAlone(table, settings, nicknames);
    if (alone.isPresent()) {
      return alone.get();
    }
    Learned learned = learned(table, progress);
    progress.stage("Compare the pairs");
    PairScorer scorer = learned.scorer();
    Candidates candidates = candidates(learned, records);
    ScoredPairs pairs = score(scorer, candidates, settings.threads(), progress);
    long compared = candidates.counts().stream().mapToLong(Candidates.RuleCount::actual).sum();
    progress.stage("Put the clusters together");
    return new Linking(settings, records, scorer, pairs)
        .result(compared, learned.rounds(), candidates.counts(), learned.warnings());
  }

  private Candidates candidates(Learned learned, RecordTable records) {
    return learned
        .plan()
        .choose(
            errors(learned.scorer().model()),
            settings.budgetFor(records.size()),
            MOST_RULES,
            settings.seed());
  }

  /// What was learned, before anything is compared with it.
  ///
  /// @param candidates the pairs to compare
  /// @param model to weigh other records with; empty when the columns are such that it cannot be
  ///     kept
  /// @param warnings in plain words
  public record Lesson(
      PairScorer scorer, Candidates candidates, Optional<KeptModel> model, List<String> warnings) {}

  /// Learns a model and which pairs to compare, and keeps both apart from the records.
  ///
  /// @throws WorkbenchException when no column can be compared
  public Lesson keep(RecordTable records, Progress progress) {
    Learned learned = learned(standardized(records, progress), progress);
    Candidates candidates = candidates(learned, records);
    return new Lesson(
        learned.scorer(),
        candidates,
        KeptModel.of(learned.scorer(), candidates.fixed()),
        learned.warnings());
  }

  /// Learns a model only, to explain pairs with.
  ///
  /// @throws WorkbenchException when no column can be compared
  public PairScorer learn(RecordTable records, Progress progress) {
    return learned(standardized(records, progress), progress).scorer();
  }

  private record Learned(PairScorer scorer, BlockingPlan plan, int rounds, List<String> warnings) {}

  private StandardTable standardized(RecordTable records, Progress progress) {
    progress.stage("Read the columns");
    return new Standardizer(nicknames).standardize(records, settings.columns());
  }

  private Learned learned(StandardTable table, Progress progress) {
    RecordTable records = table.records();
    List<String> warnings = new ArrayList<>(table.remarks());
    if (table.columns().isEmpty()) {
      throw WorkbenchException.data(
          "C360-IDT-005",
          "There is no column to compare: each is empty, holds one value only, stands in one of two"
              + " files or is a row's own key. Name columns with --columns, or call those that hold"
              + " the same alike in both files.");
    }
    if (records.possiblePairs() < 1) {
      throw WorkbenchException.data(
          "C360-IDT-012", "There are not two records to compare; give a file with rows.");
    }
    RecordComparator comparator = RecordComparator.of(table, nicknames);
    progress.stage("Choose which pairs to compare");
    long whole = settings.budgetFor(records.size());
    BlockingPlan plan = new BlockingPlan(records, comparator.fields(), whole, settings.threads());
    long budget = Math.min(whole, TRAINING_BUDGET);
    Candidates candidates =
        plan.choose(typicalErrors(comparator), budget, MOST_RULES, settings.seed());
    progress.stage("Learn from the pairs");
    Evidence evidence = evidence(records, comparator, candidates, progress);
    EmTrainer trainer = new EmTrainer(evidence, comparator, settings.threads());
    PairScorer scorer = trainer.train(progress);
    trainer.chance().flatMap(Chance::inWords).ifPresent(warnings::add);
    return new Learned(scorer, plan, trainer.rounds(), warnings);
  }

  private static double[] typicalErrors(RecordComparator comparator) {
    return comparator.fields().stream()
        .mapToDouble(field -> 1 - field.levels().getFirst().typicalMatch())
        .toArray();
  }

  private static double[] errors(LinkModel model) {
    return model.comparisons().stream()
        .mapToDouble(c -> Math.clamp(1 - c.m()[LinkModel.FREE][FieldComparison.SAME], 0.005, 0.9))
        .toArray();
  }

  private Evidence evidence(
      RecordTable records, RecordComparator comparator, Candidates candidates, Progress progress) {
    double keep = Math.min(1, (double) TRAINING_PAIRS / Math.max(1, candidates.upperBound()));
    long bound = (long) (keep * (1L << 32));
    List<PairBuffer> buffers = new ArrayList<>();
    List<Candidates.PairSink> sinks = new ArrayList<>();
    for (int t = 0; t < settings.threads(); t++) {
      PairBuffer buffer = new PairBuffer();
      buffers.add(buffer);
      sinks.add(
          (a, b) -> {
            long pair = PairSample.pair(a, b);
            if (keep >= 1 || mix(pair) < bound) {
              buffer.add(pair, 0);
            }
          });
    }
    candidates.stream(sinks, progress);
    long[] pairs = PairBuffer.all(buffers);
    Arrays.parallelSort(pairs);
    int threads = settings.threads();
    Samplers samplers = new Samplers(records);
    SplittableRandom random = new SplittableRandom(settings.seed());
    // Ten a record, within bounds: a few thousand records do not need a million pairs to learn
    // from.
    long wanted = Math.clamp(10L * records.size(), FEWEST_PAIRS, RANDOM_PAIRS);
    int agreeingWanted = Math.clamp(records.size(), AGREEING_PAIRS / 5, AGREEING_PAIRS);
    int count = (int) Math.min(wanted, Math.max(1, records.possiblePairs()));
    PairSample.Histogram anyPairs =
        PairSample.of(samplers.random(count, random), comparator, threads, 1).histogram();
    List<PairSample.Histogram> agreeing = new ArrayList<>();
    List<FieldComparison> fields = comparator.fields();
    double[] agreeingPairs = new double[fields.size()];
    double[] filledPairs = new double[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      progress.checkCancelled();
      agreeing.add(
          PairSample.of(
                  samplers.agreeing(fields.get(i), agreeingWanted, random), comparator, threads, 1)
              .histogram());
      agreeingPairs[i] = samplers.agreeing(fields.get(i));
      filledPairs[i] = samplers.filled(fields.get(i));
    }
    return new Evidence(
        records,
        fields,
        PairSample.of(pairs, comparator, threads, 1 / keep),
        anyPairs,
        agreeing,
        agreeingPairs,
        filledPairs);
  }

  /// A number from 0 to 2^32 - 1 that looks random and depends on the pair alone.
  private static long mix(long pair) {
    long z = (pair ^ (pair >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> 32;
  }

  /// Weighs every pair of the candidates; those next to impossible are left out.
  public static ScoredPairs score(
      PairScorer scorer, Candidates candidates, int threads, Progress progress) {
    double least = LinkModel.bits(KEEP);
    List<PairBuffer> buffers = new ArrayList<>();
    List<Candidates.PairSink> sinks = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      PairBuffer buffer = new PairBuffer();
      RecordComparator.Scratch scratch = scorer.comparator().scratch();
      buffers.add(buffer);
      sinks.add(
          (a, b) -> {
            long pattern = scorer.comparator().pattern(a, b, scratch);
            double bare = scorer.bare(pattern, a, b);
            if (bare >= least) {
              double weight = bare - scorer.kinPenalty(pattern, a, b);
              if (weight >= least) {
                buffer.add(PairSample.pair(a, b), (float) weight);
              }
            }
          });
    }
    candidates.stream(sinks, progress);
    return ScoredPairs.of(buffers);
  }
}
