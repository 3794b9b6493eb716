package io.customer360.model;

import io.customer360.fault.WorkbenchException;
import io.customer360.feature.FeatureShape;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Trains on any CSV with a target of two values, and says by cross-validation how good that is.
/// Everything learnt from data (means, gaps, weights) is learnt within each fold.
public final class FileTraining {
  private static final double COST = 0.1;

  private FileTraining() {}

  /// `id` names a column to leave out, or is null. The folds are stratified by the target.
  public static FileTrainingReport train(
      Path csv, String target, @Nullable String id, int folds, long seed, Progress progress) {
    long start = System.nanoTime();
    progress.stage("Read " + csv.getFileName());
    FileTable file = FileTable.read(csv, target, id);
    Table table = file.table();
    int positives = table.positives();
    int least = Math.min(positives, table.rows() - positives);
    if (folds < 2 || least < folds) {
      throw WorkbenchException.user(
          "C360-MOD-046",
          "Cannot make "
              + folds
              + " folds: "
              + file.positive()
              + " occurs "
              + positives
              + " times in "
              + table.rows()
              + " rows. Use at least 2 folds and no more than the rarer value occurs.");
    }
    Learner learner =
        new Learner(
            Arrays.stream(table.names())
                .map(
                    name ->
                        new Preparation.Column(
                            name,
                            FeatureShape.LINEAR,
                            Double.NEGATIVE_INFINITY,
                            Double.POSITIVE_INFINITY))
                .toList(),
            COST,
            folds,
            seed);
    int[] fold = stratify(table.labels(), folds, seed);
    double[] predicted = new double[table.rows()];
    List<Double> areas = new ArrayList<>();
    progress.stage("Cross-validate");
    for (int f = 0; f < folds; f++) {
      progress.checkCancelled();
      progress.fraction((double) f / folds);
      int held = f;
      int[] rest = IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray();
      int[] part = IntStream.range(0, fold.length).filter(i -> fold[i] == held).toArray();
      Table judged = table.select(part);
      double[] logOdds = learner.fit(table.select(rest), Instant.EPOCH, Map.of()).logOdds(judged);
      double[] probability = Calibration.NONE.apply(logOdds);
      for (int i = 0; i < part.length; i++) {
        predicted[part[i]] = probability[i];
      }
      areas.add(Ranking.of(probability, judged.labels()).auc());
    }
    double mean = areas.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = areas.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
    return new FileTrainingReport(
        table.rows(),
        file.used().size(),
        table.names().length,
        positives,
        file.positive(),
        new FileTrainingReport.Spread(mean, Math.sqrt(squares / (folds - 1))),
        Judgement.brier(predicted, table.labels()),
        Judgement.logLoss(predicted, table.labels()),
        Judgement.calibrationError(Judgement.reliability(predicted, table.labels())),
        folds,
        seed,
        List.copyOf(areas),
        file.used(),
        file.dropped(),
        file.skipped(),
        (System.nanoTime() - start) / 1e9);
  }

  /// Deals each class out to the folds in shuffled order.
  private static int[] stratify(boolean[] labels, int folds, long seed) {
    int[] order = IntStream.range(0, labels.length).toArray();
    Random random = new Random(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    int[] fold = new int[labels.length];
    int yes = 0;
    int no = 0;
    for (int row : order) {
      fold[row] = (labels[row] ? yes++ : no++) % folds;
    }
    return fold;
  }
}
