package io.customer360.app.command.data;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.mapping.LostFile;
import io.customer360.lakehouse.Balance;
import io.customer360.lakehouse.LakeStatus;
import io.customer360.lakehouse.LayerStatus;
import io.customer360.lakehouse.TableStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `workbench status`.
@Command(
    name = "status",
    description = "Layers, rows, freshness and quality of the workspace.",
    footer = {"", "Example:", "  workbench status --workspace shop.c360 --json"})
public final class StatusCommand extends WorkbenchCommand {
  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          LakeStatus status = engine.lakehouse().status();
          List<QualityCheck> quality = engine.ingest().quality();
          List<LostFile> lost = engine.ingest().lost();
          Output out = output();
          if (out.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("workspace", engine.workspace().root().toString());
            document.put("name", engine.workspace().settings().name());
            document.put("as_of", status.asOf());
            document.put("snapshot", status.snapshotId());
            document.put("refreshed_at", status.refreshedAt());
            document.put("stale", status.stale());
            document.put("balance", status.total());
            document.put("datasets", status.balances());
            document.put("layers", status.layers());
            document.put("quality", quality);
            document.put("lost_files", lost);
            out.document(document);
            return 0;
          }
          show(out, engine.workspace().settings().name(), status, quality);
          return 0;
        });
  }

  private static void show(Output out, String name, LakeStatus status, List<QualityCheck> quality) {
    Balance total = status.total();
    out.line(
        "%s as of %s, snapshot %s%s",
        name, status.asOf(), status.snapshotId(), status.stale() ? ", refresh is due" : "");
    out.line(
        "%s rows received = %s good + %s held back + %s duplicates",
        Text.whole(total.received()),
        Text.whole(total.good()),
        Text.whole(total.quarantined()),
        Text.whole(total.duplicates()));
    List<List<Object>> rows = new ArrayList<>();
    for (LayerStatus layer : status.layers()) {
      for (TableStatus table : layer.tables()) {
        rows.add(
            List.of(
                table.name(),
                table.rows(),
                table.seconds(),
                table.refreshedAt() == null ? "" : table.refreshedAt().toString(),
                table.stale() ? "stale" : "fresh"));
      }
    }
    out.table(List.of("table", "rows", "seconds", "built", "state"), rows);
    List<QualityCheck> alarms = quality.stream().filter(check -> !check.passed()).toList();
    out.line(
        "%d quality checks passed, %d %s",
        quality.size() - alarms.size(), alarms.size(), alarms.size() == 1 ? "alarm" : "alarms");
    alarms.forEach(
        alarm -> {
          out.line("  %s %s: %s", alarm.file(), alarm.name(), alarm.words());
          out.line("    %s", alarm.advice());
        });
    List<List<Object>> fresh = new ArrayList<>();
    quality.stream()
        .filter(check -> check.name().equals("freshness"))
        .sorted(Comparator.comparing(QualityCheck::dataset).thenComparing(QualityCheck::source))
        .forEach(
            check ->
                fresh.add(
                    List.of(
                        check.dataset(),
                        check.source(),
                        check.passed() ? "fresh" : "late",
                        check.words())));
    if (!fresh.isEmpty()) {
      out.table(List.of("dataset", "source", "freshness", "what was seen"), fresh);
    }
  }
}
