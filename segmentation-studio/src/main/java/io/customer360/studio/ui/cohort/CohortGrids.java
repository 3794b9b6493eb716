package io.customer360.studio.ui.cohort;

import io.customer360.studio.annotation.Standouts;
import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.studio.ui.chart.AnnotationWords;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The grids as heat-maps.
final class CohortGrids {
  /// Below this many people a share says little.
  private static final int FEW = 20;

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  private final Formats formats;

  CohortGrids(Formats formats) {
    this.formats = formats;
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  static String title(PurchaseGrids.Cohort cohort) {
    YearMonth month = cohort.month();
    return month == null ? cohort.value() : month(month);
  }

  HeatMap retention(PurchaseGrids.Retention of) {
    int most = of.cohorts().stream().mapToInt(one -> one.months().size()).max().orElse(0);
    double highest =
        of.cohorts().stream()
            .filter(one -> one.customers() >= FEW)
            .flatMap(one -> one.months().stream())
            .mapToDouble(PurchaseGrids.Cell::share)
            .max()
            .orElse(1);
    List<String> heads = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      heads.add(Integer.toString(i));
    }
    List<HeatMap.Line> lines = new ArrayList<>();
    for (PurchaseGrids.Cohort cohort : of.cohorts()) {
      List<HeatMap.@Nullable Cell> cells = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        cells.add(i < cohort.months().size() ? cell(of, cohort, i, highest) : null);
      }
      lines.add(
          new HeatMap.Line(title(cohort), "", formats.count(cohort.customers()), "", false, cells));
    }
    Set<YearMonth> marked =
        Standouts.of(of.annotations()).stream()
            .map(one -> YearMonth.from(one.day()))
            .collect(Collectors.toSet());
    return new HeatMap(
            Messages.text("studio.retention.words"),
            heads,
            Messages.text("studio.retention.people"),
            "",
            lines)
        .nameWidth(of.by().isEmpty() ? 86 : 112)
        .rowHeight(27)
        .notes(
            of.cohorts().stream()
                .map(
                    cohort -> {
                      YearMonth month = cohort.month();
                      return month == null
                          ? new HeatMap.Note("", false)
                          : new HeatMap.Note(beside(of, month), marked.contains(month));
                    })
                .toList());
  }

  /// What else happened in a month.
  private String beside(PurchaseGrids.Retention of, YearMonth month) {
    return AnnotationWords.of(
        of.annotations().stream().filter(one -> YearMonth.from(one.day()).equals(month)).toList(),
        formats);
  }

  private HeatMap.Cell cell(
      PurchaseGrids.Retention of, PurchaseGrids.Cohort cohort, int at, double highest) {
    PurchaseGrids.Cell cell = cohort.months().get(at);
    YearMonth from = cohort.month();
    YearMonth month = from == null ? null : from.plusMonths(at + 1L);
    boolean few = cell.of() < FEW;
    String words =
        Messages.text(
            "studio.retention.cell",
            title(cohort),
            Integer.toString(at + 1),
            formats.count(cell.customers()),
            formats.count(cell.of()),
            formats.number(cell.interval().low() * 100, 1),
            formats.number(cell.interval().high() * 100, 1));
    if (month != null && month.equals(of.lastMonth())) {
      words += " " + Messages.text("studio.retention.open", month(month));
    }
    if (few) {
      words += " " + Messages.text("studio.retention.few");
    }
    if (month != null) {
      String beside = beside(of, month);
      if (!beside.isEmpty()) {
        words += "\n" + Messages.text("studio.mark.in", month(month)) + "\n" + beside;
      }
    }
    return new HeatMap.Cell(
        cell.of() == 0 ? "" : formats.number(cell.share() * 100, 0),
        few ? "heat-none" : "heat-seq-" + step(cell.share() / Math.max(1e-9, highest)),
        words,
        month != null && month.equals(of.lastMonth()));
  }

  /// Seven steps of a share of the highest value.
  static int step(double share) {
    return (int) Math.clamp(Math.floor(share * 7), 0, 6);
  }

  HeatMap habits(PurchaseGrids.Habits of) {
    int most =
        of.cells().stream()
            .flatMap(List::stream)
            .mapToInt(PurchaseGrids.Cell::customers)
            .max()
            .orElse(1);
    List<HeatMap.Line> lines = new ArrayList<>();
    for (int i = 0; i < of.recency().size(); i++) {
      List<HeatMap.@Nullable Cell> cells = new ArrayList<>();
      for (int j = 0; j < of.frequency().size(); j++) {
        PurchaseGrids.Cell cell = of.cells().get(i).get(j);
        cells.add(
            new HeatMap.Cell(
                formats.count(cell.customers()) + "\n" + formats.moneyShort(cell.margin12m()),
                "heat-seq-" + step((double) cell.customers() / Math.max(1, most)),
                habit(of, i, j)));
      }
      lines.add(new HeatMap.Line(days(of.recency().get(i)), "", "", "", false, cells));
    }
    return new HeatMap(
            Messages.text("studio.habits.words"),
            of.frequency().stream().map(this::orders).toList(),
            "",
            "",
            lines)
        .nameWidth(120)
        .rowHeight(44);
  }

  String habit(PurchaseGrids.Habits of, int row, int column) {
    PurchaseGrids.Cell cell = of.cells().get(row).get(column);
    return Messages.text(
        "studio.habits.cell",
        days(of.recency().get(row)),
        orders(of.frequency().get(column)),
        formats.count(cell.customers()),
        formats.money(cell.margin12m()));
  }

  String days(PurchaseGrids.Band band) {
    return Messages.text("studio.habits.days", range(band));
  }

  String orders(PurchaseGrids.Band band) {
    return Messages.text(
        band.low() == 1 && Long.valueOf(1).equals(band.high())
            ? "studio.habits.order"
            : "studio.habits.orders",
        range(band));
  }

  private String range(PurchaseGrids.Band band) {
    Long high = band.high();
    if (high == null) {
      return Messages.text("studio.habits.more", formats.count(band.low()));
    }
    return high == band.low()
        ? formats.count(high)
        : formats.count(band.low()) + "\u2013" + formats.count(high);
  }
}
