package io.customer360.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageLimitTest {
  @Test
  void aBodyMayHaveTwelveThousandCharactersOfAnySize() {
    assertThat(MessageLimit.why("Hello", "a".repeat(12_000))).isEmpty();
    assertThat(MessageLimit.why("", "a".repeat(11_999) + "\uD83D\uDE42")).isEmpty();
    assertThat(MessageLimit.why("", "a".repeat(14_000)))
        .contains("The message is 14,000 characters long and may be 12,000. Shorten it by 2,000.");
  }

  @Test
  void whatTakesMoreBytesThanAReceiverTakesIsTooLongEarlier() {
    assertThat(MessageLimit.why("", "李".repeat(6_000))).isEmpty();
    assertThat(MessageLimit.why("", "李".repeat(12_000)))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("12,000 characters", "36,000 bytes", "18,000", "about 6,000"));
    assertThat(MessageLimit.why("a".repeat(18_001), "")).isPresent();
    assertThat(MessageLimit.why("", "\n".repeat(9_001))).isPresent();
    assertThat(MessageLimit.why("", "")).isEmpty();
  }
}
