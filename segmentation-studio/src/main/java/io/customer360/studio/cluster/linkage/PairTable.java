package io.customer360.studio.cluster.linkage;

/// A number for every pair of rows, each pair once: doubles for up to [#EXACT_ROWS] rows, floats
/// beyond, which halves the memory (20,000 rows: 800 MB) and rounds heights to seven digits.
///
/// A row's pairs are read along a row of the triangle and then down a column. In tiles of 64 by 64,
/// within them squares of 4 by 4, both ways use a quarter of each cache line; in a plain triangle
/// every step down a column would miss the cache.
abstract class PairTable {
  /// Rows up to which doubles are kept: 268 MB.
  static final int EXACT_ROWS = 8_192;

  static PairTable of(int rows) {
    long tiles = (rows + 63) / 64;
    int pairs = Math.toIntExact(tiles * (tiles + 1) / 2 * 4096);
    return rows <= EXACT_ROWS ? new Doubles(pairs) : new Floats(pairs);
  }

  /// Where pair (a, b) lies, a below b.
  static int place(int a, int b) {
    int tileRow = b >>> 6;
    int tile = tileRow * (tileRow + 1) / 2 + (a >>> 6);
    return (tile << 12) + ((b & 60) << 6) + ((a & 60) << 2) + ((b & 3) << 2) + (a & 3);
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
