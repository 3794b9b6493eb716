package io.customer360.studio.purchase;

import io.customer360.fault.WorkbenchException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which columns of a file say who bought what when.
///
/// @param customer who
/// @param date when
/// @param value how much, or null when it is `quantity` times `unitPrice`
/// @param order what order it was part of, or null: then a customer's day is an order
public record PurchaseColumns(
    String customer,
    String date,
    @Nullable String value,
    @Nullable String quantity,
    @Nullable String unitPrice,
    @Nullable String order) {
  private static final Set<String> CUSTOMER =
      Set.of(
          "customerid",
          "customer",
          "customernumber",
          "customerno",
          "custid",
          "cust",
          "clientid",
          "client",
          "userid",
          "user",
          "memberid",
          "member",
          "personid",
          "accountid");
  private static final Set<String> DATE =
      Set.of(
          "date",
          "invoicedate",
          "orderdate",
          "orderedat",
          "orderts",
          "purchasedate",
          "purchasedat",
          "transactiondate",
          "transactiontime",
          "timestamp",
          "time",
          "day",
          "createdat",
          "datetime",
          "saledate");
  private static final Set<String> VALUE =
      Set.of(
          "value",
          "amount",
          "revenue",
          "total",
          "sales",
          "dollarvalue",
          "spend",
          "spent",
          "net",
          "turnover",
          "monetary",
          "orderamount",
          "ordertotal",
          "ordervalue",
          "purchaseamount",
          "transactionamount",
          "totalamount",
          "totalprice",
          "linetotal");
  private static final Set<String> QUANTITY = Set.of("quantity", "qty", "units", "pieces");
  private static final Set<String> PRICE = Set.of("unitprice", "price", "itemprice", "priceeach");
  private static final Set<String> ORDER =
      Set.of(
          "orderid",
          "orderno",
          "ordernumber",
          "invoice",
          "invoiceno",
          "invoiceid",
          "invoicenumber",
          "transactionid",
          "transactionno",
          "receipt",
          "receiptid",
          "basketid");

  /// Recognises by name what is not given.
  ///
  /// @param source the file's name, for messages
  /// @param table the file's columns
  /// @throws WorkbenchException `C360-PUR-003` and `C360-PUR-004` when one is missing
  static PurchaseColumns of(
      String source,
      List<String> table,
      @Nullable String customer,
      @Nullable String date,
      @Nullable String value,
      @Nullable String order) {
    String price = value == null ? known(table, PRICE) : null;
    String quantity = value == null ? known(table, QUANTITY) : null;
    String amount = value == null ? known(table, VALUE) : given(source, table, value);
    if (amount == null && (price == null || quantity == null)) {
      amount = price;
      if (amount == null) {
        throw missing(source, table, "how much was spent", "--value");
      }
    }
    return new PurchaseColumns(
        required(source, table, customer, CUSTOMER, "the customer", "--customer"),
        required(source, table, date, DATE, "the date", "--date"),
        amount,
        amount == null ? quantity : null,
        amount == null ? price : null,
        order == null ? known(table, ORDER) : given(source, table, order));
  }

  private static String required(
      String source,
      List<String> table,
      @Nullable String given,
      Set<String> names,
      String what,
      String option) {
    if (given != null) {
      return given(source, table, given);
    }
    String known = known(table, names);
    if (known == null) {
      throw missing(source, table, what, option);
    }
    return known;
  }

  private static WorkbenchException missing(
      String source, List<String> table, String what, String option) {
    return WorkbenchException.user(
        "C360-PUR-003",
        "No column of "
            + source
            + " is known to hold "
            + what
            + "; name it with "
            + option
            + ". Its columns: "
            + String.join(", ", table)
            + ".");
  }

  private static @Nullable String known(List<String> table, Set<String> names) {
    for (String column : table) {
      if (names.contains(column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))) {
        return column;
      }
    }
    return null;
  }

  private static String given(String source, List<String> table, String name) {
    for (String column : table) {
      if (column.equalsIgnoreCase(name.strip())) {
        return column;
      }
    }
    throw WorkbenchException.user(
        "C360-PUR-004",
        source + " has no column " + name + ". Its columns: " + String.join(", ", table) + ".");
  }
}
