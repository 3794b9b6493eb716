package io.customer360.studio.cluster.embedding;

import java.util.Arrays;

/// Points of a plane in nested squares, each with the mean and the number of its points, so that
/// far points push together as one (Barnes and Hut 1986). Built anew each iteration into the same
/// arrays; after [#build] any number of threads may read.
final class QuadTree {
  /// Points that are not told apart so deep down count as one place.
  private static final int DEEPEST = 40;

  private int[] child = new int[4 * 1024];
  private double[] sumX = new double[1024];
  private double[] sumY = new double[1024];
  private int[] count = new int[1024];
  private double[] side = new double[1024];

  /// A leaf's place, which all its points have; only of leaves.
  private double[] placeX = new double[1024];

  private double[] placeY = new double[1024];
  private boolean[] leaf = new boolean[1024];
  private int nodes;

  /// Mean x, mean y, points and squared side of each node, in the order they are walked.
  private double[] flat = new double[0];

  /// Where the walk goes on after a node that is not opened.
  private int[] skip = new int[0];

  void build(double[] x, double[] y) {
    double lowX = Double.POSITIVE_INFINITY;
    double highX = Double.NEGATIVE_INFINITY;
    double lowY = Double.POSITIVE_INFINITY;
    double highY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      lowX = Math.min(lowX, x[i]);
      highX = Math.max(highX, x[i]);
      lowY = Math.min(lowY, y[i]);
      highY = Math.max(highY, y[i]);
    }
    nodes = 0;
    double whole = Math.max(highX - lowX, highY - lowY) * (1 + 1e-9) + 1e-300;
    int root = node(whole);
    for (int i = 0; i < x.length; i++) {
      insert(root, x[i], y[i], lowX, lowY, whole);
    }
    if (flat.length < 4 * nodes) {
      flat = new double[4 * count.length];
      skip = new int[count.length];
    }
    flatten(0, 0);
  }

  /// Lays nodes out in the order in which they are walked, what a step needs side by side.
  ///
  /// @param at where the node goes
  /// @return where the next one after all below it goes
  private int flatten(int node, int at) {
    flat[4 * at] = sumX[node] / count[node];
    flat[4 * at + 1] = sumY[node] / count[node];
    flat[4 * at + 2] = count[node];
    // A leaf is never opened.
    flat[4 * at + 3] = leaf[node] ? -1 : side[node] * side[node];
    int next = at + 1;
    for (int quarter = 4 * node; quarter < 4 * node + 4 && !leaf[node]; quarter++) {
      if (child[quarter] >= 0) {
        next = flatten(child[quarter], next);
      }
    }
    skip[at] = next;
    return next;
  }

  private int node(double width) {
    if (nodes == count.length) {
      int more = nodes * 2;
      child = Arrays.copyOf(child, 4 * more);
      sumX = Arrays.copyOf(sumX, more);
      sumY = Arrays.copyOf(sumY, more);
      count = Arrays.copyOf(count, more);
      side = Arrays.copyOf(side, more);
      placeX = Arrays.copyOf(placeX, more);
      placeY = Arrays.copyOf(placeY, more);
      leaf = Arrays.copyOf(leaf, more);
    }
    Arrays.fill(child, 4 * nodes, 4 * nodes + 4, -1);
    sumX[nodes] = 0;
    sumY[nodes] = 0;
    count[nodes] = 0;
    side[nodes] = width;
    leaf[nodes] = true;
    return nodes++;
  }

  private void insert(int root, double x, double y, double cornerX, double cornerY, double whole) {
    int at = root;
    double left = cornerX;
    double low = cornerY;
    double half = whole / 2;
    for (int depth = 0; ; depth++) {
      boolean empty = count[at] == 0;
      sumX[at] += x;
      sumY[at] += y;
      count[at]++;
      if (leaf[at]) {
        if (empty) {
          placeX[at] = x;
          placeY[at] = y;
          return;
        }
        if (depth == DEEPEST || placeX[at] == x && placeY[at] == y) {
          return;
        }
        split(at, left, low, half);
      }
      int quarter = (x >= left + half ? 1 : 0) + (y >= low + half ? 2 : 0);
      left += (quarter & 1) != 0 ? half : 0;
      low += (quarter & 2) != 0 ? half : 0;
      if (child[4 * at + quarter] < 0) {
        int made = node(half);
        child[4 * at + quarter] = made;
      }
      at = child[4 * at + quarter];
      half /= 2;
    }
  }

  /// Moves what a leaf holds one level down; the newcomer is counted in the leaf already.
  private void split(int at, double left, double low, double half) {
    double x = placeX[at];
    double y = placeY[at];
    int quarter = (x >= left + half ? 1 : 0) + (y >= low + half ? 2 : 0);
    int made = node(half);
    child[4 * at + quarter] = made;
    leaf[at] = false;
    int held = count[at] - 1;
    count[made] = held;
    sumX[made] = x * held;
    sumY[made] = y * held;
    placeX[made] = x;
    placeY[made] = y;
  }

  /// The push of all other points on one, and its part of the normalising sum, under Student's t
  /// with one degree of freedom: `out[0]`, `out[1]` the sums of `q^2 (y - y')`, `out[2]` that of
  /// `q`, `q = 1 / (1 + |y - y'|^2)`.
  ///
  /// @param theta squares that look narrower than this act as one point
  void push(double x, double y, double theta, double[] out) {
    double limit = theta * theta;
    double forceX = 0;
    double forceY = 0;
    // The point itself is met on the way with q = 1 and no force.
    double sum = -1;
    int end = nodes;
    for (int at = 0; at < end; ) {
      int place = 4 * at;
      double dx = x - flat[place];
      double dy = y - flat[place + 1];
      double squared = dx * dx + dy * dy;
      if (flat[place + 3] < limit * squared) {
        double q = 1 / (1 + squared);
        double mass = flat[place + 2] * q;
        sum += mass;
        mass *= q;
        forceX += mass * dx;
        forceY += mass * dy;
        at = skip[at];
      } else {
        at++;
      }
    }
    out[0] = forceX;
    out[1] = forceY;
    out[2] = sum;
  }
}
