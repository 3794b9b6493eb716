package io.customer360.ingest;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Past;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Judges what was received and makes it count in one short step.
final class Importer {
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

  /// Makes a received file count, or says that it does already.
  ImportReport finish(Received received, Progress progress, boolean dry) {
    long started = System.nanoTime();
    List<Manifest> earlier = bronze.manifests();
    Mapping mapping = mappings.numbered(received.mapping());
    Optional<Manifest> same = text.landed(earlier, received.sha256(), mapping);
    Optional<Landing> before =
        same.flatMap(found -> lakehouse.read(c -> Landings.find(c, found.landing())));
    if (before.isPresent()) {
      return unchanged(before.get(), mapping, received.label(), seconds(received, started));
    }
    Manifest manifest = manifest(received, mapping, earlier);
    ContractSpec contract = contracts.of(Canonical.find(mapping.dataset()).orElseThrow());
    Scratch scratch = received.scratch();
    Path rows = scratch.of("rows");
    progress.stage("Check " + received.label());
    Judge.Findings findings =
        lakehouse.read(progress, c -> judge(c, manifest, mapping, rows, earlier, scratch::of));
    refuseIfTooBad(received.file(), manifest, findings.verdict(), contract.mostBad());
    if (SourceFile.size(received.file()) != received.size()) {
      throw Faults.changedMeanwhile(received.file());
    }
    progress.checkCancelled();
    if (!dry) {
      commit(mapping, manifest, findings, rows, earlier);
    }
    progress.fraction(1);
    return report(manifest, findings.verdict(), received, seconds(received, started));
  }

  private Manifest manifest(Received received, Mapping mapping, List<Manifest> earlier) {
    RawWriter.Written written =
        received.written().orElseThrow(() -> Faults.changedMeanwhile(received.file()));
    long number = earlier.isEmpty() ? 1 : earlier.getLast().number() + 1;
    return new Manifest(
        1,
        received.landing(),
        number,
        mapping.dataset(),
        mapping.source(),
        received.label(),
        received.sha256(),
        received.size(),
        received.at().toString(),
        mapping.name(),
        mapping.revision(),
        text.unfixed(mapping),
        written.columns(),
        written.firstLine(),
        written.rows(),
        written.misshapen(),
        written.paths(),
        written.trimmed());
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
    // A workspace of the past judges its files as the workspace it was made from did.
    Instant now =
        workspace.settings().past().map(Past::known).orElseGet(() -> workspace.clock().instant());
    return new Judge(contract, workspace.settings().currency(), now)
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
    List<Manifest> all = new ArrayList<>(earlier);
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
      Landing before, Mapping mapping, String label, double seconds) {
    return new ImportReport(
        label,
        before.dataset(),
        before.source(),
        before.rows(),
        before.accepted(),
        before.quarantined(),
        before.duplicates(),
        mapping.name() + " " + mapping.revision(),
        seconds,
        before.id(),
        true,
        List.of("This file was imported before. 0 rows changed."));
  }

  private static ImportReport report(
      Manifest manifest, Verdict verdict, Received received, double seconds) {
    List<String> remarks = new ArrayList<>(received.remarks());
    remarks.addAll(verdict.remarks());
    return new ImportReport(
        manifest.file(),
        manifest.dataset(),
        manifest.source(),
        manifest.received(),
        verdict.accepted(),
        verdict.quarantined(),
        verdict.duplicates(),
        manifest.mapping() + " " + manifest.mappingRevision(),
        seconds,
        manifest.landing(),
        false,
        List.copyOf(remarks));
  }

  private static double seconds(Received received, long started) {
    return received.seconds() + (System.nanoTime() - started) / 1e9;
  }
}
