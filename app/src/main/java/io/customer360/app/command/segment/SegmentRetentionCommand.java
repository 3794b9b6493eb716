package io.customer360.app.command.segment;

import io.customer360.app.console.AnnotationTable;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.studio.desk.PurchaseGrids;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `segment retention`.
@Command(
    name = "retention",
    description = "Who orders again, by the month of the first order or by what customers share.",
    footer = {
      "",
      "Examples:",
      "  workbench segment retention",
      "  workbench segment retention --by offer --json"
    })
final class SegmentRetentionCommand extends WorkbenchCommand {
  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = {
        "month (default), tier, city and other texts of a customer, or offer: the code on the",
        "first order. Where orders name none, campaign: one answered in the 7 days before it."
      })
  private String by = "month";

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          PurchaseGrids grids = grids(engine);
          PurchaseGrids.Retention retention =
              by.equals("month") ? grids.retention(progress) : grids.retention(by, progress);
          progress.close();
          Output out = output();
          if (out.json()) {
            out.document(document(retention));
          } else {
            print(out, retention);
          }
          return 0;
        });
  }

  private static PurchaseGrids grids(Engine engine) {
    return new PurchaseGrids(
        engine.lakehouse(), SegmentCommand.studio(engine), engine.workspace().settings().zoneId());
  }

  private static Map<String, Object> document(PurchaseGrids.Retention retention) {
    List<Map<String, Object>> cohorts = new ArrayList<>();
    for (PurchaseGrids.Cohort cohort : retention.cohorts()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("cohort", name(cohort));
      one.put("customers", cohort.customers());
      one.put(
          "months",
          cohort.months().stream()
              .map(
                  cell ->
                      Map.of(
                          "customers", cell.customers(),
                          "of", cell.of(),
                          "retention", cell.share(),
                          "low", cell.interval().low(),
                          "high", cell.interval().high(),
                          "margin_12m", cell.margin12m()))
              .toList());
      cohorts.add(one);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("by", retention.by().isEmpty() ? "month" : retention.by());
    document.put("month_not_over", retention.lastMonth().toString());
    document.put("cohorts", cohorts);
    document.put("annotations", retention.annotations());
    return document;
  }

  private static String name(PurchaseGrids.Cohort cohort) {
    YearMonth month = cohort.month();
    return month == null ? cohort.value() : month.toString();
  }

  private static void print(Output out, PurchaseGrids.Retention retention) {
    boolean byMonth = retention.by().isEmpty();
    int widest = retention.cohorts().stream().mapToInt(one -> one.months().size()).max().orElse(0);
    List<String> header = new ArrayList<>(List.of("cohort", "customers"));
    for (int later = 1; later <= widest; later++) {
      header.add("+" + later);
    }
    if (byMonth) {
      header.add("beside");
    }
    out.line(
        "Share who order again so many months later, %%, by %s%s",
        byMonth ? "month of the first order" : retention.by(),
        byMonth ? " (* the month is not over)" : "; only months that are over count");
    List<List<Object>> rows = new ArrayList<>();
    for (PurchaseGrids.Cohort cohort : retention.cohorts()) {
      List<Object> row = new ArrayList<>(List.of(name(cohort), cohort.customers()));
      for (int i = 0; i < widest; i++) {
        row.add(i < cohort.months().size() ? cell(retention, cohort, i) : "");
      }
      YearMonth month = cohort.month();
      if (month != null) {
        row.add(
            AnnotationTable.brief(
                retention.annotations().stream()
                    .filter(one -> YearMonth.from(one.day()).equals(month))
                    .toList()));
      }
      rows.add(row);
    }
    out.table(header, rows);
  }

  private static String cell(PurchaseGrids.Retention of, PurchaseGrids.Cohort cohort, int at) {
    PurchaseGrids.Cell cell = cohort.months().get(at);
    YearMonth month = cohort.month();
    boolean open = month != null && month.plusMonths(at + 1L).equals(of.lastMonth());
    return cell.of() == 0 ? "" : Text.decimal(100 * cell.share(), 1) + (open ? "*" : "");
  }
}
