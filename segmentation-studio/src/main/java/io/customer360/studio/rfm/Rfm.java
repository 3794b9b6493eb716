package io.customer360.studio.rfm;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Sql;
import io.customer360.studio.purchase.PurchaseFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scores customers 1 to 5 by recency (days since the last purchase), frequency (orders with a
/// value above 0) and monetary value (all they spent, returns taken off). Equal values get equal
/// scores, that of the fifth in which the worst-ranked of them lies: where half the customers
/// bought once, all of these have frequency 1.
public final class Rfm {
  private final PurchaseFile file;
  private final LocalDate asOf;

  private Rfm(PurchaseFile file, LocalDate asOf) {
    this.file = file;
    this.asOf = asOf;
  }

  /// @param asOf the day recency is counted to, or null for the day after the last purchase
  /// @param out where to write one line a customer, or null
  public static RfmReport run(PurchaseFile file, @Nullable LocalDate asOf, @Nullable Path out) {
    LocalDate day = asOf == null ? file.report().last().plusDays(1) : asOf;
    return new Rfm(file, day).run(out);
  }

  private RfmReport run(@Nullable Path out) {
    long start = System.nanoTime();
    String day = "date " + Sql.literal(asOf.toString());
    file.run(
        "create or replace temp table spent as select customer, order_key, max(day) as day,"
            + " sum(value) as value from purchase where day < "
            + day
            + " group by customer, order_key");
    file.run(
        "create or replace temp table measured as select customer, "
            + "date_diff('day', max(day) filter (where value > 0), "
            + day
            + ") as recency, count(*) filter (where value > 0) as frequency,"
            + " sum(value) as monetary from spent group by customer");
    long everyone = number("select count(*) from measured");
    file.run("delete from measured where frequency = 0");
    long customers = number("select count(*) from measured");
    if (customers == 0) {
      throw WorkbenchException.data(
          "C360-RFM-001", "No purchase with a value above 0 lies before " + asOf + ".");
    }
    file.run(
        "create or replace temp table scored as select *, "
            + RfmCell.sql()
            + " as cell from (select *, "
            + score("recency desc")
            + " as r, "
            + score("frequency")
            + " as f, "
            + score("monetary")
            + " as m from measured)");
    if (out != null) {
      write(out);
    }
    BigDecimal money =
        file.list("select sum(monetary)::decimal(38, 2) from scored", row -> row.getBigDecimal(1))
            .getFirst();
    return new RfmReport(
        file.report(),
        asOf,
        customers,
        everyone - customers,
        money,
        limits(),
        grid(),
        segments(),
        (System.nanoTime() - start) / 1e9);
  }

  /// Which fifth the first row of equal value lies in.
  private static String score(String order) {
    return "(1 + floor(5 * (rank() over (order by "
        + order
        + ") - 1) / count(*) over ()))::integer";
  }

  private long number(String sql) {
    return file.list(sql, row -> row.getLong(1)).getFirst();
  }

  private List<RfmReport.Limit> limits() {
    List<RfmReport.Limit> limits = new ArrayList<>();
    for (String measure : List.of("recency", "frequency", "monetary")) {
      String score = measure.substring(0, 1);
      limits.addAll(
          file.list(
              "select "
                  + score
                  + ", min("
                  + measure
                  + ")::double, max("
                  + measure
                  + ")::double, count(*) from scored group by 1 order by 1",
              row ->
                  new RfmReport.Limit(
                      measure, row.getInt(1), row.getDouble(2), row.getDouble(3), row.getLong(4))));
    }
    return limits;
  }

  private List<RfmReport.Cell> grid() {
    return file.list(
        "select a.n, b.n, count(customer), coalesce(sum(monetary), 0)::decimal(38, 2)"
            + " from range(1, 6) a(n) cross join range(1, 6) b(n)"
            + " left join scored on r = a.n and f = b.n group by 1, 2 order by 1 desc, 2",
        row ->
            new RfmReport.Cell(
                row.getInt(1),
                row.getInt(2),
                RfmCell.of(row.getInt(1), row.getInt(2)).words(),
                row.getLong(3),
                row.getBigDecimal(4)));
  }

  private List<RfmReport.Segment> segments() {
    return file.list(
        "select cell, count(*), count(*) / sum(count(*)) over (),"
            + " sum(monetary)::decimal(38, 2),"
            + " coalesce(sum(monetary)::double / nullif(sum(sum(monetary)) over (), 0)::double, 0),"
            + " avg(recency), avg(frequency), avg(monetary::double)"
            + " from scored group by cell order by 4 desc, 1",
        row ->
            new RfmReport.Segment(
                row.getString(1),
                row.getLong(2),
                row.getDouble(3),
                row.getBigDecimal(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getDouble(8)));
  }

  private void write(Path out) {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
      throw WorkbenchException.user(
          "C360-RFM-002", "Cannot write " + out + "; name a file in a folder that exists.");
    }
    file.run(
        "copy (select customer, recency as recency_days, frequency as orders,"
            + " monetary::decimal(38, 2) as money, r, f, m, cell from scored order by customer)"
            + " to "
            + Sql.literal(out.toString())
            + " (header, format csv)");
  }
}
