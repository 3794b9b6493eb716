package io.customer360.assistant.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OllamaAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|http://127.0.0.1:11434",
        "localhost|http://localhost:11434",
        "127.0.0.1:5000|http://127.0.0.1:5000",
        ":5000|http://127.0.0.1:5000",
        "http://localhost:1/|http://localhost:1",
        "https://[::1]|https://[::1]:11434",
        "0.0.0.0:11435|http://127.0.0.1:11435",
      })
  void isOnThisComputer(String named, String asked) {
    OllamaAddress address = OllamaAddress.of(named);
    assertThat(address.uri()).hasToString(asked);
    assertThat(address.remark()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bad host", "http://", "ftp://localhost", "models.example.com", "10.0.0.7"})
  void anythingElseIsSaidAndNotAsked(String named) {
    OllamaAddress address = OllamaAddress.of(named);
    assertThat(address.uri()).hasToString("http://127.0.0.1:11434");
    assertThat(address.remark()).contains(named);
  }
}
