package io.customer360.studio.cohort;

import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.lakehouse.Sql;
import io.customer360.studio.purchase.PurchaseFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Retention and revenue by cohort: customers grouped by the period of their first purchase, or by
/// what a column says at it. A purchase is an order with a value above 0; returns lower the money
/// of the period they fall in.
public final class Cohorts {
  /// How long a period is.
  public enum Period {
    WEEK,
    MONTH,
    QUARTER;

    private String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    private LocalDate after(LocalDate start, int periods) {
      return switch (this) {
        case WEEK -> start.plusWeeks(periods);
        case MONTH -> start.plusMonths(periods);
        case QUARTER -> start.plusMonths(3L * periods);
      };
    }
  }

  /// Cohorts of a column beyond the most common ones are told as one.
  private static final int MOST_LABELS = 12;

  private Cohorts() {}

  /// @param labelled whether the file was opened with a further column, which then makes the
  ///     cohorts
  /// @param by what to call it
  /// @param out where to write the cells as CSV, or null
  public static CohortReport run(
      PurchaseFile file, Period period, boolean labelled, String by, @Nullable Path out) {
    long start = System.nanoTime();
    String unit = Sql.literal(period.id());
    file.run(
        "create or replace temp table spent as select customer, order_key, min(day) as day,"
            + " sum(value) as value, arg_min(label, line) as label"
            + " from purchase group by customer, order_key");
    file.run(
        "create or replace temp table came as select customer,"
            + " date_trunc("
            + unit
            + ", min(day))::date as first_period,"
            + " coalesce(arg_min(label, (day, order_key)), '(empty)') as label"
            + " from spent where value > 0 group by customer");
    if (file.list("select count(*) from came", row -> row.getLong(1)).getFirst() == 0) {
      throw WorkbenchException.data(
          "C360-COH-001", "The file has no purchase with a value above 0.");
    }
    String cohort = labelled ? "came.label" : "strftime(first_period, '%Y-%m-%d')";
    if (labelled) {
      file.run(
          "update came set label = '(others)' where label not in (select label from came"
              + " group by label order by count(*) desc, label limit "
              + MOST_LABELS
              + ")");
    }
    file.run(
        "create or replace temp table cell as select "
            + cohort
            + " as cohort, first_period, date_diff("
            + unit
            + ", first_period, date_trunc("
            + unit
            + ", day)::date) as later, count(distinct customer) filter (where value > 0) as active,"
            + " sum(value) as money from spent join came using (customer)"
            // A return of something bought before the file begins belongs to no cohort's period.
            + " where date_trunc("
            + unit
            + ", day)::date >= first_period group by 1, 2, 3");
    List<CohortReport.Cohort> cohorts = read(file, cohort, period, labelled);
    if (labelled) {
      cohorts.sort((a, b) -> Long.compare(b.customers(), a.customers()));
    }
    if (out != null) {
      write(out, cohorts);
    }
    long customers = cohorts.stream().mapToLong(CohortReport.Cohort::customers).sum();
    return new CohortReport(
        file.report(), period.id(), by, customers, cohorts, (System.nanoTime() - start) / 1e9);
  }

  /// Customers of a cohort whose first purchase was in one period, and what they did since.
  private record Wave(String cohort, LocalDate start, long customers, Map<Integer, Raw> cells) {}

  private record Raw(long active, BigDecimal money) {
    static final Raw NOTHING = new Raw(0, BigDecimal.ZERO);
  }

  private record Key(String cohort, LocalDate start) {}

  private static List<CohortReport.Cohort> read(
      PurchaseFile file, String cohort, Period period, boolean labelled) {
    Map<Key, Map<Integer, Raw>> cells = new LinkedHashMap<>();
    file.list(
        "select cohort, first_period, later, active, money::decimal(38, 2) from cell",
        row ->
            cells
                .computeIfAbsent(
                    new Key(row.getString(1), row.getObject(2, LocalDate.class)),
                    key -> new LinkedHashMap<>())
                .put(row.getInt(3), new Raw(row.getLong(4), row.getBigDecimal(5))));
    Map<String, List<Wave>> waves = new LinkedHashMap<>();
    file.list(
        "select " + cohort + ", first_period, count(*) from came group by 1, 2 order by 1, 2",
        row -> {
          Key key = new Key(row.getString(1), row.getObject(2, LocalDate.class));
          return waves
              .computeIfAbsent(key.cohort(), name -> new ArrayList<>())
              .add(
                  new Wave(
                      key.cohort(),
                      key.start(),
                      row.getLong(3),
                      cells.getOrDefault(key, Map.of())));
        });
    LocalDate last = file.report().last();
    List<CohortReport.Cohort> out = new ArrayList<>();
    waves.forEach(
        (name, of) ->
            out.add(
                new CohortReport.Cohort(
                    labelled ? name : name(of.getFirst().start(), period),
                    of.stream().mapToLong(Wave::customers).sum(),
                    row(of, period, last, labelled))));
    return out;
  }

  /// The cells of a cohort. One of a time has one wave, whose last period may not be over; of one
  /// of a column only the waves count for which a period is over, or late comers would look
  /// disloyal.
  private static List<CohortReport.Cell> row(
      List<Wave> waves, Period period, LocalDate last, boolean labelled) {
    List<CohortReport.Cell> row = new ArrayList<>();
    for (int offset = 0; ; offset++) {
      long observed = 0;
      long active = 0;
      BigDecimal money = BigDecimal.ZERO;
      boolean complete = true;
      for (Wave wave : waves) {
        LocalDate begins = period.after(wave.start(), offset);
        boolean over = !period.after(begins, 1).minusDays(1).isAfter(last);
        if (over || !labelled && !begins.isAfter(last)) {
          Raw raw = wave.cells().getOrDefault(offset, Raw.NOTHING);
          observed += wave.customers();
          active += raw.active();
          money = money.add(raw.money());
          complete &= over;
        }
      }
      if (observed == 0) {
        return row;
      }
      row.add(
          new CohortReport.Cell(
              offset,
              observed,
              active,
              (double) active / observed,
              Wilson.of(active, observed),
              money,
              money.doubleValue() / observed,
              complete));
    }
  }

  private static String name(LocalDate start, Period period) {
    return switch (period) {
      case WEEK -> start.toString();
      case MONTH -> start.toString().substring(0, 7);
      case QUARTER -> start.getYear() + "-Q" + (start.getMonthValue() / 3 + 1);
    };
  }

  private static void write(Path out, List<CohortReport.Cohort> cohorts) {
    StringBuilder text =
        new StringBuilder(
            "cohort,customers,offset,observed,active,retention,low,high,money,money_per_customer,complete\n");
    for (CohortReport.Cohort cohort : cohorts) {
      for (CohortReport.Cell cell : cohort.cells()) {
        text.append('"').append(cohort.cohort().replace("\"", "\"\"")).append('"');
        text.append(
            String.format(
                Locale.ROOT,
                ",%d,%d,%d,%d,%.6f,%.6f,%.6f,%s,%.4f,%s%n",
                cohort.customers(),
                cell.offset(),
                cell.observed(),
                cell.active(),
                cell.retention(),
                cell.interval().low(),
                cell.interval().high(),
                cell.money(),
                cell.moneyPerCustomer(),
                cell.complete()));
      }
    }
    try {
      AtomicFile.of(out).text(text.toString());
    } catch (java.io.IOException e) {
      throw WorkbenchException.user(
          "C360-COH-002", "Cannot write " + out + "; name a file in a folder that exists.");
    }
  }
}
