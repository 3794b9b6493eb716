package io.customer360.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Made data for measuring clusterings, and its way to other programs.
final class BenchData {
  private BenchData() {}

  /// Normal clusters around random centres, and a share of rows spread evenly.
  static double[][] clusters(
      int rows, int d, int k, double spread, double evenly, SplittableRandom random) {
    double[][] centres = new double[k][d];
    for (double[] centre : centres) {
      for (int j = 0; j < d; j++) {
        centre[j] = 4 * random.nextGaussian();
      }
    }
    double[][] columns = new double[d][rows];
    for (int i = 0; i < rows; i++) {
      boolean noise = random.nextDouble() < evenly;
      double[] centre = centres[random.nextInt(k)];
      for (int j = 0; j < d; j++) {
        columns[j][i] =
            noise ? random.nextDouble(-12, 12) : centre[j] + spread * random.nextGaussian();
      }
    }
    return columns;
  }

  /// Writes columns row by row as little-endian doubles.
  static void write(Path file, double[][] columns, int rows) throws IOException {
    ByteBuffer row = ByteBuffer.allocate(columns.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < rows; i++) {
        row.clear();
        for (double[] column : columns) {
          row.putDouble(column[i]);
        }
        out.write(row.array());
      }
    }
  }

  /// Points as columns.
  static double[][] columns(double[][] points) {
    double[][] columns = new double[points[0].length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = points[i][j];
      }
    }
    return columns;
  }

  static int[] labels(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int[] labels = new int[bytes.remaining() / 4];
    bytes.asIntBuffer().get(labels);
    return labels;
  }
}
