package io.customer360.studio.purchase;

import java.time.LocalDate;

/// What was read of a file of purchases. Rows read are used and skipped ones together.
///
/// @param rows in the file
/// @param used rows that count
/// @param withoutCustomer rows skipped since they name no customer
/// @param badDate rows skipped since their date cannot be read
/// @param badValue rows skipped since their value is no number
/// @param negative rows used whose value is below 0: returns and cancellations, which lower what a
///     customer spent and are no purchase
public record PurchaseReport(
    PurchaseColumns columns,
    long rows,
    long used,
    long withoutCustomer,
    long badDate,
    long badValue,
    long negative,
    LocalDate first,
    LocalDate last) {}
