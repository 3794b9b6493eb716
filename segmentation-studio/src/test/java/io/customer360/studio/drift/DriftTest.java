package io.customer360.studio.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.Clustering;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.matrix.FeatureSets;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.ui.StudioLake;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {
  private static final Person MAYA = new Person("maya", "Maya Holt", Role.ANALYST);
  private static final List<String> COLUMNS = List.of("recency_days", "orders_365d");

  @TempDir Path folder;

  private static ClusterSettings settings(int k) {
    ClusterRequest of = ClusterRequest.of(Algorithm.KMEANS, k, 7);
    ClusterRequest withoutSamples =
        new ClusterRequest(
            of.algorithm(),
            k,
            of.seed(),
            3,
            of.maxIterations(),
            0,
            of.minPoints(),
            of.minClusterSize(),
            of.linkage(),
            of.covariance(),
            0,
            of.preparation());
    return new ClusterSettings("behaviour", COLUMNS, null, withoutSamples);
  }

  private static Labelling run(SmallLake lake, ClusterSettings settings) {
    ClusterResult result =
        Clustering.run(
            FeatureSets.read(
                lake.lakehouse(), settings.features(), settings.columns(), Progress.NONE),
            settings.request(),
            Progress.NONE);
    return Labelling.of(result);
  }

  private static void write(SmallLake lake, String sql) {
    lake.lakehouse()
        .write(
            connection -> {
              Rows.run(connection, sql);
              return true;
            });
  }

  @Test
  void aClusteringIsKeptAndWhatChangedIsFound() {
    try (SmallLake lake = StudioLake.make(folder)) {
      ClusteringStore store =
          new ClusteringStore(lake.lakehouse(), Clock.fixed(SmallLake.AS_OF, ZoneOffset.UTC));
      assertThat(store.list()).isEmpty();
      ClusterSettings settings = settings(3);
      SavedClustering saved =
          store.save("kinds", "Kinds", settings, run(lake, settings), MAYA, Progress.NONE);
      SavedClustering read = store.list().getFirst();
      assertThat(read.settings()).isEqualTo(settings);
      assertThat(read.saved()).isEqualTo(saved.saved());
      assertThat(read.figures().n()).isEqualTo(240);
      assertThat(read.figures().groups()).hasSize(3);
      assertThat(read.report()).contains("data_hash".replace("_h", "H"));

      Drift same = store.compare(read, run(lake, settings), Progress.NONE);
      assertThat(same.stayedShare()).isEqualTo(1);
      assertThat(same.agreement()).isEqualTo(1);
      assertThat(same.moved()).isEmpty();
      assertThat(same.changes()).allMatch(change -> change.shift() == 0 && change.left() == 0);

      // Customers are kind 0 (80 of them, recent), 1 or 2. Ten of kind 0 go quiet like kind 2, five
      // of kind 1 go away and a newcomer of kind 1 comes.
      write(
          lake,
          """
          update gold.feature set recency_days = 205, orders_365d = 2 where customer_id in
            (select customer_id from gold.feature where recency_days < 50
              order by customer_id limit 10)""");
      write(
          lake,
          """
          delete from gold.feature where customer_id in
            (select customer_id from gold.feature where recency_days between 90 and 150
              order by customer_id limit 5)""");
      write(
          lake,
          "insert into gold.feature by name select * replace ('C-NEW' as customer_id)"
              + " from gold.feature where recency_days between 90 and 150 limit 1");
      Drift drift = store.compare(read, run(lake, settings), Progress.NONE);
      assertThat(drift.shared()).isEqualTo(235);
      assertThat(drift.gone()).isEqualTo(5);
      assertThat(drift.fresh()).isEqualTo(1);
      assertThat(drift.moved()).hasSize(10);
      assertThat(drift.stayed()).isEqualTo(225);
      assertThat(drift.agreement()).isBetween(0.8, 0.99);
      assertThat(drift.changes()).hasSize(3);
      assertThat(drift.changes().stream().mapToLong(Drift.Change::left).sum()).isEqualTo(10);
      assertThat(drift.changes().stream().mapToLong(Drift.Change::entered).sum()).isEqualTo(10);
      assertThat(drift.merges()).isEmpty();
      assertThat(drift.splits()).isEmpty();

      SavedClustering second =
          store.save("kinds", "Kinds", settings, run(lake, settings), MAYA, Progress.NONE);
      assertThat(second.run()).isEqualTo(2);
      assertThat(store.list()).hasSize(1);
      assertThat(store.runs("kinds")).hasSize(2);

      Drift fewer = store.compare(second, run(lake, settings(2)), Progress.NONE);
      assertThat(fewer.merges()).hasSize(1);
      assertThat(fewer.merges().getFirst().then()).hasSize(2);
      assertThat(fewer.changes()).hasSize(3);
      assertThat(fewer.changes().stream().filter(change -> change.now() < 0)).hasSize(1);

      assertThatThrownBy(() -> store.runs("kids"))
          .isInstanceOf(WorkbenchException.class)
          .hasMessageContaining("kinds");
      assertThatThrownBy(
              () -> store.save("No Name", "", settings, run(lake, settings), MAYA, Progress.NONE))
          .isInstanceOf(WorkbenchException.class);
    }
  }

  @Test
  void aSplitAndTheShiftOfAMeanAreTold() {
    SavedClustering then = saved(new double[][] {{0, 0}, {10, 10}}, 100, 100);
    SavedClustering.Figures now =
        saved(new double[][] {{10, 12}, {-1, 0}, {1, 0}}, 100, 50, 50).figures();
    long[][] counts = {{0, 48, 50, 0}, {100, 0, 0, 0}, {0, 0, 0, 0}};
    Drift drift = Drift.of(then, now, counts, new long[] {2, 0, 0}, new long[4], List.of());
    assertThat(drift.splits()).containsExactly(new Drift.Split(0, List.of(1, 2)));
    assertThat(drift.merges()).isEmpty();
    assertThat(drift.stayed()).isEqualTo(150);
    Drift.Change stable = drift.changes().get(1);
    assertThat(stable.now()).isZero();
    // The second feature moved by 2, half a deviation of 4; the first not.
    assertThat(stable.most()).isEqualTo("b");
    assertThat(stable.mostShift()).isCloseTo(0.5, within(1e-12));
    assertThat(stable.shift()).isCloseTo(0.5 / Math.sqrt(2), within(1e-12));
    Drift.Change appeared = drift.changes().get(2);
    assertThat(appeared.then()).isEqualTo(-1);
    assertThat(appeared.entered()).isEqualTo(48);
  }

  private static SavedClustering saved(double[][] means, int... sizes) {
    List<SavedClustering.Group> groups = new java.util.ArrayList<>();
    for (int q = 0; q < sizes.length; q++) {
      groups.add(new SavedClustering.Group("g" + q, sizes[q], means[q], "", 1, 1));
    }
    SavedClustering.Figures figures =
        new SavedClustering.Figures(
            "kmeans",
            Arrays.stream(sizes).sum(),
            sizes.length,
            0,
            1,
            null,
            null,
            null,
            7,
            "",
            "",
            List.of(new SavedClustering.Feature("a", 5, 4), new SavedClustering.Feature("b", 5, 4)),
            groups);
    return new SavedClustering(
        "x", 1, "X", "", SmallLake.AS_OF, SmallLake.AS_OF, "", settings(2), figures, "");
  }

  @Test
  void theBestPairsAreThoseOfTryingAll() {
    SplittableRandom random = new SplittableRandom(1);
    for (int turn = 0; turn < 60; turn++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      long[][] worth = new long[rows][columns];
      for (long[] row : worth) {
        Arrays.setAll(row, q -> random.nextInt(12));
      }
      int[] pairs = Assignment.best(worth, columns);
      long sum = 0;
      boolean[] taken = new boolean[columns];
      for (int p = 0; p < rows; p++) {
        if (pairs[p] >= 0) {
          assertThat(taken[pairs[p]]).isFalse();
          taken[pairs[p]] = true;
          sum += worth[p][pairs[p]];
        }
      }
      assertThat(sum).isEqualTo(most(worth, 0, new boolean[columns]));
    }
  }

  private static long most(long[][] worth, int row, boolean[] taken) {
    if (row == worth.length) {
      return 0;
    }
    long best = most(worth, row + 1, taken);
    for (int q = 0; q < taken.length; q++) {
      if (!taken[q]) {
        taken[q] = true;
        best = Math.max(best, worth[row][q] + most(worth, row + 1, taken));
        taken[q] = false;
      }
    }
    return best;
  }

  @Test
  void settingsKeepTheirPeople() {
    Rule gold =
        Rule.all(new Rule.Attribute("recency_days", Comparison.of(Operator.MORE_THAN, 30.0)));
    ClusterSettings settings =
        new ClusterSettings("rfm", List.of(), gold, ClusterRequest.of(Algorithm.HDBSCAN, 0, 3));
    assertThat(ClusterSettings.read("x", settings.text())).isEqualTo(settings);
    assertThatThrownBy(() -> ClusterSettings.read("x", "{")).isInstanceOf(WorkbenchException.class);
  }
}
