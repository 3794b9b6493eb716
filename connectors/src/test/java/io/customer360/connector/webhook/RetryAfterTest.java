package io.customer360.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-06T08:49:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | 120",
        "0 | 0",
        "000000000060 | 60",
        "Fri, 06 Nov 2026 08:49:37 GMT | 37",
        "Friday, 06-Nov-26 08:49:37 GMT | 37",
        "Fri Nov  6 08:49:37 2026 | 37",
        "Fri, 06 Nov 2026 08:00:00 GMT | 0",
        "Sunday, 06-Nov-94 08:49:37 GMT | 0",
      })
  void secondsAndTheThreeFormsOfADate(String text, long seconds) {
    assertThat(RetryAfter.read(text, NOW))
        .contains(new RetryAfter(Duration.ofSeconds(seconds), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "86401",
        "9223372036854775807",
        "99999999999999999999999999",
        "Fri, 31 Dec 9999 23:59:59 GMT",
      })
  void aDayIsTheMost(String text) {
    assertThat(RetryAfter.read(text, NOW)).contains(new RetryAfter(Duration.ofHours(24), true));
  }

  @Test
  void whatIsNeitherIsNoWish() {
    assertThat(RetryAfter.read("soon", NOW)).isEmpty();
    assertThat(RetryAfter.read("-5", NOW)).isEmpty();
    assertThat(RetryAfter.read("", NOW)).isEmpty();
  }
}
