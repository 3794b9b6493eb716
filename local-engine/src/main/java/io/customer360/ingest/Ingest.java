package io.customer360.ingest;

import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.bronze.LostFiles;
import io.customer360.ingest.contract.Contract;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.mapping.FileOptions;
import io.customer360.ingest.mapping.LostFile;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.quarantine.FixPreview;
import io.customer360.ingest.quarantine.QuarantineFilter;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ingest.quarantine.ReplayReport;
import io.customer360.ingest.suggest.FilePreview;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files in, checked rows out. Every method may be called from any thread; every failure is a
/// [io.customer360.fault.WorkbenchException] that has changed nothing.
public interface Ingest {
  /// Landed files of a workspace's folder whose rows are gone, told without opening its lake.
  static List<LostFile> lost(Path workspace) {
    Bronze bronze = new Bronze(workspace.resolve("bronze"));
    return LostFiles.among(bronze, bronze.manifests());
  }

  /// Ingestion into the lake of an open workspace. What an import that was cut off left behind is
  /// removed or completed first. The lake must have been opened with [IngestSchema].
  static Ingest open(Workspace workspace, Lakehouse lakehouse) {
    LocalIngest ingest = new LocalIngest(workspace, lakehouse);
    ingest.recover();
    return ingest;
  }

  /// Looks into a file without landing anything: format, delimiter, encoding, columns, types,
  /// sample rows, each with a confidence, and the mapping the program suggests.
  FilePreview preview(Path file);

  /// The same with the reading options set by a person instead of detected.
  FilePreview preview(Path file, FileOptions options);

  /// The mapping suggested for a file.
  Mapping suggest(FilePreview preview);

  /// The mapping suggested when a person has chosen the canonical dataset.
  Mapping suggest(FilePreview preview, String dataset);

  /// Reads a mapping from its text file.
  Mapping loadMapping(Path text);

  /// Reads a mapping from its text.
  Mapping parseMapping(String text);

  /// The text of a mapping, as it is kept in the workspace.
  String mappingText(Mapping mapping);

  /// The mappings kept in the workspace, newest revision each.
  List<Mapping> mappings();

  /// Refuses where nothing may land, before a person is asked anything.
  ///
  /// @throws io.customer360.fault.WorkbenchException in a workspace that shows a past day
  void mustBeOfToday();

  /// Landed files whose rows the workspace has lost. A file given to [#load] again takes its old
  /// place.
  List<LostFile> lost();

  /// Refuses where rows that were imported are gone.
  ///
  /// @throws io.customer360.fault.WorkbenchException naming them and what to do
  void mustBeWhole();

  /// Judges again what was landed under another contract than the one in force, of the workspace or
  /// of the program. What people decided about rows stays.
  ///
  /// @return how many files were judged again
  int checkAgain(Progress progress);

  /// Gives up the rows of lost files, by name or landing. Later files that left rows out because
  /// these had them are judged again at the next refresh.
  List<LostFile> giveUp(String file);

  /// Lands one file: all of it or nothing. The same file again changes nothing and says so.
  ImportReport load(Path file, Mapping mapping, Progress progress);

  /// Lands several files in their order, each as [#load] would, and reports on each. One is
  /// received while the one before it is checked, so that many small files take little more than
  /// half the time. Stops at the first that cannot be landed; those before it stay.
  List<ImportReport> loadAll(List<FileToLoad> files, Progress progress);

  /// What [#load] would report, landing nothing.
  ImportReport dryRun(Path file, Mapping mapping, Progress progress);

  /// What was landed, newest first.
  List<Landing> landings();

  /// One row as received: raw column to text, for tracing a number back to its file.
  Optional<Map<String, String>> rawRow(String landing, long line);

  /// Rows held back, oldest first.
  List<QuarantineRow> quarantine(QuarantineFilter filter);

  /// How many rows held back match, whatever the filter's limit.
  long quarantined(QuarantineFilter filter);

  /// The contract of each canonical dataset.
  List<Contract> contracts();

  /// Alarms and passed checks of the landings: volume, empty columns, unit errors, freshness.
  List<QualityCheck> quality();

  /// What an expression such as `quantity = quantity / 1000` would do to the chosen rows.
  FixPreview previewFix(List<Long> ids, String expression);

  /// Writes the expression into the mapping for the chosen rows and takes them in again.
  ReplayReport fixAndReplay(List<Long> ids, String expression, Progress progress);

  /// Gives the chosen rows up, with a reason. They stay counted as quarantined.
  void discard(List<Long> ids, String reason);
}
