package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.studio.purchase.PurchaseFile;
import io.customer360.studio.rfm.Rfm;
import io.customer360.studio.rfm.RfmReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `segment rfm FILE`.
@Command(
    name = "rfm",
    description = "Score customers of a purchase file by recency, frequency and money.",
    footer = {
      "",
      "Example:",
      "  workbench segment rfm purchases.csv --out scores.csv",
      "  workbench segment rfm lines.csv --customer CustomerID --as-of 2011-12-10 --json"
    })
final class SegmentRfmCommand extends WorkbenchCommand {
  @Mixin private PurchaseOptions purchases = new PurchaseOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "The day to count from (default: the day after the last purchase).")
  private @Nullable LocalDate asOf;

  @Option(names = "--out", paramLabel = "FILE", description = "Write a line a customer as CSV.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      progress.stage("Read " + purchases.file().getFileName());
      try (PurchaseFile file =
          PurchaseFile.open(purchases.file(), purchases.hints(), null, progress)) {
        progress.stage("Score customers");
        RfmReport report = Rfm.run(file, asOf, out);
        progress.close();
        show(output(), report);
      }
      return 0;
    }
  }

  private static void show(Output out, RfmReport report) {
    if (out.json()) {
      out.document(report);
      return;
    }
    PurchaseOptions.show(out, report.purchases());
    out.line(
        "%s customers, %s spent, as of %s",
        Text.whole(report.customers()), Text.of(report.money()), report.asOf());
    out.line("");
    List<List<Object>> segments = new ArrayList<>();
    for (RfmReport.Segment one : report.segments()) {
      segments.add(
          List.of(
              one.name(),
              one.customers(),
              Text.decimal(100 * one.share(), 1) + " %",
              one.money(),
              Text.decimal(100 * one.moneyShare(), 1) + " %",
              Text.decimal(one.meanRecencyDays(), 0),
              Text.decimal(one.meanOrders(), 1)));
    }
    out.table(
        List.of("segment", "customers", "share", "money", "of money", "days since", "orders"),
        segments);
    out.line("");
    List<List<Object>> grid = new ArrayList<>();
    for (int r = 5; r >= 1; r--) {
      List<Object> row = new ArrayList<>(List.of("recency " + r));
      for (RfmReport.Cell cell : report.grid()) {
        if (cell.recency() == r) {
          row.add(
              Text.whole(cell.customers()) + " | " + Text.decimal(cell.money().doubleValue(), 0));
        }
      }
      grid.add(row);
    }
    out.table(
        List.of(
            "customers | money",
            "frequency 1",
            "frequency 2",
            "frequency 3",
            "frequency 4",
            "frequency 5"),
        grid);
  }
}
