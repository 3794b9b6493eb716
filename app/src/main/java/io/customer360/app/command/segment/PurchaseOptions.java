package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.studio.purchase.PurchaseFile;
import io.customer360.studio.purchase.PurchaseReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What commands about a file of purchases share.
final class PurchaseOptions {
  @Parameters(paramLabel = "FILE", description = "A CSV or Parquet file, one row a purchase.")
  private Path file = Path.of("");

  @Option(
      names = "--customer",
      paramLabel = "C",
      description = "The column that names the customer (default: recognised).")
  private @Nullable String customer;

  @Option(
      names = "--date",
      paramLabel = "C",
      description = "The column of the date (default: recognised).")
  private @Nullable String date;

  @Option(
      names = "--value",
      paramLabel = "C",
      description = "The column of the money (default: recognised, or quantity times price).")
  private @Nullable String value;

  @Option(
      names = "--order",
      paramLabel = "C",
      description = "The column of the order (default: recognised, or a customer's day).")
  private @Nullable String order;

  @Option(
      names = "--date-format",
      paramLabel = "F",
      description = "As in %%d/%%m/%%Y (default: recognised).")
  private @Nullable String dateFormat;

  Path file() {
    return file;
  }

  PurchaseFile.Hints hints() {
    return new PurchaseFile.Hints(customer, date, value, order, dateFormat);
  }

  static void show(Output out, PurchaseReport report) {
    out.line(
        "%s of %s rows used, %s to %s; customer %s, date %s, value %s",
        Text.whole(report.used()),
        Text.whole(report.rows()),
        report.first(),
        report.last(),
        report.columns().customer(),
        report.columns().date(),
        report.columns().value() == null
            ? report.columns().quantity() + " x " + report.columns().unitPrice()
            : report.columns().value());
    long skipped = report.rows() - report.used();
    if (skipped > 0) {
      out.line(
          "skipped: %s without customer, %s without date, %s without a number",
          Text.whole(report.withoutCustomer()),
          Text.whole(report.badDate()),
          Text.whole(report.badValue()));
    }
    if (report.negative() > 0) {
      out.line("%s rows below 0 taken as returns", Text.whole(report.negative()));
    }
  }
}
