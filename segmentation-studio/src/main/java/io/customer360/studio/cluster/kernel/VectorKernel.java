package io.customer360.studio.cluster.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: as many rows at once as a register holds, four centres a pass, so that a loaded
/// coordinate is used four times and the additions do not wait for each other. Loaded only through
/// [Kernels], which knows whether the virtual machine has the module.
final class VectorKernel implements DistanceKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  @Override
  public String name() {
    return "vector " + SPECIES.vectorBitSize() + " bit";
  }

  @Override
  public void nearest(
      double[][] columns,
      int from,
      int length,
      CentreTable centres,
      int[] nearest,
      double[] scratch) {
    int lanes = SPECIES.length();
    int whole = length - length % lanes;
    int count = centres.count();
    int d = columns.length;
    double[] factors = centres.factors();
    double[] constants = centres.constants();
    for (int i = 0; i < whole; i += lanes) {
      DoubleVector best = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
      DoubleVector winner = DoubleVector.zero(SPECIES);
      int q = 0;
      for (; q + 4 <= count; q += 4) {
        DoubleVector a0 = DoubleVector.broadcast(SPECIES, constants[q]);
        DoubleVector a1 = DoubleVector.broadcast(SPECIES, constants[q + 1]);
        DoubleVector a2 = DoubleVector.broadcast(SPECIES, constants[q + 2]);
        DoubleVector a3 = DoubleVector.broadcast(SPECIES, constants[q + 3]);
        for (int j = 0; j < d; j++) {
          DoubleVector x = DoubleVector.fromArray(SPECIES, columns[j], from + i);
          int o = j * count + q;
          a0 = x.fma(DoubleVector.broadcast(SPECIES, factors[o]), a0);
          a1 = x.fma(DoubleVector.broadcast(SPECIES, factors[o + 1]), a1);
          a2 = x.fma(DoubleVector.broadcast(SPECIES, factors[o + 2]), a2);
          a3 = x.fma(DoubleVector.broadcast(SPECIES, factors[o + 3]), a3);
        }
        VectorMask<Double> nearer = a0.compare(VectorOperators.LT, best);
        best = best.blend(a0, nearer);
        winner = winner.blend(q, nearer);
        nearer = a1.compare(VectorOperators.LT, best);
        best = best.blend(a1, nearer);
        winner = winner.blend(q + 1, nearer);
        nearer = a2.compare(VectorOperators.LT, best);
        best = best.blend(a2, nearer);
        winner = winner.blend(q + 2, nearer);
        nearer = a3.compare(VectorOperators.LT, best);
        best = best.blend(a3, nearer);
        winner = winner.blend(q + 3, nearer);
      }
      for (; q < count; q++) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, constants[q]);
        for (int j = 0; j < d; j++) {
          a =
              DoubleVector.fromArray(SPECIES, columns[j], from + i)
                  .fma(DoubleVector.broadcast(SPECIES, factors[j * count + q]), a);
        }
        VectorMask<Double> nearer = a.compare(VectorOperators.LT, best);
        best = best.blend(a, nearer);
        winner = winner.blend(q, nearer);
      }
      winner.intoArray(scratch, i);
    }
    for (int i = 0; i < whole; i++) {
      nearest[i] = (int) scratch[i];
    }
    for (int i = whole; i < length; i++) {
      nearest[i] = one(columns, from + i, centres);
    }
  }

  /// The rows that fill no register.
  private static int one(double[][] columns, int row, CentreTable centres) {
    int count = centres.count();
    double best = Double.POSITIVE_INFINITY;
    int winner = 0;
    for (int q = 0; q < count; q++) {
      double sum = centres.constants()[q];
      for (int j = 0; j < columns.length; j++) {
        sum = Math.fma(columns[j][row], centres.factors()[j * count + q], sum);
      }
      if (sum < best) {
        best = sum;
        winner = q;
      }
    }
    return winner;
  }

  @Override
  public void squared(double[][] columns, int from, int length, double[] point, double[] out) {
    int lanes = SPECIES.length();
    int pairs = length - length % (2 * lanes);
    int d = columns.length;
    int i = 0;
    for (; i < pairs; i += 2 * lanes) {
      DoubleVector a = DoubleVector.zero(SPECIES);
      DoubleVector b = DoubleVector.zero(SPECIES);
      for (int j = 0; j < d; j++) {
        DoubleVector at = DoubleVector.broadcast(SPECIES, point[j]);
        DoubleVector x = DoubleVector.fromArray(SPECIES, columns[j], from + i).sub(at);
        DoubleVector y = DoubleVector.fromArray(SPECIES, columns[j], from + i + lanes).sub(at);
        a = x.fma(x, a);
        b = y.fma(y, b);
      }
      a.intoArray(out, i);
      b.intoArray(out, i + lanes);
    }
    for (; i < length; i++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        double away = columns[j][from + i] - point[j];
        sum = Math.fma(away, away, sum);
      }
      out[i] = sum;
    }
  }
}
