package io.customer360.studio.ui.map;

import io.customer360.studio.desk.Plane;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// People as density: every one of them is in the picture, however many there are. A pixel has the
/// mixed colour of the clusters of its people, and is the fuller the more there are, by the
/// logarithm; a lone person stays visible. FX thread only; a million people take about 30 ms.
final class PlaneRaster {
  private static final float QUIET = 0.22f;
  private static final double CELL = 4;

  private int width;
  private int height;
  private int[] pixels = {};

  /// People, what of them is to be seen, and their colours, by pixel.
  private float[] people = {};

  private float[] strength = {};
  private float[] red = {};
  private float[] green = {};
  private float[] blue = {};
  /// Cells with people, as sums from the upper left corner.
  private int[] sums = new int[4];

  private int cellsAcross = 1;
  private int cellsDown = 1;
  private PixelBuffer<IntBuffer> buffer = buffer(1, 1, new int[1]);
  private WritableImage image = new WritableImage(buffer);

  private static PixelBuffer<IntBuffer> buffer(int width, int height, int[] pixels) {
    return new PixelBuffer<>(
        width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
  }

  /// What to draw.
  ///
  /// @param chosen the cluster that stands out; -1: none
  /// @param inside places on the plane of people of the segment on screen; null: nothing to say
  record Scene(Plane plane, PlaneScale scale, int chosen, int @Nullable [] inside) {}

  /// @param density pixels a unit of the view, 2 on a screen of twice the resolution
  Image draw(Scene scene, ClusterColours colours, double w, double h, double density) {
    fit((int) Math.ceil(w * density), (int) Math.ceil(h * density));
    Plane plane = scene.plane();
    int n = plane.size();
    double radius = (n > 200_000 ? 0.5 : n > 20_000 ? 0.8 : n > 5_000 ? 1.1 : 1.4) * density;
    double lone = n > 200_000 ? 0.2 : n > 20_000 ? 0.4 : 0.6;
    Color[] paints = new Color[ClusterColours.COLOURS + 1];
    for (int q = 0; q < paints.length; q++) {
      paints[q] = colours.of(q - 1);
    }
    for (int i = 0; i < plane.size(); i++) {
      int label = plane.labels()[i];
      Color colour = paints[Math.min(label + 1, ClusterColours.COLOURS)];
      float seen = scene.chosen() >= 0 && label != scene.chosen() ? QUIET : 1;
      dot(
          scene.scale().x(plane.x()[i], w) * density,
          scene.scale().y(plane.y()[i], h) * density,
          radius,
          colour,
          seen);
    }
    int[] inside = scene.inside();
    tone(lone, inside == null ? 1 : 0.7);
    if (inside != null) {
      Color own = colours.segment();
      for (int i : inside) {
        over(
            scene.scale().x(plane.x()[i], w) * density,
            scene.scale().y(plane.y()[i], h) * density,
            1.2 * density,
            own);
      }
    }
    sum(density);
    buffer.updateBuffer(all -> null);
    return image;
  }

  private void fit(int nextWidth, int nextHeight) {
    if (nextWidth != width || nextHeight != height) {
      width = Math.max(1, nextWidth);
      height = Math.max(1, nextHeight);
      int size = width * height;
      pixels = new int[size];
      people = new float[size];
      strength = new float[size];
      red = new float[size];
      green = new float[size];
      blue = new float[size];
      buffer = buffer(width, height, pixels);
      image = new WritableImage(buffer);
      return;
    }
    Arrays.fill(people, 0);
    Arrays.fill(strength, 0);
    Arrays.fill(red, 0);
    Arrays.fill(green, 0);
    Arrays.fill(blue, 0);
  }

  private void dot(double x, double y, double radius, Color colour, float seen) {
    int left = (int) Math.floor(x - radius);
    int right = (int) Math.floor(x + radius);
    int top = (int) Math.floor(y - radius);
    int bottom = (int) Math.floor(y + radius);
    if (left < 0 || top < 0 || right >= width || bottom >= height) {
      return;
    }
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        float cover = (float) Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy));
        if (cover > 0) {
          int at = row * width + column;
          people[at] += cover;
          strength[at] += cover * seen;
          red[at] += cover * (float) colour.getRed();
          green[at] += cover * (float) colour.getGreen();
          blue[at] += cover * (float) colour.getBlue();
        }
      }
    }
  }

  /// From people to colours. The fullest hundredth of the pixels is as full as it gets.
  ///
  /// @param lone how much one person covers, 0 to 1
  private void tone(double lone, double fullest) {
    float[] counts = new float[people.length];
    int some = 0;
    for (float count : people) {
      if (count > 0) {
        counts[some++] = count;
      }
    }
    Arrays.sort(counts, 0, some);
    double most = some == 0 ? 1 : Math.max(3, counts[(int) (0.99 * (some - 1))]);
    double growth = (0.95 - lone) / Math.log(most);
    for (int i = 0; i < pixels.length; i++) {
      float count = people[i];
      if (count == 0) {
        pixels[i] = 0;
        continue;
      }
      double full = count < 1 ? lone * count : Math.min(0.95, lone + growth * Math.log(count));
      double alpha = full * fullest * strength[i] / count;
      pixels[i] =
          (int) Math.round(255 * alpha) << 24
              | (int) Math.round(255 * alpha * red[i] / count) << 16
              | (int) Math.round(255 * alpha * green[i] / count) << 8
              | (int) Math.round(255 * alpha * blue[i] / count);
    }
  }

  private void over(double x, double y, double radius, Color colour) {
    for (int row = (int) Math.floor(y - radius); row <= Math.floor(y + radius); row++) {
      for (int column = (int) Math.floor(x - radius); column <= x + radius; column++) {
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        double alpha = 0.9 * Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy));
        if (alpha > 0 && row >= 0 && row < height && column >= 0 && column < width) {
          int at = row * width + column;
          int below = pixels[at];
          double rest = 1 - alpha;
          pixels[at] =
              mixed(255 * alpha, (below >>> 24) * rest) << 24
                  | mixed(255 * alpha * colour.getRed(), (below >> 16 & 255) * rest) << 16
                  | mixed(255 * alpha * colour.getGreen(), (below >> 8 & 255) * rest) << 8
                  | mixed(255 * alpha * colour.getBlue(), (below & 255) * rest);
        }
      }
    }
  }

  /// How much of a rectangle of the view last drawn has people in it, 0 to 1.
  double covered(double x, double y, double w, double h) {
    int left = cell(x, cellsAcross);
    int right = cell(x + w, cellsAcross) + 1;
    int top = cell(y, cellsDown);
    int bottom = cell(y + h, cellsDown) + 1;
    int across = cellsAcross + 1;
    int full =
        sums[bottom * across + right]
            - sums[top * across + right]
            - sums[bottom * across + left]
            + sums[top * across + left];
    return (double) full / ((right - left) * (bottom - top));
  }

  private static int cell(double at, int cells) {
    return (int) Math.clamp(at / CELL, 0, cells - 1);
  }

  /// Counts cells with people, summed from the upper left corner.
  private void sum(double density) {
    double side = CELL * density;
    cellsAcross = Math.max(1, (int) Math.ceil(width / side));
    cellsDown = Math.max(1, (int) Math.ceil(height / side));
    int across = cellsAcross + 1;
    sums = new int[across * (cellsDown + 1)];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        if (people[row * width + column] >= 0.3f) {
          sums[((int) (row / side) + 1) * across + (int) (column / side) + 1] = 1;
        }
      }
    }
    for (int row = 1; row <= cellsDown; row++) {
      int inRow = 0;
      for (int column = 1; column <= cellsAcross; column++) {
        inRow += sums[row * across + column];
        sums[row * across + column] = sums[(row - 1) * across + column] + inRow;
      }
    }
  }

  private static int mixed(double above, double below) {
    return (int) Math.min(255, Math.floor(above + below));
  }
}
