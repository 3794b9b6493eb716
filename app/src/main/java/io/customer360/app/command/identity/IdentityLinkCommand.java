package io.customer360.app.command.identity;

import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.file.LinkEvaluation;
import io.customer360.identity.file.LinkFiles;
import io.customer360.identity.file.RecordFiles;
import io.customer360.identity.file.Truth;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.record.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench identity link A [B]`.
@Command(
    name = "link",
    description =
        "Find the records of one person in one CSV or Parquet file, or across two. Needs no"
            + " workspace; nothing has to be told or trained.",
    footer = {
      "",
      "Example:",
      "  workbench identity link people.csv --id rec_id --out pairs.csv",
      "  workbench identity link people.csv --id rec_id --truth rec_id --out pairs.csv --json",
      "  workbench identity link a.csv b.csv --id id --columns name,dob,town --out pairs.csv"
    })
final class IdentityLinkCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "FILE", arity = "1..2", description = "One file, or two to link.")
  private List<Path> files = List.of();

  @Mixin private LinkOptions options = new LinkOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Pairs as CSV: probability and weight of each two alone, how they are one (direct, or"
              + " through other records), and the columns that sum to the weight; the clusters"
              + " are written beside it as FILE-clusters.csv.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    options.check();
    if (out != null) {
      spare(out);
      spare(LinkFiles.clustersBeside(out));
    }
    long start = System.nanoTime();
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      RecordTable records = RecordFiles.read(files, options.id(), progress);
      Truth known = options.truth(records);
      LinkResult result = new Matcher(options.settings(records)).link(records, progress);
      LinkEvaluation evaluation = known == null ? null : LinkEvaluation.of(records, result, known);
      Path clusters = null;
      if (out != null) {
        progress.stage("Write the pairs");
        LinkFiles.pairs(out, records, result);
        clusters = LinkFiles.clustersBeside(out);
        LinkFiles.clusters(clusters, records, result);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      LinkReport report =
          LinkReport.of(records, result, known, evaluation, options.threshold(), seconds, clusters);
      if (output().json()) {
        output().document(report);
      } else {
        report.print(output());
      }
      return 0;
    }
  }

  /// What is read is never written over.
  private void spare(Path written) {
    List<Path> read = new ArrayList<>(files);
    options.truthFile().ifPresent(read::add);
    for (Path file : read) {
      if (same(written, file)) {
        throw WorkbenchException.user(
            "C360-IDT-019",
            written + " is read by this command and would be written over; name another --out.");
      }
    }
    if (Files.isDirectory(written)) {
      throw WorkbenchException.user(
          "C360-IDT-020", written + " is a folder; name a file with --out, for example pairs.csv.");
    }
  }

  private static boolean same(Path a, Path b) {
    try {
      return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
    } catch (IOException e) {
      return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
  }
}
