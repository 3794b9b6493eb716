package io.customer360.studio.cluster;

import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.studio.matrix.RowNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes a CSV of `id or row, cluster, distance or membership`, one line for every row that was
/// read, in the order read. A row that was left out for its gaps has an empty cluster; noise is -1.
public final class LabelsFile {
  private LabelsFile() {}

  /// Writes the whole file or leaves what was there.
  public static void write(Path file, ClusterResult result) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw WorkbenchException.user(
          "C360-CLU-030", "Cannot write " + file + ": there is no folder " + folder + ".");
    }
    if (Files.isDirectory(file)) {
      throw WorkbenchException.user(
          "C360-CLU-030", "Cannot write " + file + ": it is a folder; name a file.");
    }
    try {
      AtomicFile.of(file).write(out -> write(out, result));
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-CLU-031", "Cannot write " + file + ".", e);
    }
  }

  private static void write(OutputStream out, ClusterResult result) throws IOException {
    RowNames names = result.loaded().names();
    int rows = result.loaded().matrix().rows();
    int[] place = new int[rows];
    Arrays.fill(place, -1);
    for (int i = 0; i < result.labels().length; i++) {
      place[result.prepared().sourceRow(i)] = i;
    }
    StringBuilder line = new StringBuilder(64);
    line.append(quoted(names.column()))
        .append(",cluster,")
        .append(result.strengthName())
        .append('\n');
    for (int row = 0; row < rows; row++) {
      line.append(quoted(names.name(row))).append(',');
      int i = place[row];
      if (i >= 0) {
        line.append(result.labels()[i]).append(',');
        appendSixDigits(line, result.strength()[i]);
      } else {
        line.append(',');
      }
      line.append('\n');
      if (line.length() > 1 << 15) {
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
      }
    }
    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Six places after the point, nothing for `NaN`: `String.format` takes a second a million.
  private static void appendSixDigits(StringBuilder line, double value) {
    if (Double.isNaN(value)) {
      return;
    }
    if (value > 1e11) {
      line.append(value);
      return;
    }
    long millionths = Math.round(value * 1e6);
    line.append(millionths / 1_000_000).append('.');
    String digits = Long.toString(millionths % 1_000_000 + 1_000_000);
    line.append(digits, 1, 7);
  }

  private static String quoted(String text) {
    if (text.indexOf(',') < 0
        && text.indexOf('"') < 0
        && text.indexOf('\n') < 0
        && text.indexOf('\r') < 0) {
      return text;
    }
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
