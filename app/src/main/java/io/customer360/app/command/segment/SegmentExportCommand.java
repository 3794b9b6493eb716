package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.studio.activate.SensitiveFields;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentStudio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench segment export`.
@Command(
    name = "export",
    description = "Write a segment's customers to a file.",
    footer = {
      "",
      "Example:",
      "  workbench segment export loyal --out loyal.csv",
      "  workbench segment export loyal --columns city,tier,margin_12m --out loyal.parquet"
    })
final class SegmentExportCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "ID", arity = "0..1", description = "A segment's id.")
  private @Nullable String id;

  @Mixin private SegmentInput input = new SegmentInput();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file; its ending says the format.")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: by the file's ending).")
  private @Nullable ExportFormat format;

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "Fields beside the customer's id.")
  private List<String> columns = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    String named = id;
    if ((named == null) != input.given()) {
      throw WorkbenchException.user(
          "C360-CLI-042", "Name a segment, or give --where SQL or --rules FILE; one of them.");
    }
    ExportFormat kind = kind();
    return withEngine(
        (engine, progress) -> {
          SegmentStudio studio = SegmentCommand.studio(engine);
          Rule rule =
              named == null ? input.rule(studio, progress) : studio.rule(studio.definition(named));
          SensitiveFields.read(engine.workspace().segments()).checkColumns(columns);
          ExportReport report = studio.export(rule, columns, kind, out, progress);
          Output print = output();
          if (print.json()) {
            print.document(report);
          } else {
            print.line(
                "%s customers written to %s, %s",
                Text.whole(report.rows()), report.file(), Text.seconds(report.seconds()));
          }
          return 0;
        });
  }

  private ExportFormat kind() {
    ExportFormat asked = format;
    if (asked != null) {
      return asked;
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    for (ExportFormat one : ExportFormat.values()) {
      if (name.endsWith("." + one.name().toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    throw WorkbenchException.user(
        "C360-CLI-044", "Say the format of " + out + ": --format csv, json, parquet or arrow.");
  }
}
