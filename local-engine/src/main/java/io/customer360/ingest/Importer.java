package io.customer360.ingest;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Lands one file: stage, write as received, judge, then make it count in one short step.
final class Importer {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final Bronze bronze;
  private final ContractBook contracts;
  private final MappingStore mappings;
  private final Publisher publisher;
  private final MappingText text = new MappingText();

  Importer(
      Workspace workspace,
      Lakehouse lakehouse,
      Bronze bronze,
      ContractBook contracts,
      MappingStore mappings,
      Publisher publisher) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.bronze = bronze;
    this.contracts = contracts;
    this.mappings = mappings;
    this.publisher = publisher;
  }

  ImportReport load(Path given, Mapping wanted, Progress progress, boolean dry) {
    long started = System.nanoTime();
    Path file = given.toAbsolutePath().normalize();
    SourceFile.check(file);
    Mapping mapping = mappings.numbered(wanted);
    Canonical.Dataset dataset = Canonical.find(mapping.dataset()).orElseThrow();
    FileOptions options = Inputs.actual(file, mapping.options());
    lakehouse.read(
        connection -> {
          Inputs.checkExpressions(connection, mapping);
          return true;
        });
    List<String> columns = columns(file, options);
    Inputs.checkColumns(file, mapping, columns);
    long size = SourceFile.size(file);
    String label = Faults.name(file);
    bronze.prepare(dataset.name());
    String attempt = "import-" + Long.toHexString(started);
    Path plain = bronze.temporary(dataset.name(), attempt, "text");
    progress.stage("Read " + label);
    StagedText staged = stage(file, options, plain, progress.part(0, 0.25));
    try {
      Inputs.checkLines(file, options, staged.lines());
      List<Manifest> earlier = bronze.manifests();
      Optional<Landing> before = same(earlier, staged.sha256(), mapping);
      if (before.isPresent()) {
        return unchanged(before.get(), mapping, label, started);
      }
      Attempt work = new Attempt(file, mapping, options, columns, staged, attempt, dry);
      ImportReport report = land(work, earlier, size, started, progress.part(0.25, 1));
      progress.fraction(1);
      return report;
    } finally {
      staged.discard();
      for (String what : List.of("text", "rows", "repaired", "bad", "dup")) {
        bronze.delete(bronze.temporary(dataset.name(), attempt, what));
      }
    }
  }

  /// One try at a file. `id` names its temporary files.
  private record Attempt(
      Path file,
      Mapping mapping,
      FileOptions options,
      List<String> columns,
      StagedText staged,
      String id,
      boolean dry) {}

  private List<String> columns(Path file, FileOptions options) {
    return options.format() == FileFormat.PARQUET
        ? lakehouse.read(
            connection -> {
              try {
                return CsvRecords.distinctNames(RawReader.parquetColumns(connection, file));
              } catch (SQLException failure) {
                throw Faults.parquet(file, failure);
              }
            })
        : Inputs.columns(file, options);
  }

  private static StagedText stage(Path file, FileOptions options, Path plain, Progress progress) {
    return options.format() == FileFormat.PARQUET
        ? new StagedText(
            file,
            false,
            new LineScan.Result(0, 0, List.of(), 0, 0),
            StagedText.hashOnly(file, progress))
        : StagedText.stage(file, options, plain, progress);
  }

  /// The landing of the same bytes, read in the same way.
  private Optional<Landing> same(List<Manifest> earlier, String sha256, Mapping mapping) {
    String reading = Manifest.reading(text.write(withoutFixes(mapping)));
    Optional<Manifest> found =
        earlier.stream()
            .filter(m -> m.sha256().equals(sha256) && m.reading().equals(reading))
            .findFirst();
    return found.isEmpty()
        ? Optional.empty()
        : lakehouse.read(c -> Landings.find(c, found.get().landing()));
  }

  private ImportReport land(
      Attempt work, List<Manifest> earlier, long size, long started, Progress progress) {
    String dataset = work.mapping().dataset();
    ContractSpec contract = contracts.of(Canonical.find(dataset).orElseThrow());
    Path rows = bronze.temporary(dataset, work.id(), "rows");
    Instant now = workspace.clock().instant();
    Function<String, Path> temporary = what -> bronze.temporary(dataset, work.id(), what);
    progress.stage("Land " + Faults.name(work.file()));
    record Landed(Manifest manifest, Judge.Findings findings) {}
    String id = id(work, earlier, now);
    Landed landed =
        lakehouse.read(
            progress,
            connection -> {
              RawWriter writer =
                  new RawWriter(connection, new RawWriter.Stamp(id, Faults.name(work.file())));
              RawWriter.Written written = write(writer, work, rows, temporary, progress);
              if (written.rows() == 0 && written.misshapen().isEmpty()) {
                throw Faults.headerOnly(work.file());
              }
              Manifest draft = manifest(work, id, written, earlier, size, now);
              progress.fraction(0.7);
              progress.stage("Check " + Faults.name(work.file()));
              return new Landed(
                  draft, judge(connection, draft, work.mapping(), rows, earlier, temporary));
            });
    Manifest manifest = landed.manifest();
    Judge.Findings findings = landed.findings();
    refuseIfTooBad(work.file(), manifest, findings.verdict(), contract.mostBad());
    if (SourceFile.size(work.file()) != size) {
      throw Faults.changedMeanwhile(work.file());
    }
    progress.checkCancelled();
    if (!work.dry()) {
      commit(work.mapping(), manifest, findings, rows, earlier);
    }
    return report(manifest, findings.verdict(), started);
  }

  private static RawWriter.Written write(
      RawWriter writer,
      Attempt work,
      Path rows,
      Function<String, Path> temporary,
      Progress progress)
      throws SQLException, IOException {
    Path file = work.file();
    try {
      return switch (work.options().format()) {
        case CSV ->
            writer.csv(
                file,
                work.staged(),
                work.options(),
                work.columns(),
                rows,
                temporary.apply("repaired"),
                progress);
        case JSON_LINES -> writer.json(file, work.staged(), rows);
        case PARQUET -> writer.parquet(file, rows);
      };
    } catch (SQLException failure) {
      if (RawReader.interrupted(failure)) {
        throw failure;
      }
      if (RawReader.wrongEncoding(failure)) {
        throw Faults.encoding(file, work.options().encoding(), "");
      }
      throw work.options().format() == FileFormat.PARQUET
          ? Faults.parquet(file, failure)
          : Faults.reading(file, Inputs.firstLine(failure), failure);
    }
  }

  private static String id(Attempt work, List<Manifest> earlier, Instant now) {
    String stem = STAMP.format(now) + "-" + work.staged().sha256().substring(0, 8);
    String id = stem;
    for (int n = 2; taken(earlier, id); n++) {
      id = stem + "-" + n;
    }
    return id;
  }

  private Manifest manifest(
      Attempt work,
      String id,
      RawWriter.Written written,
      List<Manifest> earlier,
      long size,
      Instant now) {
    Mapping mapping = work.mapping();
    long number = earlier.isEmpty() ? 1 : earlier.getLast().number() + 1;
    return new Manifest(
        1,
        id,
        number,
        mapping.dataset(),
        mapping.source(),
        Faults.name(work.file()),
        work.staged().sha256(),
        size,
        now.toString(),
        mapping.name(),
        mapping.revision(),
        text.write(withoutFixes(mapping)),
        written.columns(),
        written.firstLine(),
        written.rows(),
        written.misshapen());
  }

  private static boolean taken(List<Manifest> earlier, String id) {
    return earlier.stream().anyMatch(manifest -> manifest.landing().equals(id));
  }

  private static Mapping withoutFixes(Mapping mapping) {
    return new Mapping(
        mapping.name(),
        mapping.revision(),
        mapping.dataset(),
        mapping.source(),
        mapping.options(),
        mapping.key(),
        mapping.columns(),
        List.of());
  }

  private Judge.Findings judge(
      Connection connection,
      Manifest manifest,
      Mapping mapping,
      Path rows,
      List<Manifest> earlier,
      Function<String, Path> temporary)
      throws SQLException {
    ContractSpec contract = contracts.of(Canonical.find(manifest.dataset()).orElseThrow());
    return new Judge(contract, workspace.settings().currency(), workspace.clock().instant())
        .judge(connection, manifest, mapping, rows, comparable(manifest, earlier), temporary);
  }

  /// Files of earlier landings whose rows can be equal to those of this one.
  private List<String> comparable(Manifest manifest, List<Manifest> earlier) {
    return earlier.stream()
        .filter(other -> other.number() < manifest.number())
        .filter(other -> other.dataset().equals(manifest.dataset()))
        .filter(other -> other.source().equals(manifest.source()))
        .filter(other -> other.columns().equals(manifest.columns()))
        .map(other -> bronze.parquet(other.dataset(), other.landing()).toString())
        .toList();
  }

  private void commit(
      Mapping mapping,
      Manifest manifest,
      Judge.Findings findings,
      Path rows,
      List<Manifest> earlier) {
    bronze.commit(manifest, rows);
    try {
      record(manifest, findings, earlier);
      mappings.keep(mapping);
    } catch (WorkbenchException failure) {
      bronze.delete(manifest.dataset(), manifest.landing());
      throw failure;
    }
  }

  private void record(Manifest manifest, Judge.Findings findings, List<Manifest> earlier) {
    List<Manifest> all = new java.util.ArrayList<>(earlier);
    all.removeIf(other -> other.landing().equals(manifest.landing()));
    all.add(manifest);
    lakehouse.write(
        connection -> {
          Records.insert(connection, manifest, findings);
          publisher.publish(connection, Canonical.find(manifest.dataset()).orElseThrow(), all);
          return true;
        });
  }

  private static void refuseIfTooBad(Path file, Manifest manifest, Verdict verdict, double most) {
    double share = verdict.quarantined() / (double) manifest.received();
    // A handful of rows says nothing about a file.
    if (share > most && manifest.received() >= 20) {
      String worst =
          verdict.badByRule().entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse("");
      throw Faults.tooManyBad(file, worst.strip(), share, most);
    }
  }

  /// Takes in the landings whose manifests are there but whose rows in `ops` are not: after a crash
  /// between the two, or when the lake was lost.
  void complete(List<Manifest> manifests) {
    List<String> known =
        lakehouse.read(c -> Rows.list(c, "select landing from ops.landing", r -> r.getString(1)));
    for (Manifest manifest : manifests) {
      if (!known.contains(manifest.landing())) {
        Path rows = bronze.parquet(manifest.dataset(), manifest.landing());
        Function<String, Path> temporary =
            what -> bronze.temporary(manifest.dataset(), manifest.landing(), what);
        Judge.Findings findings =
            lakehouse.read(
                c -> judge(c, manifest, publisher.mapping(manifest), rows, manifests, temporary));
        record(
            manifest,
            findings,
            manifests.stream().filter(m -> m.number() < manifest.number()).toList());
        for (String what : List.of("bad", "dup")) {
          bronze.delete(temporary.apply(what));
        }
      }
    }
  }

  private static ImportReport unchanged(
      Landing before, Mapping mapping, String label, long started) {
    return new ImportReport(
        label,
        before.dataset(),
        before.source(),
        before.rows(),
        before.accepted(),
        before.quarantined(),
        before.duplicates(),
        mapping.name() + " " + mapping.revision(),
        seconds(started),
        before.id(),
        true,
        List.of("This file was imported before. 0 rows changed."));
  }

  private static ImportReport report(Manifest manifest, Verdict verdict, long started) {
    return new ImportReport(
        manifest.file(),
        manifest.dataset(),
        manifest.source(),
        manifest.received(),
        verdict.accepted(),
        verdict.quarantined(),
        verdict.duplicates(),
        manifest.mapping() + " " + manifest.mappingRevision(),
        seconds(started),
        manifest.landing(),
        false,
        verdict.remarks());
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
