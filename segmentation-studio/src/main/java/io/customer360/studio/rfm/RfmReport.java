package io.customer360.studio.rfm;

import io.customer360.studio.purchase.PurchaseReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Customers by recency, frequency and value.
///
/// @param customers with at least one purchase
/// @param onlyReturns customers left out since nothing they bought is in the file
/// @param asOf the day recency is counted to
/// @param limits of each score
/// @param grid 25 cells, recency 5 to 1, within it frequency 1 to 5
/// @param segments by money, most first
public record RfmReport(
    PurchaseReport purchases,
    LocalDate asOf,
    long customers,
    long onlyReturns,
    BigDecimal money,
    List<Limit> limits,
    List<Cell> grid,
    List<Segment> segments,
    double seconds) {

  /// What values got a score.
  ///
  /// @param measure `recency` in days, `frequency` in orders, `monetary` in money
  /// @param score 1 to 5, 5 best
  public record Limit(String measure, int score, double from, double to, long customers) {}

  /// A cell of the grid.
  ///
  /// @param recency score 1 to 5, 5 bought last
  /// @param frequency score 1 to 5, 5 bought most often
  public record Cell(int recency, int frequency, String name, long customers, BigDecimal money) {}

  /// All cells of one name.
  ///
  /// @param share of the customers, 0 to 1
  /// @param moneyShare of the money, 0 to 1
  public record Segment(
      String name,
      long customers,
      double share,
      BigDecimal money,
      double moneyShare,
      double meanRecencyDays,
      double meanOrders,
      double meanMoney) {}
}
