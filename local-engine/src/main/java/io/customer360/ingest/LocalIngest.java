package io.customer360.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.bronze.Landings;
import io.customer360.ingest.bronze.LostFiles;
import io.customer360.ingest.contract.Contract;
import io.customer360.ingest.contract.ContractBook;
import io.customer360.ingest.contract.ContractRule;
import io.customer360.ingest.contract.ContractSpec;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.contract.QualityChecks;
import io.customer360.ingest.contract.Rules;
import io.customer360.ingest.file.RawReader;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.LostFile;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.MappingStore;
import io.customer360.ingest.mapping.MappingText;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.ingest.publish.KnownThen;
import io.customer360.ingest.publish.Publisher;
import io.customer360.ingest.quarantine.FixPreview;
import io.customer360.ingest.quarantine.QuarantineDesk;
import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ingest.quarantine.ReplayReport;
import io.customer360.ingest.suggest.FilePreview;
import io.customer360.ingest.suggest.Previewer;
import io.customer360.ingest.suggest.Suggester;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Ingestion into the lake of an open workspace.
final class LocalIngest implements Ingest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Share of the work of an import that is receiving the file.
  private static final double RECEIVING = 0.6;

  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final Bronze bronze;
  private final ContractBook contracts;
  private final MappingStore mappings;
  private final Publisher publisher;
  private final Receiver receiver;
  private final Importer importer;
  private final QuarantineDesk desk;
  private final MappingText text = new MappingText();

  /// One landing at a time: each looks for its duplicates in all earlier ones.
  private final ReentrantLock landing = new ReentrantLock();

  LocalIngest(Workspace workspace, Lakehouse lakehouse) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.bronze = new Bronze(workspace.bronze());
    this.contracts = new ContractBook(workspace.root().resolve("contracts"));
    this.mappings = new MappingStore(workspace.mappings());
    this.publisher =
        new Publisher(
            bronze,
            contracts,
            mappings,
            workspace.settings().past().map(past -> new KnownThen(past.until())));
    this.receiver = new Receiver(workspace, lakehouse, bronze);
    this.importer = new Importer(workspace, lakehouse, bronze, contracts, mappings, publisher);
    this.desk = new QuarantineDesk(workspace, lakehouse, bronze, contracts, mappings, publisher);
  }

  /// Brings the bronze folder and `ops` in step: what an import that was cut off left behind is
  /// removed or completed.
  void recover() {
    Set<String> known = new HashSet<>();
    lakehouse.read(Landings::all).forEach(landing -> known.add(landing.id()));
    bronze.sweep(known);
    List<Manifest> manifests = bronze.manifests();
    importer.complete(manifests);
    for (Manifest manifest : manifests) {
      if (!known.contains(manifest.landing())
          && bronze.damage(manifest.dataset(), manifest.landing()) == null) {
        desk.reapply(manifest);
      }
    }
    lakehouse.write(
        connection -> {
          publisher.publishChanged(connection, manifests);
          return true;
        });
  }

  @Override
  public List<LostFile> lost() {
    return LostFiles.of(bronze, bronze.manifests(), landings());
  }

  @Override
  public void mustBeWhole() {
    List<LostFile> lost = lost();
    if (!lost.isEmpty()) {
      throw Faults.lost(lost, "Nothing was computed: rows that were imported are gone.");
    }
  }

  @Override
  public int checkAgain(Progress progress) {
    landing.lock();
    try {
      List<Manifest> manifests = bronze.manifests();
      List<Manifest> due = importer.judgedOtherwise(manifests);
      for (int i = 0; i < due.size(); i++) {
        progress.checkCancelled();
        progress.stage("Check " + due.get(i).file() + " again");
        importer.judgeAgain(due.get(i), manifests);
        desk.reapply(due.get(i));
        progress.fraction((i + 1.0) / due.size());
      }
      return due.size();
    } finally {
      landing.unlock();
    }
  }

  @Override
  public List<LostFile> giveUp(String file) {
    mustBeOfToday();
    landing.lock();
    try {
      List<LostFile> gone =
          lost().stream()
              .filter(lost -> lost.file().equals(file) || lost.landing().equals(file))
              .toList();
      if (gone.isEmpty()) {
        throw Faults.notLost(file);
      }
      for (LostFile lost : gone) {
        bronze.delete(lost.dataset(), lost.landing());
        List<Manifest> manifests = bronze.manifests();
        lakehouse.write(
            connection -> {
              Records.judgeLaterAgain(connection, lost.landing());
              Records.remove(connection, lost.landing());
              publisher.publish(
                  connection, Canonical.find(lost.dataset()).orElseThrow(), manifests);
              return true;
            });
      }
      return gone;
    } finally {
      landing.unlock();
    }
  }

  private Previewer previewer() {
    return new Previewer(lakehouse, workspace.settings(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(workspace.clock().instant(), ZoneOffset.UTC);
  }

  @Override
  public FilePreview preview(Path file) {
    return previewer().look(file, Optional.empty());
  }

  @Override
  public FilePreview preview(Path file, FileOptions options) {
    return previewer().look(file, Optional.of(options));
  }

  @Override
  public Mapping suggest(FilePreview preview) {
    return preview.suggested();
  }

  @Override
  public Mapping suggest(FilePreview preview, String dataset) {
    return new Suggester(workspace.settings(), today())
        .mapping(
            preview.file(),
            preview.options(),
            preview.columns(),
            preview.datasets().stream()
                .filter(suggestion -> suggestion.dataset().equals(dataset))
                .findFirst()
                .orElseThrow(() -> Faults.mapping(dataset, "there is no dataset of this name")));
  }

  @Override
  public Mapping loadMapping(Path file) {
    return mappings.read(file);
  }

  @Override
  public Mapping parseMapping(String written) {
    return text.parse(written, "text");
  }

  @Override
  public String mappingText(Mapping mapping) {
    return text.write(mapping);
  }

  @Override
  public List<Mapping> mappings() {
    return mappings.all();
  }

  @Override
  public ImportReport load(Path file, Mapping mapping, Progress progress) {
    mustBeOfToday();
    landing.lock();
    try (Received received =
        receiver.receive(file, mapping, Set.of(), progress.part(0, RECEIVING))) {
      return importer.finish(received, progress.part(RECEIVING, 1), false);
    } finally {
      landing.unlock();
    }
  }

  @Override
  public List<ImportReport> loadAll(List<FileToLoad> files, Progress progress) {
    mustBeOfToday();
    landing.lock();
    try {
      return new Convoy(receiver, importer).load(files, progress);
    } finally {
      landing.unlock();
    }
  }

  /// What lands in a workspace of the past would be lost when it is made anew.
  @Override
  public void mustBeOfToday() {
    workspace
        .settings()
        .past()
        .ifPresent(
            past -> {
              throw WorkbenchException.user(
                  "C360-ING-060",
                  "This workspace shows a past day: nothing is imported or mended in it. Do so in "
                      + past.of()
                      + ".");
            });
  }

  @Override
  public ImportReport dryRun(Path file, Mapping mapping, Progress progress) {
    // refuses what load refuses
    text.parse(text.write(mapping), mapping.name());
    try (Received received =
        receiver.receive(file, mapping, Set.of(), progress.part(0, RECEIVING))) {
      return importer.finish(received, progress.part(RECEIVING, 1), true);
    }
  }

  @Override
  public List<Landing> landings() {
    return lakehouse.read(Landings::all);
  }

  @Override
  public Optional<Map<String, String>> rawRow(String id, long line) {
    return lakehouse.read(
        connection -> {
          Optional<Landing> known = Landings.find(connection, id);
          if (known.isEmpty()) {
            return Optional.empty();
          }
          Path file = bronze.manifest(known.get().dataset(), id);
          if (!Files.exists(file)) {
            return Optional.empty();
          }
          Manifest manifest = Manifest.read(file);
          String parquet = bronze.parquet(manifest.dataset(), id).toString();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select "
                      + RawReader.arguments(manifest.columns())
                      + " from "
                      + Bronze.relation(manifest, parquet)
                      + " where _line = ?")) {
            statement.setLong(1, line);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() ? Optional.of(row(rows, manifest)) : Optional.empty();
            }
          }
        });
  }

  private static Map<String, String> row(ResultSet rows, Manifest manifest)
      throws SQLException, JsonProcessingException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < manifest.columns().size(); i++) {
      String value = rows.getString(i + 1);
      values.put(manifest.columns().get(i), value == null ? "" : value);
    }
    String document = values.get(TypedSelect.JSON);
    if (manifest.columns().size() == 1 && document != null) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : JSON.readTree(document).properties()) {
        fields.put(
            field.getKey(),
            field.getValue().isValueNode()
                ? field.getValue().asText()
                : field.getValue().toString());
      }
      return fields;
    }
    return values;
  }

  @Override
  public List<QuarantineRow> quarantine(QuarantineFilter filter) {
    return desk.list(filter);
  }

  @Override
  public long quarantined(QuarantineFilter filter) {
    return desk.count(filter);
  }

  @Override
  public List<Contract> contracts() {
    List<Contract> all = new ArrayList<>();
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      ContractSpec spec = contracts.of(dataset);
      Set<String> every =
          Set.copyOf(dataset.columns().stream().map(Canonical.Column::name).toList());
      List<ContractRule> rules =
          Rules.compile(spec, every, Set.of(), workspace.clock().instant()).stream()
              .map(rule -> new ContractRule(rule.field(), rule.kind().text(), rule.words()))
              .toList();
      all.add(new Contract(dataset.name(), spec.origin(), spec.mostBad(), rules, spec.text()));
    }
    return List.copyOf(all);
  }

  @Override
  public List<QualityCheck> quality() {
    List<Manifest> manifests = bronze.manifests();
    List<QualityCheck> checks = new ArrayList<>();
    for (LostFile lost : LostFiles.of(bronze, manifests, landings())) {
      checks.add(
          new QualityCheck(
              lost.dataset(),
              lost.source(),
              lost.landing(),
              lost.file(),
              QualityCheck.LOST,
              "",
              false,
              lost.words()));
    }
    Map<String, List<String>> columns = QualityChecks.columns(manifests);
    checks.addAll(
        lakehouse.read(c -> new QualityChecks(workspace.clock().instant(), columns).run(c)));
    return List.copyOf(checks);
  }

  @Override
  public FixPreview previewFix(List<Long> ids, String expression) {
    return desk.preview(ids, expression);
  }

  @Override
  public ReplayReport fixAndReplay(List<Long> ids, String expression, Progress progress) {
    mustBeOfToday();
    landing.lock();
    try {
      return desk.replay(ids, expression, progress);
    } finally {
      landing.unlock();
    }
  }

  @Override
  public void discard(List<Long> ids, String reason) {
    mustBeOfToday();
    desk.discard(ids, reason);
  }
}
