package io.customer360.ui.identity;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Draws the ties and dots of a large cluster into pixels. Stroking thousands of lines on a canvas
/// costs the render thread a tenth of a second a frame; this costs a few milliseconds. Lines are
/// smoothed as by Xiaolin Wu (1991). FX thread only.
final class ClusterRaster {
  private int width;
  private int height;
  private int[] pixels = {};
  private PixelBuffer<IntBuffer> buffer = buffer(1, 1, new int[1]);
  private WritableImage image = new WritableImage(buffer);

  private static PixelBuffer<IntBuffer> buffer(int width, int height, int[] pixels) {
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }

  /// @param density pixels a unit of the view, 2 on a screen of twice the resolution
  /// @param shown which ties are drawn, by their place in the plan
  Image draw(
      ClusterPlan plan,
      ClusterPainter.View view,
      ClusterPainter.Paints paints,
      double density,
      java.util.function.IntPredicate shown) {
    fit((int) Math.ceil(view.width() * density), (int) Math.ceil(view.height() * density));
    Arrays.fill(pixels, 0);
    int line = argb(paints.line());
    double[] x = new double[plan.x().length];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = view.x(plan.x()[i]) * density;
      y[i] = view.y(plan.y()[i]) * density;
    }
    for (int i = 0; i < plan.from().length; i++) {
      if (shown.test(i)) {
        int a = plan.from()[i];
        int b = plan.to()[i];
        line(x[a], y[a], x[b], y[b], line, 0.55);
      }
    }
    double radius = ClusterPainter.radius(view.scale()) * density;
    int[] colours = paints.groups().stream().mapToInt(ClusterRaster::argb).toArray();
    for (int i = 0; i < x.length; i++) {
      dot(x[i], y[i], radius, colours[plan.group()[i] % colours.length]);
    }
    buffer.updateBuffer(all -> null);
    return image;
  }

  private void fit(int nextWidth, int nextHeight) {
    if (nextWidth != width || nextHeight != height) {
      width = Math.max(1, nextWidth);
      height = Math.max(1, nextHeight);
      pixels = new int[width * height];
      buffer = buffer(width, height, pixels);
      image = new WritableImage(buffer);
    }
  }

  private static int argb(Color colour) {
    return (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  private void line(double x1, double y1, double x2, double y2, int colour, double strength) {
    boolean out =
        Math.max(x1, x2) < 0
            || Math.max(y1, y2) < 0
            || Math.min(x1, x2) > width
            || Math.min(y1, y2) > height;
    if (out) {
      return;
    }
    boolean steep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
    double from = steep ? y1 : x1;
    double to = steep ? y2 : x2;
    double across = steep ? x1 : y1;
    double slope = to == from ? 0 : ((steep ? x2 : y2) - across) / (to - from);
    int first = (int) Math.max(0, Math.ceil(Math.min(from, to)));
    int last = (int) Math.min((steep ? height : width) - 1, Math.floor(Math.max(from, to)));
    for (int along = first; along <= last; along++) {
      double at = across + slope * (along - from);
      int low = (int) Math.floor(at);
      double share = at - low;
      if (steep) {
        blend(low, along, colour, strength * (1 - share));
        blend(low + 1, along, colour, strength * share);
      } else {
        blend(along, low, colour, strength * (1 - share));
        blend(along, low + 1, colour, strength * share);
      }
    }
  }

  private void dot(double x, double y, double radius, int colour) {
    int left = (int) Math.floor(x - radius);
    int top = (int) Math.floor(y - radius);
    int right = (int) Math.ceil(x + radius);
    int bottom = (int) Math.ceil(y + radius);
    if (right < 0 || bottom < 0 || left > width || top > height) {
      return;
    }
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double ux = column + 0.5 - x;
        double uy = row + 0.5 - y;
        double cover = radius + 0.5 - Math.sqrt(ux * ux + uy * uy);
        if (cover > 0) {
          blend(column, row, colour, Math.min(1, cover));
        }
      }
    }
  }

  /// Lays a colour over what is there, premultiplied.
  private void blend(int x, int y, int colour, double alpha) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return;
    }
    int share = (int) (alpha * 256);
    int rest = 256 - share;
    int below = pixels[y * width + x];
    int a = (255 * share + (below >>> 24) * rest) >> 8;
    int r = ((colour >> 16 & 255) * share + (below >> 16 & 255) * rest) >> 8;
    int g = ((colour >> 8 & 255) * share + (below >> 8 & 255) * rest) >> 8;
    int b = ((colour & 255) * share + (below & 255) * rest) >> 8;
    pixels[y * width + x] = a << 24 | Math.min(a, r) << 16 | Math.min(a, g) << 8 | Math.min(a, b);
  }
}
