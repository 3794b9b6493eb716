package io.customer360.sample;

/// The random numbers of one person and one aspect of life: SplitMix64, with the draws the
/// generator needs. Own code, because the same seed must give the same bytes on every Java.
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /// Dice for one index and one aspect; neighbours share nothing.
  static Dice of(long seed, long index, int aspect) {
    return new Dice(mix(mix(seed + GOLDEN) ^ mix(index * 0x632BE59BD9B4E019L + aspect)));
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /// Uniform in [0, 1).
  double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /// Uniform in [0, bound).
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /// Uniform from low to high, both included.
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /// Exponential with this mean.
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /// A waiting time that is rather regular: Erlang with four stages and this mean.
  double rhythm(double mean) {
    return -mean / 4 * StrictMath.log((1 - unit()) * (1 - unit()) * (1 - unit()) * (1 - unit()));
  }

  /// About normal (sum of four uniforms), mean 0 and deviation 1; never beyond 3.5.
  double normal() {
    return (unit() + unit() + unit() + unit() - 2) * 1.7320508;
  }

  /// Log-normal with this median and spread.
  double around(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  <T> T pick(T[] values) {
    return values[below(values.length)];
  }
}
