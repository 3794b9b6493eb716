package io.customer360.studio.count;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Fills sets of rows on all processors: a piece of the rows is a whole number of the set's words,
/// so no two threads write to the same one and the set is the same whatever their number.
final class Sifting {
  /// A tenth of a millisecond's work, so that a cancelled count ends at once.
  private static final int PIECE = 1 << 14;

  private Sifting() {}

  /// Work on rows from, inclusive, to, exclusive.
  @FunctionalInterface
  interface Piece {
    void run(int from, int to);
  }

  /// Runs over rows in pieces, in no order. What a piece throws is thrown here.
  static void pieces(int rows, Piece piece) {
    IntStream.range(0, (rows + PIECE - 1) / PIECE)
        .parallel()
        .forEach(i -> piece.run(i * PIECE, Math.min(rows, (i + 1) * PIECE)));
  }

  /// The rows a test holds for.
  static Bits rows(int rows, IntPredicate test) {
    Bits bits = new Bits(rows);
    pieces(
        rows,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            if (test.test(row)) {
              bits.set(row);
            }
          }
        });
    return bits;
  }

  /// The rows whose code passes.
  static Bits codes(char[] codes, int rows, boolean[] passes) {
    long[] bit = new long[passes.length];
    for (int i = 0; i < bit.length; i++) {
      bit[i] = passes[i] ? 1 : 0;
    }
    Bits bits = new Bits(rows);
    pieces(
        rows,
        (from, to) -> {
          for (int word = from; word < to; word += 64) {
            long made = 0;
            int end = Math.min(to, word + 64);
            for (int row = word; row < end; row++) {
              made |= bit[codes[row]] << row;
            }
            bits.word(word, made);
          }
        });
    return bits;
  }

  /// The rows whose number passes.
  static Bits numbers(double[] values, int rows, NumberTest test) {
    if (test.some().length > 0 || test.unknown()) {
      return rows(rows, row -> test.passes(values[row]));
    }
    double low = test.low();
    double high = test.high();
    Bits bits = new Bits(rows);
    pieces(
        rows,
        (from, to) -> {
          for (int word = from; word < to; word += 64) {
            long made = 0;
            int end = Math.min(to, word + 64);
            for (int row = word; row < end; row++) {
              double value = values[row];
              made |= (value >= low & value <= high ? 1L : 0L) << row;
            }
            bits.word(word, made);
          }
        });
    return bits;
  }
}
