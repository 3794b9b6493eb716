package io.customer360.studio.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.matrix.PreparationOptions.Impute;
import io.customer360.studio.matrix.PreparationOptions.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private static final double NAN = Double.NaN;

  private static LoadedMatrix loaded(double[]... columns) {
    List<String> names = new ArrayList<>();
    List<ColumnFacts> facts = new ArrayList<>();
    for (double[] column : columns) {
      String name = "c" + names.size();
      names.add(name);
      int gaps = (int) Arrays.stream(column).filter(Double::isNaN).count();
      facts.add(ColumnFacts.of(name, column, gaps, 0, 0));
    }
    return new LoadedMatrix(
        "test",
        new Matrix(names, columns, columns[0].length),
        RowNames.numbers(),
        facts,
        List.of());
  }

  private static Prepared prepare(PreparationOptions options, double[]... columns) {
    return Preparation.prepare(loaded(columns), options, Progress.NONE);
  }

  @Test
  void everyColumnGetsMeanNoneAndDeviationOne() {
    double[][] columns = Points.clusters(500, 3, 2, 3, 1);
    Prepared prepared = prepare(PreparationOptions.DEFAULT, columns);
    for (double[] column : prepared.matrix().columns()) {
      assertThat(Arrays.stream(column).sum()).isCloseTo(0, within(1e-9));
      assertThat(Arrays.stream(column).map(v -> v * v).sum() / 500).isCloseTo(1, within(1e-9));
    }
    assertThat(prepared.features().get(1).apply(columns[1][7]))
        .isEqualTo(prepared.matrix().columns()[1][7]);
    assertThat(prepared.original().columns()[2]).isSameAs(columns[2]);
  }

  @Test
  void gapsTakeTheMedianOrTheRowIsDropped() {
    double[] a = {1, NAN, 3, 100};
    double[] b = {5, 6, 7, NAN};
    Prepared filled =
        prepare(new PreparationOptions(Impute.MEDIAN, 0, List.of(), Scale.NONE, 0), a, b);
    assertThat(filled.matrix().columns()[0]).containsExactly(1, 3, 3, 100);
    assertThat(filled.matrix().columns()[1]).containsExactly(5, 6, 7, 6);
    assertThat(filled.steps().getFirst().words()).contains("2 gaps");
    assertThat(a[1]).isNaN();
    Prepared dropped =
        prepare(new PreparationOptions(Impute.DROP, 0, List.of(), Scale.NONE, 0), a, b);
    assertThat(dropped.matrix().columns()[0]).containsExactly(1, 3);
    assertThat(dropped.sourceRow(1)).isEqualTo(2);
    assertThatThrownBy(
            () ->
                prepare(
                    new PreparationOptions(Impute.DROP, 0, List.of(), Scale.NONE, 0),
                    new double[] {1, NAN},
                    new double[] {NAN, 2}))
        .hasMessageContaining("Every row");
  }

  @Test
  void constantAndEmptyColumnsAreLeftOut() {
    Prepared prepared =
        prepare(
            PreparationOptions.DEFAULT,
            new double[] {4, 4, 4},
            new double[] {NAN, NAN, NAN},
            new double[] {1, 2, 3});
    assertThat(prepared.original().names()).containsExactly("c2");
    assertThat(prepared.constant())
        .extracting(LoadedMatrix.LeftOut::column)
        .containsExactly("c0", "c1");
    assertThatThrownBy(() -> prepare(PreparationOptions.DEFAULT, new double[] {7, 7, 7}))
        .hasMessageContaining("All rows of test are the same in c0");
    assertThatThrownBy(() -> prepare(PreparationOptions.DEFAULT, new double[] {7}))
        .hasMessageContaining("one row");
  }

  @Test
  void winsoriseAndLogarithm() {
    double[] column = new double[101];
    Arrays.setAll(column, i -> i);
    column[100] = 1e6;
    Prepared held =
        prepare(new PreparationOptions(Impute.MEDIAN, 0.05, List.of(), Scale.NONE, 0), column);
    assertThat(held.matrix().columns()[0][100]).isEqualTo(95);
    assertThat(held.matrix().columns()[0][0]).isEqualTo(5);
    assertThat(held.original().columns()[0][100]).isEqualTo(1e6);
    assertThat(held.suggestions().getFirst()).contains("skewed").contains("--log");
    Prepared logged =
        prepare(new PreparationOptions(Impute.MEDIAN, 0, List.of("c0"), Scale.NONE, 0), column);
    assertThat(logged.matrix().columns()[0][100]).isCloseTo(Math.log(1e6 + 1), within(1e-12));
    assertThat(logged.suggestions()).isEmpty();
    assertThat(Preparation.signedExp(Preparation.signedLog(-42))).isCloseTo(-42, within(1e-9));
    assertThatThrownBy(
            () ->
                prepare(
                    new PreparationOptions(Impute.MEDIAN, 0, List.of("x"), Scale.NONE, 0), column))
        .hasMessageContaining("--log names x");
  }

  @Test
  void componentsKeepDistancesAndTheirOrder() {
    double[][] columns = Points.clusters(400, 4, 3, 2, 5);
    Prepared whole =
        prepare(new PreparationOptions(Impute.MEDIAN, 0, List.of(), Scale.NONE, 4), columns);
    for (int i = 1; i < 50; i++) {
      assertThat(Points.distance(whole.matrix().columns(), 0, i))
          .isCloseTo(Points.distance(columns, 0, i), within(1e-9));
    }
    double[] explained = java.util.Objects.requireNonNull(whole.components()).explained();
    assertThat(Arrays.stream(explained).sum()).isCloseTo(1, within(1e-12));
    assertThat(explained[0]).isGreaterThan(explained[3]);
    Prepared part =
        prepare(new PreparationOptions(Impute.MEDIAN, 0, List.of(), Scale.NONE, 0.8), columns);
    assertThat(part.matrix().width()).isLessThan(4);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new PreparationOptions(Impute.MEDIAN, 0.5, List.of(), Scale.NONE, 0))
        .hasMessageContaining("--winsorise");
    assertThatThrownBy(() -> new PreparationOptions(Impute.MEDIAN, 0, List.of(), Scale.NONE, 2.5))
        .hasMessageContaining("--pca");
  }
}
