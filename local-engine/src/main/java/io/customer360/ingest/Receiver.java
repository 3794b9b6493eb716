package io.customer360.ingest;

import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.bronze.Scratch;
import io.customer360.ingest.file.Inputs;
import io.customer360.ingest.file.LineScan;
import io.customer360.ingest.file.RawColumns;
import io.customer360.ingest.file.RawReader;
import io.customer360.ingest.file.RawWriter;
import io.customer360.ingest.file.SourceFile;
import io.customer360.ingest.file.StagedText;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.MappingText;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Takes a file in as it is: its text staged and hashed, its rows written as received to a Parquet
/// file that does not count yet. Nothing here depends on other landings but the name of this one,
/// so that a file can be received while the one before it is judged.
final class Receiver {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Share of the work of receiving that is reading the file.
  private static final double READING = 0.4;

  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final Bronze bronze;
  private final MappingText text = new MappingText();

  Receiver(Workspace workspace, Lakehouse lakehouse, Bronze bronze) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.bronze = bronze;
  }

  /// @param taken names of landings that are received and not yet there
  Received receive(Path given, Mapping mapping, Set<String> taken, Progress progress) {
    long started = System.nanoTime();
    Path file = given.toAbsolutePath().normalize();
    SourceFile.check(file);
    Canonical.Dataset canonical = Canonical.find(mapping.dataset()).orElseThrow();
    Inputs.checkRequired(file, mapping, canonical);
    String dataset = canonical.name();
    FileOptions options = Inputs.actual(file, mapping.options());
    lakehouse.read(
        connection -> {
          Inputs.checkExpressions(connection, mapping);
          return true;
        });
    RawColumns raw = columns(file, options);
    List<String> columns = raw.names();
    Inputs.checkColumns(file, mapping, columns);
    long size = SourceFile.size(file);
    Scratch scratch = bronze.scratch(dataset, "import-" + Long.toHexString(started));
    try {
      progress.stage("Read " + Faults.name(file));
      StagedText staged = stage(file, options, scratch.of("text"), progress.part(0, READING));
      Inputs.checkLines(file, options, staged.lines());
      List<Manifest> earlier = bronze.manifests();
      Optional<Manifest> lost = lost(earlier, staged.sha256());
      String landing =
          lost.map(Manifest::landing).orElseGet(() -> name(staged.sha256(), earlier, taken));
      Optional<RawWriter.Written> written = Optional.empty();
      if (lost.isPresent() || text.landed(earlier, staged.sha256(), mapping).isEmpty()) {
        progress.stage("Land " + Faults.name(file));
        Progress writing = progress.part(READING, 1);
        // A lost landing comes back as it was, whatever the mapping is today.
        Mapping reading =
            lost.map(was -> text.parse(was.mappingText(), was.file())).orElse(mapping);
        String label = lost.map(Manifest::file).orElseGet(() -> Faults.name(file));
        Attempt attempt =
            new Attempt(
                file,
                reading,
                options,
                columns,
                staged,
                new RawWriter.Stamp(landing, label),
                scratch);
        written = Optional.of(lakehouse.read(writing, c -> write(c, attempt, writing)));
      }
      progress.fraction(1);
      return new Received(
          file,
          size,
          mapping,
          staged.sha256(),
          landing,
          workspace.clock().instant(),
          written,
          lost,
          raw.remarks(),
          scratch,
          (System.nanoTime() - started) / 1e9);
    } catch (RuntimeException failure) {
      scratch.close();
      throw failure;
    }
  }

  /// The landing of the same bytes whose rows are gone.
  private Optional<Manifest> lost(List<Manifest> earlier, String sha256) {
    return earlier.stream()
        .filter(manifest -> manifest.sha256().equals(sha256))
        .filter(manifest -> bronze.damage(manifest.dataset(), manifest.landing()) != null)
        .findFirst();
  }

  private record Attempt(
      Path file,
      Mapping mapping,
      FileOptions options,
      List<String> columns,
      StagedText staged,
      RawWriter.Stamp stamp,
      Scratch scratch) {}

  private RawColumns columns(Path file, FileOptions options) {
    return RawColumns.of(
        options.format() == FileFormat.PARQUET
            ? lakehouse.read(
                connection -> {
                  try {
                    return RawReader.parquetColumns(connection, file);
                  } catch (SQLException failure) {
                    throw Faults.parquet(file, failure);
                  }
                })
            : Inputs.header(file, options));
  }

  private static StagedText stage(Path file, FileOptions options, Path plain, Progress progress) {
    return options.format() == FileFormat.PARQUET
        ? new StagedText(
            file, new LineScan.Result(0, 0, List.of(), 0, 0), StagedText.hashOnly(file, progress))
        : StagedText.stage(file, options, plain, progress);
  }

  /// When it came and the start of its hash, made different from every other landing's name.
  private String name(String sha256, List<Manifest> earlier, Set<String> taken) {
    Set<String> used = new HashSet<>(taken);
    earlier.forEach(manifest -> used.add(manifest.landing()));
    String stem = STAMP.format(workspace.clock().instant()) + "-" + sha256.substring(0, 8);
    String name = stem;
    for (int n = 2; used.contains(name); n++) {
      name = stem + "-" + n;
    }
    return name;
  }

  private static RawWriter.Written write(Connection connection, Attempt attempt, Progress progress)
      throws SQLException, IOException {
    Path file = attempt.file();
    FileOptions options = attempt.options();
    RawWriter writer = new RawWriter(connection, attempt.stamp());
    Path rows = attempt.scratch().of("rows");
    RawWriter.Written written;
    try {
      written =
          switch (options.format()) {
            case CSV ->
                writer.csv(
                    file,
                    attempt.staged(),
                    options,
                    attempt.columns(),
                    rows,
                    attempt.scratch().of("repaired"),
                    progress);
            case JSON_LINES ->
                writer.json(file, attempt.staged(), TypedSelect.paths(attempt.mapping()), rows);
            case PARQUET -> writer.parquet(file, attempt.columns(), rows);
          };
    } catch (SQLException failure) {
      if (RawReader.interrupted(failure)) {
        throw failure;
      }
      if (RawReader.wrongEncoding(failure)) {
        throw Faults.encoding(file, options.encoding(), "");
      }
      throw options.format() == FileFormat.PARQUET
          ? Faults.parquet(file, failure)
          : Faults.reading(file, Inputs.firstLine(failure), failure);
    }
    if (written.rows() == 0 && written.misshapen().isEmpty()) {
      throw Faults.headerOnly(file);
    }
    return written;
  }
}
