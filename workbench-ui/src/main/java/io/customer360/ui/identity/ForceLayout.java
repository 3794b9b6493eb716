package io.customer360.ui.identity;

import java.util.Arrays;

/// Places the nodes of a graph by forces (Fruchterman and Reingold, 1991): linked nodes attract,
/// near nodes repel, everything is drawn a little to the middle. The ideal length of a link is 1.
/// Repulsion is cut off at two lengths and found by a grid, so that a round takes time in
/// proportion to nodes and links. There is no chance in it: the start is a sunflower, and the same
/// graph is always placed the same.
final class ForceLayout {
  private static final double REACH = 2;
  private static final double MIDDLE = 0.06;

  private final int count;
  private final int[] from;
  private final int[] to;
  private final double[] x;
  private final double[] y;
  private final double[] dx;
  private final double[] dy;

  private ForceLayout(int count, int[] from, int[] to) {
    this.count = count;
    this.from = from;
    this.to = to;
    x = new double[count];
    y = new double[count];
    dx = new double[count];
    dy = new double[count];
    double turn = Math.PI * (3 - Math.sqrt(5));
    for (int i = 0; i < count; i++) {
      double radius = 0.6 * Math.sqrt(i + 0.5);
      x[i] = radius * Math.cos(i * turn);
      y[i] = radius * Math.sin(i * turn);
    }
  }

  /// Positions of `count` nodes around 0, 0.
  ///
  /// @param from one end of each link, a node from 0
  /// @param to the other end, as many
  /// @return two rows: x and y
  static double[][] place(int count, int[] from, int[] to) {
    ForceLayout layout = new ForceLayout(count, from, to);
    int rounds = count <= 60 ? 300 : count <= 1_000 ? 140 : 80;
    double heat = Math.max(0.5, 0.12 * Math.sqrt(count));
    for (int round = 0; count > 1 && round < rounds; round++) {
      layout.step(heat * (1 - (double) round / rounds) + 0.01);
    }
    layout.centre();
    return new double[][] {layout.x, layout.y};
  }

  private void step(double longest) {
    Arrays.fill(dx, 0);
    Arrays.fill(dy, 0);
    repel();
    for (int i = 0; i < from.length; i++) {
      int a = from[i];
      int b = to[i];
      double ux = x[b] - x[a];
      double uy = y[b] - y[a];
      double distance = Math.sqrt(ux * ux + uy * uy);
      dx[a] += ux * distance;
      dy[a] += uy * distance;
      dx[b] -= ux * distance;
      dy[b] -= uy * distance;
    }
    for (int i = 0; i < count; i++) {
      double mx = dx[i] - MIDDLE * x[i];
      double my = dy[i] - MIDDLE * y[i];
      double length = Math.sqrt(mx * mx + my * my);
      double share = length > longest ? longest / length : 1;
      x[i] += mx * share;
      y[i] += my * share;
    }
  }

  /// Every node against those in its own and the eight cells around.
  private void repel() {
    double left = Arrays.stream(x).min().orElse(0);
    double top = Arrays.stream(y).min().orElse(0);
    int columns = 1 + (int) ((Arrays.stream(x).max().orElse(0) - left) / REACH);
    int rows = 1 + (int) ((Arrays.stream(y).max().orElse(0) - top) / REACH);
    int[] cell = new int[count];
    int[] start = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      cell[i] = (int) ((y[i] - top) / REACH) * columns + (int) ((x[i] - left) / REACH);
      start[cell[i] + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    int[] next = start.clone();
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[next[cell[i]]++] = i;
    }
    for (int i = 0; i < count; i++) {
      int row = cell[i] / columns;
      int column = cell[i] % columns;
      for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        int first = r * columns + Math.max(0, column - 1);
        int last = r * columns + Math.min(columns - 1, column + 1);
        for (int at = start[first]; at < start[last + 1]; at++) {
          push(i, sorted[at]);
        }
      }
    }
  }

  private void push(int i, int other) {
    double ux = x[i] - x[other];
    double uy = y[i] - y[other];
    double square = ux * ux + uy * uy;
    if (other != i && square < REACH * REACH) {
      if (square < 1e-9) {
        // Two on one spot part along a line that depends on which they are.
        ux = 1e-3 * Math.cos(i);
        uy = 1e-3 * Math.sin(i);
        square = 1e-6;
      }
      dx[i] += ux / square;
      dy[i] += uy / square;
    }
  }

  private void centre() {
    double mx = Arrays.stream(x).average().orElse(0);
    double my = Arrays.stream(y).average().orElse(0);
    for (int i = 0; i < count; i++) {
      x[i] -= mx;
      y[i] -= my;
    }
  }
}
