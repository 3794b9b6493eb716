package io.customer360.profile.lake;

import io.customer360.lakehouse.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Columns of a row with "nothing" as null, which JDBC's getters turn into zero.
public final class Cells {
  private Cells() {}

  public static @Nullable String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  public static @Nullable Long whole(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  public static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  public static @Nullable BigDecimal money(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column);
  }

  public static BigDecimal moneyOrZero(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? BigDecimal.ZERO.setScale(2) : value;
  }

  public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    return Rows.instant(row, column);
  }
}
