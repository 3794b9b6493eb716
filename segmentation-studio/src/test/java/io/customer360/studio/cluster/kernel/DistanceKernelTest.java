package io.customer360.studio.cluster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.customer360.studio.cluster.Points;
import java.lang.module.ModuleFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceKernelTest {
  @Test
  void theVectorKernelIsUsedWhereTheModuleIsThere() {
    assumeThat(ModuleFinder.ofSystem().find("jdk.incubator.vector")).isPresent();
    assertThat(Kernels.best().name()).startsWith("vector");
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "7,1,2", "1000,3,5", "1003,12,8", "513,5,9", "64,40,4"})
  void bothKernelsFindTheNearestCentreToTheLastBit(int rows, int d, int k) {
    double[][] columns = Points.clusters(rows, d, Math.max(1, k), 3, rows);
    double[][] centres = new double[k][d];
    double[] origin = new double[d];
    for (int j = 0; j < d; j++) {
      origin[j] = columns[j][0] + 1000;
      for (int q = 0; q < k; q++) {
        centres[q][j] = columns[j][(q * 17) % rows] + 0.1 * q;
      }
    }
    CentreTable table = new CentreTable(centres, origin);
    int[] fast = new int[rows];
    int[] plain = new int[rows];
    Kernels.best().nearest(columns, 0, rows, table, fast, new double[rows]);
    new ScalarKernel().nearest(columns, 0, rows, table, plain, new double[rows]);
    assertThat(fast).isEqualTo(plain);
    for (int i = 0; i < rows; i++) {
      double own = squared(columns, i, centres[fast[i]]);
      for (double[] centre : centres) {
        assertThat(own).isLessThanOrEqualTo(squared(columns, i, centre) + 1e-6);
      }
    }
    double[] a = new double[rows];
    double[] b = new double[rows];
    Kernels.best().squared(columns, 0, rows, centres[0], a);
    new ScalarKernel().squared(columns, 0, rows, centres[0], b);
    assertThat(a).isEqualTo(b);
    for (int i = 0; i < rows; i++) {
      double expected = squared(columns, i, centres[0]);
      assertThat(a[i])
          .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9 * (1 + expected)));
    }
  }

  @Test
  void aStretchInTheMiddleIsTheSameAsTheWhole() {
    double[][] columns = Points.clusters(500, 4, 3, 2, 9);
    double[] point = {1, 2, 3, 4};
    double[] whole = new double[500];
    double[] part = new double[100];
    Kernels.best().squared(columns, 0, 500, point, whole);
    Kernels.best().squared(columns, 123, 100, point, part);
    for (int i = 0; i < 100; i++) {
      assertThat(part[i]).isEqualTo(whole[123 + i]);
    }
  }

  private static double squared(double[][] columns, int row, double[] point) {
    double sum = 0;
    for (int j = 0; j < point.length; j++) {
      sum += (columns[j][row] - point[j]) * (columns[j][row] - point[j]);
    }
    return sum;
  }
}
