package io.customer360.studio.cluster.linkage;

/// A number for every pair of rows, each pair once: doubles for up to [#EXACT_ROWS] rows, floats
/// beyond, which halves the memory (20,000 rows: 800 MB) and rounds heights to seven digits.
abstract class PairTable {
  /// Rows up to which doubles are kept: 268 MB.
  static final int EXACT_ROWS = 8_192;

  static PairTable of(int rows) {
    int pairs = Math.toIntExact((long) rows * (rows - 1) / 2);
    return rows <= EXACT_ROWS ? new Doubles(pairs) : new Floats(pairs);
  }

  /// Where pair (a, b) lies, a below b.
  static int place(int a, int b) {
    return (int) ((long) b * (b - 1) / 2) + a;
  }

  abstract double at(int place);

  abstract void set(int place, double value);

  double get(int a, int b) {
    return at(a < b ? place(a, b) : place(b, a));
  }

  private static final class Doubles extends PairTable {
    private final double[] values;

    Doubles(int pairs) {
      values = new double[pairs];
    }

    @Override
    double at(int place) {
      return values[place];
    }

    @Override
    void set(int place, double value) {
      values[place] = value;
    }
  }

  private static final class Floats extends PairTable {
    private final float[] values;

    Floats(int pairs) {
      values = new float[pairs];
    }

    @Override
    double at(int place) {
      return values[place];
    }

    @Override
    void set(int place, double value) {
      values[place] = (float) value;
    }
  }
}
