package io.customer360.app.bench;

import io.customer360.app.Composition;
import io.customer360.engine.Engine;
import io.customer360.ingest.ImportReport;
import io.customer360.job.Progress;
import io.customer360.workspace.WorkspaceSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Import of a large CSV of order lines against plain DuckDB `read_csv` into a table of the same
/// file, in turns.
public final class ImportBench {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private ImportBench() {}

  /// @param importSeconds median; the workbench lands, hashes, checks the contract, drops
  ///     duplicates
  /// @param plainSeconds median of `create table as from read_csv`
  public record Report(
      long bytes,
      long rows,
      double importSeconds,
      double importMbPerSecond,
      double plainSeconds,
      double plainMbPerSecond,
      int runs) {}

  public static Report run(Path folder, int megabytes, int runs, Progress progress)
      throws IOException, SQLException {
    Files.createDirectories(folder);
    Path file = folder.resolve("bench-orders.csv");
    progress.stage("Write " + megabytes + " MB of order lines");
    long rows = write(file, megabytes * 1_000_000L);
    long bytes = Files.size(file);
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      progress.stage("Run " + (run + 1) + " of " + runs);
      plain.add(plain(folder.resolve("plain-" + run + ".duckdb"), file));
      ours.add(ours(folder.resolve("run-" + run + ".c360"), file, rows, progress));
    }
    double a = median(ours);
    double b = median(plain);
    return new Report(bytes, rows, a, bytes / 1e6 / a, b, bytes / 1e6 / b, runs);
  }

  private static double ours(Path workspace, Path file, long rows, Progress progress) {
    try (Engine engine =
        Composition.create(
            workspace, WorkspaceSettings.of("bench", "GBP", "Europe/London", "data"))) {
      long started = System.nanoTime();
      ImportReport report =
          engine.ingest().load(file, engine.ingest().preview(file).suggested(), progress);
      double seconds = (System.nanoTime() - started) / 1e9;
      if (report.rows() != rows || report.accepted() != rows) {
        throw new IllegalStateException("Expected " + rows + " good rows, got " + report);
      }
      return seconds;
    }
  }

  private static double plain(Path database, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      long started = System.nanoTime();
      statement.execute(
          "create table t as from read_csv('" + file.toString().replace("'", "''") + "')");
      return (System.nanoTime() - started) / 1e9;
    }
  }

  private static long write(Path file, long bytes) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0);
    long rows = 0;
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      String header =
          "order_id,line_no,customer_id,ordered_at,sku,product_name,quantity,unit_price\n";
      out.write(header);
      while (written < bytes) {
        String line =
            "B%08d,%d,%d,%s,SK-%04d,Trail jacket size %d,%d,%d.%02d%n"
                .formatted(
                    rows / 3,
                    rows % 3 + 1,
                    random.nextInt(500_000),
                    TIME.format(start.plusSeconds(rows * 2)),
                    random.nextInt(4_000),
                    random.nextInt(30, 54),
                    random.nextInt(1, 5),
                    random.nextInt(5, 300),
                    random.nextInt(100));
        out.write(line);
        written += line.length();
        rows++;
      }
    }
    return rows;
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
