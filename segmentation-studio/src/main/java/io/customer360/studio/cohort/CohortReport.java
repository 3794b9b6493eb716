package io.customer360.studio.cohort;

import io.customer360.studio.purchase.PurchaseReport;
import java.math.BigDecimal;
import java.util.List;

/// Cohorts and how they go on.
///
/// @param period `month`, `quarter` or `week`
/// @param by what makes a cohort: the period of the first purchase, or a column at the first
///     purchase
/// @param cohorts in order of time, or by size for a column
public record CohortReport(
    PurchaseReport purchases,
    String period,
    String by,
    long customers,
    List<Cohort> cohorts,
    double seconds) {

  /// Customers who came together.
  ///
  /// @param cells from the period of the first purchase (offset 0) on, as far as the data goes for
  ///     every customer of the cohort
  public record Cohort(String cohort, long customers, List<Cell> cells) {}

  /// A cohort some periods later.
  ///
  /// @param offset periods since the first purchase
  /// @param observed customers of the cohort the data tells this period of
  /// @param active those of them with a purchase in it
  /// @param retention active by observed, 0 to 1
  /// @param interval of the retention, 95 %
  /// @param money the observed spent in it, returns taken off
  /// @param moneyPerCustomer by all observed, also those who did not come
  /// @param complete false when the data ends within this period
  public record Cell(
      int offset,
      long observed,
      long active,
      double retention,
      Wilson interval,
      BigDecimal money,
      double moneyPerCustomer,
      boolean complete) {}
}
