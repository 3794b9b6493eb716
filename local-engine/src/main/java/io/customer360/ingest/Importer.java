package io.customer360.ingest;

import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.bronze.Landings;
import io.customer360.ingest.bronze.LostFiles;
import io.customer360.ingest.bronze.Scratch;
import io.customer360.ingest.bronze.Verdict;
import io.customer360.ingest.contract.ContractBook;
import io.customer360.ingest.contract.ContractSpec;
import io.customer360.ingest.contract.Judge;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.contract.QualityChecks;
import io.customer360.ingest.file.RawWriter;
import io.customer360.ingest.file.SourceFile;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.LostFile;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.MappingStore;
import io.customer360.ingest.mapping.MappingText;
import io.customer360.ingest.publish.Publisher;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    if (received.restores().isPresent()) {
      return restore(received, received.restores().get(), dry, started);
    }
    Mapping mapping = mappings.numbered(received.mapping());
    Optional<Manifest> same = text.landed(earlier, received.sha256(), mapping);
    Optional<Landing> before =
        same.flatMap(found -> lakehouse.read(c -> Landings.find(c, found.landing())));
    if (before.isPresent()) {
      return unchanged(before.get(), mapping, received.label(), seconds(received, started));
    }
    Optional<Landings.Numbered> undescribed = undescribed(received, mapping, earlier);
    Manifest manifest = manifest(received, mapping, number(undescribed, earlier));
    refuseIfLost(manifest, earlier);
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
      commit(mapping, manifest, findings, rows, earlier, undescribed);
    }
    progress.fraction(1);
    List<QualityCheck> alarms = dry ? List.of() : alarms(manifest.landing());
    return report(manifest, findings.verdict(), received, seconds(received, started), alarms);
  }

  /// What the quality checks find in a landing.
  private List<QualityCheck> alarms(String landing) {
    Map<String, List<String>> columns = QualityChecks.columns(bronze.manifests());
    return lakehouse.read(
        c -> new QualityChecks(workspace.clock().instant(), columns).alarms(c, landing));
  }

  /// Puts the rows of a lost landing back in their place. Nothing is judged again: they are the
  /// same bytes, and what people decided about its rows since stays.
  private ImportReport restore(Received received, Manifest was, boolean dry, long started) {
    RawWriter.Written written =
        received.written().orElseThrow(() -> Faults.changedMeanwhile(received.file()));
    boolean same =
        written.columns().equals(was.columns())
            && written.rows() == was.rows()
            && written.firstLine() == was.firstLine()
            && written.paths().equals(was.paths());
    if (!same) {
      throw Faults.readOtherwise(received.file(), was);
    }
    if (!dry) {
      bronze.commit(was, received.scratch().of("rows"));
      List<Manifest> all = bronze.manifests();
      complete(all);
      lakehouse.write(
          connection -> {
            publisher.publish(connection, Canonical.find(was.dataset()).orElseThrow(), all);
            return true;
          });
    }
    Optional<Landing> landing = lakehouse.read(c -> Landings.find(c, was.landing()));
    return new ImportReport(
        received.label(),
        was.dataset(),
        was.source(),
        was.received(),
        landing.map(Landing::accepted).orElse(0L),
        landing.map(Landing::quarantined).orElse(0L),
        landing.map(Landing::duplicates).orElse(0L),
        was.mapping() + " " + was.mappingRevision(),
        seconds(received, started),
        was.landing(),
        false,
        List.of("Its rows were gone from the workspace and are back in their old place."),
        List.of());
  }

  /// The landing of the same bytes that the lake knows and whose manifest is gone.
  private Optional<Landings.Numbered> undescribed(
      Received received, Mapping mapping, List<Manifest> earlier) {
    Set<String> described = new HashSet<>();
    earlier.forEach(manifest -> described.add(manifest.landing()));
    return lakehouse.read(c -> Landings.ofBytes(c, received.sha256(), mapping.dataset())).stream()
        .filter(landing -> !described.contains(landing.landing()))
        .findFirst();
  }

  /// What comes in the place of a lost landing keeps its place in the order: later ones took its
  /// rows for the first of their kind.
  private long number(Optional<Landings.Numbered> instead, List<Manifest> earlier) {
    long highest = lakehouse.read(Landings::highest);
    long last = earlier.isEmpty() ? 0 : earlier.getLast().number();
    return instead.map(Landings.Numbered::number).orElse(Math.max(highest, last) + 1);
  }

  /// Without the rows of earlier files, those that stand twice cannot be told.
  private void refuseIfLost(Manifest manifest, List<Manifest> earlier) {
    List<LostFile> lost = LostFiles.among(bronze, comparable(manifest, earlier));
    if (!lost.isEmpty()) {
      throw Faults.lost(
          lost,
          manifest.file()
              + " was not imported: earlier rows of its source are gone, so that what stands twice"
              + " could not be told.");
    }
  }

  private Manifest manifest(Received received, Mapping mapping, long number) {
    RawWriter.Written written =
        received.written().orElseThrow(() -> Faults.changedMeanwhile(received.file()));
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
        .judge(
            connection,
            manifest,
            mapping,
            rows,
            comparable(manifest, earlier).stream()
                .filter(other -> bronze.damage(other.dataset(), other.landing()) == null)
                .map(other -> bronze.parquet(other.dataset(), other.landing()).toString())
                .toList(),
            temporary);
  }

  /// Earlier landings whose rows can be equal to those of this one.
  private static List<Manifest> comparable(Manifest manifest, List<Manifest> earlier) {
    return earlier.stream()
        .filter(other -> other.number() < manifest.number())
        .filter(other -> other.dataset().equals(manifest.dataset()))
        .filter(other -> other.source().equals(manifest.source()))
        .filter(other -> other.columns().equals(manifest.columns()))
        .toList();
  }

  private void commit(
      Mapping mapping,
      Manifest manifest,
      Judge.Findings findings,
      Path rows,
      List<Manifest> earlier,
      Optional<Landings.Numbered> instead) {
    bronze.commit(manifest, rows);
    try {
      record(manifest, findings, earlier, instead);
      mappings.keep(mapping);
    } catch (WorkbenchException failure) {
      bronze.delete(manifest.dataset(), manifest.landing());
      throw failure;
    }
  }

  private void record(
      Manifest manifest,
      Judge.Findings findings,
      List<Manifest> earlier,
      Optional<Landings.Numbered> instead) {
    List<Manifest> all = new ArrayList<>(earlier);
    all.removeIf(other -> other.landing().equals(manifest.landing()));
    all.add(manifest);
    all.sort(Comparator.comparingLong(Manifest::number));
    String contract = contract(manifest);
    lakehouse.write(
        connection -> {
          if (instead.isPresent()) {
            Records.remove(connection, instead.get().landing());
          }
          Map<Long, String> discarded = Records.discarded(connection, manifest.landing());
          Records.insert(connection, manifest, findings, contract);
          Records.discard(connection, manifest.landing(), discarded);
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
      if (!known.contains(manifest.landing())
          && bronze.damage(manifest.dataset(), manifest.landing()) == null) {
        judgeAgain(
            manifest,
            manifests,
            manifests.stream().filter(m -> m.number() < manifest.number()).toList());
      }
    }
  }

  /// Landings that were judged by another contract than the one in force.
  List<Manifest> judgedOtherwise(List<Manifest> manifests) {
    Map<String, String> judged = lakehouse.read(Landings::contracts);
    return manifests.stream()
        .filter(manifest -> !contract(manifest).equals(judged.get(manifest.landing())))
        .toList();
  }

  void judgeAgain(Manifest manifest, List<Manifest> manifests) {
    judgeAgain(manifest, manifests, manifests);
  }

  private void judgeAgain(Manifest manifest, List<Manifest> manifests, List<Manifest> published) {
    Path rows = bronze.parquet(manifest.dataset(), manifest.landing());
    Function<String, Path> temporary =
        what -> bronze.temporary(manifest.dataset(), manifest.landing(), what);
    Judge.Findings findings =
        lakehouse.read(
            c -> judge(c, manifest, publisher.mapping(manifest), rows, manifests, temporary));
    record(manifest, findings, published, Optional.empty());
    for (String what : List.of("bad", "dup")) {
      bronze.delete(temporary.apply(what));
    }
  }

  private String contract(Manifest manifest) {
    return contracts.of(Canonical.find(manifest.dataset()).orElseThrow()).print();
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
        List.of("This file was imported before. 0 rows changed."),
        List.of());
  }

  private static ImportReport report(
      Manifest manifest,
      Verdict verdict,
      Received received,
      double seconds,
      List<QualityCheck> alarms) {
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
        List.copyOf(remarks),
        alarms);
  }

  private static double seconds(Received received, long started) {
    return received.seconds() + (System.nanoTime() - started) / 1e9;
  }
}
