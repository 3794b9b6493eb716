package io.customer360.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.lakehouse.SqlFunctions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          +44 7700 900123,            GB, , +447700900123
          07700 900123,               GB, , +447700900123
          447700900123,               gb, , +447700900123
          0044 7700 900123,           GB, , +447700900123
          0044 7700 900123,           US, , +447700900123
          +44 (0)7700 900123 x12,     GB, , +447700900123
          +44 07700 900123,             , , +447700900123
          ٠٧٧٠٠٩٠٠١٢٣,                GB, , +447700900123
          310/246-1501,               US, , +13102461501
          1-310-246-1501,             US, , +13102461501
          06 1234 5678,               IT, , +390612345678
          06 12 34 56 78,             FR, , +33612345678
          0113 496 0006,              IE, GB, +441134960006
          01 23 45 67 89,             GB, FR, +33123456789
          07700 900123,                 , GB, +447700900123
          """)
  void oneNumberHasOneFormHoweverItIsWritten(
      String written, String region, String otherwise, String e164) {
    assertThat(PhoneNumbers.e164(written, region, otherwise)).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({"12,GB", "07700 900123,", "no number,GB", "0000000000,GB", "+999 12345678,", "+,GB"})
  void whatIsNoNumberHasNoForm(String written, String region) {
    assertThat(PhoneNumbers.e164(written, region, null)).isNull();
  }

  @Test
  void theCountryOfAColumnIsTheOneWhoseNumbersItHolds() {
    assertThat(
            PhoneNumbers.regionOf(List.of("0113 496 0006", "+33 1 23 45 67 89", "+441134960007")))
        .isEqualTo("GB");
    assertThat(
            PhoneNumbers.regionOf(List.of("01 23 45 67 89", "+33 1 23 45 67 89", "+441134960007")))
        .isEqualTo("FR");
    assertThat(PhoneNumbers.regionOf(List.of("310/246-1501"))).isNull();
    assertThat(PhoneNumbers.regionOf(List.of())).isNull();
  }

  @Test
  void sqlReadsNumbersInTheSameWay() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      SqlFunctions.register(connection);
      try (ResultSet rows =
          statement.executeQuery(
              """
              select phone_e164('07700 900123', 'GB', null), phone_e164(null, 'GB', 'FR'),
                phone_e164('12', null, null),
                (select count(distinct phone_e164('077009' || lpad(range::varchar, 5, '0'), 'GB', null))
                 from range(5000))
              """)) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("+447700900123");
        assertThat(rows.getString(2)).isNull();
        assertThat(rows.getString(3)).isNull();
        assertThat(rows.getLong(4)).isEqualTo(5000);
      }
    }
  }
}
