package io.customer360.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats formats =
      Formats.british("GBP", "Europe/London", Instant.parse("2026-11-20T09:40:00Z"));

  @Test
  void moneyHasPenceOnlyWhereAsked() {
    assertThat(formats.money(61_840.4)).isEqualTo("£61,840");
    assertThat(formats.moneyExact(new BigDecimal("164"))).isEqualTo("£164.00");
    assertThat(formats.money(-2_310)).isEqualTo("\u2212£2,310");
    assertThat(formats.money(-0.4)).as("no minus zero").isEqualTo("£0");
    assertThat(formats.moneyShort(2_449)).isEqualTo("£2.4k");
    assertThat(formats.moneyShort(1_204_310)).isEqualTo("£1.2M");
    assertThat(formats.moneyShort(999)).isEqualTo("£999");
    assertThat(formats.moneySigned(96.4, true)).isEqualTo("+£96.40");
  }

  @Test
  void figuresCarryARealMinusAndAnExplicitPlus() {
    assertThat(formats.signed(0.27, 2)).isEqualTo("+0.27");
    assertThat(formats.signed(-0.06, 2)).isEqualTo("\u22120.06");
    assertThat(formats.signed(-0.004, 2)).isEqualTo("0.00");
    assertThat(formats.count(10_482)).isEqualTo("10,482");
    assertThat(formats.share(0.0924)).isEqualTo("9.2\u202f%");
    assertThat(formats.percent(0.62)).isEqualTo("62\u202f%");
    assertThat(formats.score(0.855)).isEqualTo("0.86");
  }

  @Test
  void datesOfThisYearLoseTheirYear() {
    assertThat(formats.date(LocalDate.of(2026, 9, 21))).isEqualTo("21 Sep");
    assertThat(formats.date(LocalDate.of(2025, 11, 20))).isEqualTo("20 Nov 2025");
    assertThat(formats.dateLong(LocalDate.of(2026, 11, 20))).isEqualTo("20 Nov 2026");
    assertThat(formats.month(LocalDate.of(2026, 10, 1))).isEqualTo("October 2026");
  }

  @Test
  void timesAreOfTheWorkspaceZone() {
    assertThat(formats.dateTime(Instant.parse("2026-11-20T09:40:00Z"))).isEqualTo("20 Nov 09:40");
    assertThat(formats.dateTime(Instant.parse("2026-07-01T23:30:00Z")))
        .as("British summer time crosses midnight")
        .isEqualTo("2 Jul 00:30");
  }

  @Test
  void durationsAndSizesKeepOneUnit() {
    assertThat(formats.millis(41)).isEqualTo("41\u202fms");
    assertThat(formats.millis(2_840)).isEqualTo("2.8\u202fs");
    assertThat(formats.millis(200_000)).isEqualTo("3\u202fmin 20\u202fs");
    assertThat(formats.millis(72L * 3_600_000)).isEqualTo("72\u202fh");
    assertThat(formats.bytes(0)).isEqualTo("0\u202fbytes");
    assertThat(formats.bytes(84_000_000)).isEqualTo("84\u202fMB");
  }

  @Test
  void theLocaleDecidesSeparators() {
    Formats german =
        new Formats(Locale.GERMANY, "EUR", ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 11, 20));
    assertThat(german.count(10_482)).isEqualTo("10.482");
    assertThat(german.moneyExact(164)).isEqualTo("€164,00");
  }
}
