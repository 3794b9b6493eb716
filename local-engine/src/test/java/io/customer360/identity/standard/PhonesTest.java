package io.customer360.identity.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhonesTest {
  @Test
  void oneNumberIsOneHoweverItsCountryIsWritten() {
    List<String> column =
        List.of(
            "+44 7700 900123",
            "07700 900123",
            "447700900123",
            "0044 7700 900123",
            "(07700) 900123",
            "+44 (0)7700 900123 x12",
            "+33 1 99 00 12 34");
    Phones phones = Phones.forValues(column);
    assertThat(column.subList(0, 6)).allMatch(value -> "447700900123".equals(phones.read(value)));
    assertThat(phones.read("+33 1 99 00 12 34")).isEqualTo("33199001234");
    assertThat(phones.read("0000000")).isNull();
    assertThat(phones.read("12")).isNull();
  }

  @Test
  void withoutInternationalNumbersDigitsStayAsTheyAre() {
    Phones phones = Phones.forValues(List.of("310/246-1501", "0207 1234567"));
    assertThat(phones.read("310/246-1501")).isEqualTo("3102461501");
    assertThat(phones.read("0207 1234567")).isEqualTo("02071234567");
  }
}
