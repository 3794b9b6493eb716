package io.customer360.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.app.road.ProcessTime;
import io.customer360.identity.file.LinkEvaluation;
import io.customer360.identity.file.RecordFiles;
import io.customer360.identity.file.Truth;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The own matcher beside Splink: the same file of the sample's person records, read, matched and
/// clustered by each in the same run. The own matcher is told the id and the truth column and
/// nothing else; Splink gets comparisons and blocking rules chosen for these columns. Without a
/// Python that has Splink the own figures stand alone.
public final class IdentityBench {
  /// The goal for a million records on two cores.
  public static final double GOAL_SECONDS = 60;

  private static final List<String> COLUMNS =
      List.of("name", "email", "phone", "birth_date", "street", "city", "postcode", "card");

  private IdentityBench() {}

  /// One matcher's figures.
  ///
  /// @param seconds from reading the file to the clusters
  /// @param cpuSeconds of all threads meanwhile
  /// @param peakMb the most memory the process held, in megabytes
  /// @param pairs compared
  /// @param f1 of pairs of records in one cluster, at a threshold of 0.5; so precision and recall
  public record Figures(
      String matcher,
      double seconds,
      double cpuSeconds,
      long peakMb,
      long pairs,
      double precision,
      double recall,
      double f1) {}

  /// @param rival the rival's version, or why there is none
  public record Report(long records, double threshold, String rival, List<Figures> figures) {}

  /// @param records about how many
  public static Report run(Path folder, String python, int records, Progress progress)
      throws IOException, SQLException {
    Files.createDirectories(folder);
    PythonRival rival = PythonRival.find(python, "Splink", "splink", "identity_splink.py", folder);
    Path file = folder.resolve("people.csv");
    long count = SamplePeople.write(file, folder.resolve("sample"), records, progress);
    List<Figures> figures = new ArrayList<>();
    figures.add(ours(file, progress));
    progress.stage("Let Splink match the same file");
    JsonNode answer = rival.run(file.toString(), "0.5");
    if (answer != null) {
      figures.add(theirs(answer));
    }
    return new Report(count, MatchSettings.DEFAULT_THRESHOLD, rival.words(), figures);
  }

  private static Figures ours(Path file, Progress progress) {
    double cpu = ProcessTime.seconds();
    long started = System.nanoTime();
    RecordTable records = RecordFiles.read(List.of(file), "id", progress);
    MatchSettings settings = MatchSettings.DEFAULT.withColumns(COLUMNS);
    LinkResult result = new Matcher(settings).link(records, progress);
    double seconds = (System.nanoTime() - started) / 1e9;
    double spent = ProcessTime.seconds() - cpu;
    long peak = PeakMemory.megabytes();
    Truth truth = Truth.ofColumn(records, "person", false, null);
    LinkEvaluation figures = LinkEvaluation.of(records, result, truth);
    return new Figures(
        "workbench",
        seconds,
        spent,
        peak,
        result.pairsCompared(),
        share(figures.precision()),
        share(figures.recall()),
        share(figures.f1()));
  }

  private static double share(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static Figures theirs(JsonNode answer) {
    return new Figures(
        "Splink",
        answer.path("seconds").asDouble(),
        answer.path("cpu_seconds").asDouble(),
        answer.path("peak_mb").asLong(),
        answer.path("pairs").asLong(),
        answer.path("precision").asDouble(),
        answer.path("recall").asDouble(),
        answer.path("f1").asDouble());
  }
}
