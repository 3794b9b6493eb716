package io.customer360.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the presentation mask takes for belonging to a person.
class PersonalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "E-mail address ngozi.okafor@example.net",
        "+44 7700 900482",
        "call 0113 496 0123 today"
      })
  void addressesAndNumbersAreFound(String text) {
    assertThat(Personal.found(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"£11.10 of £2,988.00 left this month", "2026-11-20", "9 of 9 pass", "AP-88213"})
  void figuresAndDatesAreNot(String text) {
    assertThat(Personal.found(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Customer", "full_name", "E-mail", "Phone", "Postcode"})
  void columnsOfPeople(String title) {
    assertThat(Personal.column(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tier", "revenue_12m", "Churn risk", "product_name", "Customer since"})
  void columnsOfFigures(String title) {
    assertThat(Personal.column(title)).isFalse();
  }
}
