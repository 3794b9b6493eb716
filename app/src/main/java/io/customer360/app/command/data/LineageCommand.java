package io.customer360.app.command.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.ingest.bronze.Landing;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ColumnTrace;
import io.customer360.lakehouse.ModelGraph;
import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.ReceivedValue;
import io.customer360.lakehouse.openlineage.LandedFile;
import io.customer360.lakehouse.openlineage.LineageBuilds;
import io.customer360.lakehouse.openlineage.OpenLineage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `workbench lineage`: where a number comes from.
@Command(
    name = "lineage",
    description = "Where numbers come from, down to file and line; export for other tools.",
    subcommands = {LineageCommand.Column.class, LineageCommand.Export.class},
    footer = {
      "",
      "Example:",
      "  workbench lineage column gold.orders.revenue",
      "  workbench lineage export lineage.ndjson"
    })
public final class LineageCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  @Command(
      name = "column",
      description = "The way of a column back to what was received, with rows, file and line.",
      footer = {"", "Example:", "  workbench lineage column gold.orders.revenue"})
  static final class Column extends WorkbenchCommand {
    private static final int SAMPLES = 3;

    @Parameters(paramLabel = "TABLE.COLUMN", description = "Such as gold.orders.revenue.")
    private String name = "";

    @Override
    public Integer call() throws Exception {
      return withEngine((engine, progress) -> show(engine));
    }

    private int show(Engine engine) {
      ModelGraph graph = engine.lakehouse().graph();
      int dot = name.lastIndexOf('.');
      if (graph.node(name).isPresent() || dot < 0) {
        throw WorkbenchException.user(
            "C360-LIN-004",
            name + " names no column. Say table and column, as in gold.orders.revenue");
      }
      String table = name.substring(0, dot);
      String column = name.substring(dot + 1);
      ModelNode node =
          graph
              .node(table)
              .filter(found -> !found.columns().isEmpty())
              .orElseThrow(
                  () ->
                      WorkbenchException.user(
                          "C360-LIN-001",
                          "There is no table "
                              + table
                              + ". See the tables with: workbench status"));
      if (node.columns().stream().noneMatch(info -> info.name().equals(column))) {
        throw WorkbenchException.user(
            "C360-LIN-002",
            table
                + " has no column "
                + column
                + ". It has: "
                + node.columns().stream()
                    .map(info -> info.name())
                    .collect(Collectors.joining(", ")));
      }
      ColumnTrace trace = ColumnTrace.of(graph, table, column);
      List<ReceivedValue> samples =
          ReceivedValue.of(engine.lakehouse(), trace, SAMPLES, Progress.NONE);
      Output out = output();
      if (out.json()) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("column", name);
        document.put("complete", trace.complete());
        document.put("steps", trace.steps());
        document.put("samples", samples);
        out.document(document);
        return 0;
      }
      for (ColumnTrace.Step step : trace.steps()) {
        out.line(
            "%s%s.%s%s",
            "  ".repeat(step.distance()),
            step.table(),
            step.column(),
            step.received() ? "  (as received)" : "");
      }
      if (!trace.complete()) {
        out.line("Part of the way is computed by a step whose columns are not followed.");
      }
      if (samples.isEmpty()) {
        return 0;
      }
      out.table(
          List.of("received column", "file", "line", "value"),
          samples.stream()
              .map(
                  one ->
                      List.of(
                          one.table() + "." + one.column(),
                          one.file(),
                          one.line(),
                          one.value() == null ? "" : String.valueOf(one.value())))
              .toList());
      return 0;
    }
  }

  @Command(
      name = "export",
      description = "Write OpenLineage run events, one JSON object a line.",
      footer = {"", "Example:", "  workbench lineage export lineage.ndjson"})
  static final class Export extends WorkbenchCommand {
    @Parameters(paramLabel = "FILE", description = "The file to write; replaced when it is there.")
    private Path file = Path.of("lineage.ndjson");

    @Override
    public Integer call() throws Exception {
      return withEngine((engine, progress) -> write(engine));
    }

    private int write(Engine engine) {
      List<ObjectNode> events =
          new OpenLineage(
                  "customer360." + engine.workspace().root().getFileName(),
                  engine.lakehouse().graph())
              .events(
                  engine.ingest().landings().stream().map(Export::landed).toList(),
                  LineageBuilds.read(engine.lakehouse()));
      String text = events.stream().map(event -> event + "\n").collect(Collectors.joining());
      Path whole = file.toAbsolutePath();
      try {
        AtomicFile.of(whole).text(text);
      } catch (IOException e) {
        throw WorkbenchException.resource(
            "C360-LIN-003",
            "Cannot write " + file + ". Choose a folder that exists and can be written to.",
            e);
      }
      if (output().json()) {
        output().document(Map.of("file", whole.toString(), "events", events.size()));
      } else {
        output().line("%d events of %d runs in %s", events.size(), events.size() / 2, whole);
      }
      return 0;
    }

    private static LandedFile landed(Landing landing) {
      return new LandedFile(
          landing.id(),
          landing.dataset(),
          landing.source(),
          landing.file(),
          landing.sha256(),
          landing.bytes(),
          landing.receivedAt(),
          landing.rows(),
          landing.accepted());
    }
  }
}
