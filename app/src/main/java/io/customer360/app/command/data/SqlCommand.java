package io.customer360.app.command.data;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.ColumnInfo;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.lakehouse.QueryLimits;
import io.customer360.lakehouse.QueryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench sql QUERY`.
@Command(
    name = "sql",
    description = "One query over the lake. Reads only, unless --write; ops is never written.",
    footer = {
      "",
      "Example:",
      "  workbench sql \"select tier, count(*) from gold.customer group by all order by all\"",
      "  workbench sql \"from gold.customer\" --format parquet --out customers.parquet"
    })
public final class SqlCommand extends WorkbenchCommand {
  /// How to print.
  enum Format {
    TABLE,
    CSV,
    JSON,
    PARQUET,
    ARROW
  }

  @Parameters(paramLabel = "QUERY", description = "One statement.")
  private String query = "";

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default TABLE).")
  private Format format = Format.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
  private @Nullable Path file;

  @Option(names = "--write", description = "Allow one writing statement.")
  private boolean write;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Output out = output();
          if (write) {
            long changed = engine.lakehouse().execute(query, progress);
            if (out.json()) {
              out.document(Map.of("changed", changed));
            } else {
              out.line("%s rows changed", Text.whole(changed));
            }
            return 0;
          }
          Path target = file;
          if (target != null) {
            return export(engine, out, target, progress);
          }
          return print(engine, out, progress);
        });
  }

  private int export(Engine engine, Output out, Path target, TerminalProgress progress) {
    ExportFormat kind = kind();
    ExportReport report =
        engine.lakehouse().export(query, kind, target, QueryLimits.COMMAND, progress);
    if (out.json()) {
      out.document(report);
    } else {
      out.line(
          "%s rows written to %s, %s",
          Text.whole(report.rows()), report.file(), Text.seconds(report.seconds()));
    }
    return 0;
  }

  private ExportFormat kind() {
    return switch (format) {
      case TABLE, CSV -> ExportFormat.CSV;
      case JSON -> ExportFormat.JSON;
      case PARQUET -> ExportFormat.PARQUET;
      case ARROW -> ExportFormat.ARROW;
    };
  }

  private int print(Engine engine, Output out, TerminalProgress progress) throws IOException {
    switch (format) {
      case TABLE -> {
        QueryResult result = engine.lakehouse().query(query, QueryLimits.COMMAND, progress);
        List<String> names = result.columns().stream().map(ColumnInfo::name).toList();
        if (out.json()) {
          out.document(rows(result));
        } else {
          out.table(names, result.rows());
          if (result.truncated()) {
            System.err.println("workbench: more rows than shown; write them all with --out FILE");
          }
        }
      }
      case JSON -> {
        QueryResult result = engine.lakehouse().query(query, QueryLimits.COMMAND, progress);
        out.document(rows(result));
      }
      case CSV -> {
        Path part = Files.createTempFile(engine.workspace().temp(), "query", ".csv");
        Files.delete(part);
        engine.lakehouse().export(query, ExportFormat.CSV, part, QueryLimits.COMMAND, progress);
        Files.copy(part, System.out);
        System.out.flush();
        Files.delete(part);
      }
      case PARQUET, ARROW ->
          throw WorkbenchException.user(
              "C360-CLI-007", "Parquet and Arrow are not for a terminal; name a file with --out.");
    }
    return 0;
  }

  /// One object a row. A program that reads them would not see that some are missing.
  private static List<Map<String, @Nullable Object>> rows(QueryResult result) {
    if (result.truncated()) {
      throw WorkbenchException.user(
          "C360-CLI-054",
          "The answer has more than "
              + Text.whole(result.rows().size())
              + " rows; write them all with --format json --out FILE.");
    }
    List<String> names = result.columns().stream().map(ColumnInfo::name).toList();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : result.rows()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int c = 0; c < names.size(); c++) {
        row.put(names.get(c), values.get(c));
      }
      rows.add(row);
    }
    return rows;
  }
}
