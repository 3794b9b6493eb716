package io.customer360.profile;

import io.customer360.lakehouse.Point;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.search.Folding;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of `gold.customer`.
record CustomerRow(
    String customerId,
    @Nullable String fullName,
    @Nullable String firstName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String loyaltyId,
    @Nullable LocalDate birthDate,
    @Nullable String address,
    @Nullable String postcode,
    @Nullable String city,
    @Nullable String country,
    @Nullable String zone,
    @Nullable String tier,
    @Nullable Long points,
    @Nullable Long pointsToNext,
    @Nullable LocalDate pointsExpireOn,
    @Nullable LocalDate tierSince,
    @Nullable LocalDate customerSince,
    int sourceRecords,
    @Nullable String lifecycle,
    @Nullable String valueTier,
    long orders,
    BigDecimal revenue,
    BigDecimal margin,
    BigDecimal revenue12m,
    BigDecimal margin12m,
    long orders12m,
    @Nullable Instant firstOrderAt,
    @Nullable Instant lastOrderAt,
    @Nullable Double usualGapDays,
    @Nullable String favouriteChannel,
    @Nullable String favouriteCategory,
    int lateDeliveries60d,
    int openTickets,
    @Nullable Integer lastRating,
    @Nullable Instant lastEmailOpenAt,
    Trust trust) {

  static Optional<CustomerRow> read(Connection connection, String customerId) throws SQLException {
    List<CustomerRow> rows =
        Point.list(
            connection,
            "select * from gold.customer where customer_id = ?",
            CustomerRow::of,
            customerId);
    return rows.stream().findFirst();
  }

  private static CustomerRow of(ResultSet row) throws SQLException {
    return new CustomerRow(
        row.getString("customer_id"),
        Cells.text(row, "full_name"),
        Cells.text(row, "first_name"),
        Cells.text(row, "email"),
        Cells.text(row, "phone"),
        Cells.text(row, "loyalty_id"),
        Cells.date(row, "birth_date"),
        Cells.text(row, "address"),
        Cells.text(row, "postcode"),
        Cells.text(row, "city"),
        Cells.text(row, "country"),
        Cells.text(row, "zone"),
        Cells.text(row, "tier"),
        Cells.whole(row, "points"),
        Cells.whole(row, "points_to_next"),
        Cells.date(row, "points_expire_on"),
        Cells.date(row, "tier_since"),
        Cells.date(row, "customer_since"),
        row.getInt("source_records"),
        Cells.text(row, "lifecycle"),
        Cells.text(row, "value_tier"),
        row.getLong("orders"),
        Cells.moneyOrZero(row, "revenue"),
        Cells.moneyOrZero(row, "margin"),
        Cells.moneyOrZero(row, "revenue_12m"),
        Cells.moneyOrZero(row, "margin_12m"),
        row.getLong("orders_12m"),
        Cells.time(row, "first_order_at"),
        Cells.time(row, "last_order_at"),
        Cells.number(row, "usual_gap_days"),
        Cells.text(row, "favourite_channel"),
        Cells.text(row, "favourite_category"),
        row.getInt("late_deliveries_60d"),
        row.getInt("open_tickets"),
        Cells.integer(row, "last_rating"),
        Cells.time(row, "last_email_open_at"),
        new Trust(
            row.getDouble("trust"),
            row.getDouble("trust_reliability"),
            row.getDouble("trust_freshness"),
            row.getDouble("trust_agreement"),
            row.getDouble("trust_completeness")));
  }

  /// The name, else the best other handle a person would recognise.
  String shownName() {
    String first = fullName != null ? fullName : email;
    return first != null ? first : customerId;
  }

  String initials() {
    StringBuilder letters = new StringBuilder();
    if (fullName != null) {
      List<Folding.Word> words = Folding.placedWords(fullName);
      for (int i : words.size() > 1 ? new int[] {0, words.size() - 1} : new int[] {0}) {
        if (i < words.size()) {
          int start = words.get(i).original()[0];
          letters.appendCodePoint(Character.toUpperCase(fullName.codePointAt(start)));
        }
      }
    }
    return letters.isEmpty() ? "?" : letters.toString();
  }
}
