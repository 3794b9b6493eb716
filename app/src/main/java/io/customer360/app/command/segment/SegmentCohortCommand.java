package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.studio.cohort.CohortReport;
import io.customer360.studio.cohort.Cohorts;
import io.customer360.studio.purchase.PurchaseFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `segment cohort FILE`.
@Command(
    name = "cohort",
    description = "Retention and revenue by cohort of a purchase file, with 95 % intervals.",
    footer = {
      "",
      "Example:",
      "  workbench segment cohort purchases.csv",
      "  workbench segment cohort orders.csv --by channel --period quarter --json"
    })
final class SegmentCohortCommand extends WorkbenchCommand {
  private static final int WIDEST = 13;

  @Mixin private PurchaseOptions purchases = new PurchaseOptions();

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "${COMPLETION-CANDIDATES} (default month).")
  private Cohorts.Period period = Cohorts.Period.MONTH;

  @Option(
      names = "--by",
      paramLabel = "C",
      description = "A column at the first purchase makes the cohorts (default: its period).")
  private @Nullable String by;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the cells as CSV.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    String column = by;
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      progress.stage("Read " + purchases.file().getFileName());
      try (PurchaseFile file =
          PurchaseFile.open(purchases.file(), purchases.hints(), column, progress)) {
        progress.stage("Follow the cohorts");
        String words =
            column == null
                ? "first purchase, by " + period.name().toLowerCase(Locale.ROOT)
                : column + " at the first purchase";
        CohortReport report = Cohorts.run(file, period, column != null, words, out);
        progress.close();
        show(output(), report);
      }
      return 0;
    }
  }

  private static void show(Output out, CohortReport report) {
    if (out.json()) {
      out.document(report);
      return;
    }
    PurchaseOptions.show(out, report.purchases());
    out.line("%s customers, cohorts of %s", Text.whole(report.customers()), report.by());
    int widest =
        Math.min(WIDEST, report.cohorts().stream().mapToInt(c -> c.cells().size()).max().orElse(0));
    List<String> header = new ArrayList<>(List.of("cohort", "customers"));
    for (int offset = 0; offset < widest; offset++) {
      header.add("+" + offset);
    }
    out.line("");
    out.line("retention (* the period is not over)");
    out.table(
        header,
        rows(
            report,
            widest,
            cell -> Text.decimal(100 * cell.retention(), 1) + " %" + (cell.complete() ? "" : "*")));
    out.line("");
    out.line("money a customer");
    out.table(
        header,
        rows(
            report,
            widest,
            cell -> Text.decimal(cell.moneyPerCustomer(), 2) + (cell.complete() ? "" : "*")));
  }

  private static List<List<Object>> rows(
      CohortReport report,
      int widest,
      java.util.function.Function<CohortReport.Cell, String> words) {
    List<List<Object>> rows = new ArrayList<>();
    for (CohortReport.Cohort cohort : report.cohorts()) {
      List<Object> row = new ArrayList<>(List.of(cohort.cohort(), cohort.customers()));
      cohort.cells().stream().limit(widest).forEach(cell -> row.add(words.apply(cell)));
      rows.add(row);
    }
    return rows;
  }
}
