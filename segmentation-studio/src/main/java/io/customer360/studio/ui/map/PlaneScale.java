package io.customer360.studio.ui.map;

import io.customer360.studio.desk.Plane;
import java.util.Arrays;

/// From places on a plane to places in a view and back. Of principal components the outermost
/// 0.3 % at each side lie outside: a few extreme people would press all others together.
record PlaneScale(double lowX, double highX, double lowY, double highY) {
  private static final double MARGIN = 24;

  /// Room for the words at the foot.
  private static final double FOOT = 48;

  private static final int ENOUGH = 20_000;

  static PlaneScale of(Plane plane) {
    double out = plane.explained() > 0 ? 0.003 : 0;
    return new PlaneScale(
        quantile(plane.x(), out),
        quantile(plane.x(), 1 - out),
        quantile(plane.y(), out),
        quantile(plane.y(), 1 - out));
  }

  private static double quantile(float[] values, double share) {
    if (values.length == 0) {
      return 0;
    }
    int step = Math.max(1, values.length / ENOUGH);
    float[] some = new float[(values.length + step - 1) / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[i * step];
    }
    Arrays.sort(some);
    return some[(int) Math.round(share * (some.length - 1))];
  }

  double x(double value, double width) {
    return MARGIN + (value - lowX) / Math.max(1e-9, highX - lowX) * (width - 2 * MARGIN);
  }

  double y(double value, double height) {
    return height - FOOT - (value - lowY) / Math.max(1e-9, highY - lowY) * (height - MARGIN - FOOT);
  }

  double planeX(double at, double width) {
    return lowX + (at - MARGIN) / Math.max(1, width - 2 * MARGIN) * (highX - lowX);
  }

  double planeY(double at, double height) {
    return lowY + (height - FOOT - at) / Math.max(1, height - MARGIN - FOOT) * (highY - lowY);
  }
}
