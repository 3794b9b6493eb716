package io.customer360.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.ui.text.Formats;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Rules are printed as everything else is.
class RuleWordsTest {
  private static final Formats FORMATS =
      Formats.british("GBP", "Europe/London", Instant.parse("2026-11-20T09:40:00Z"));

  @Test
  void figuresHaveARealMinusAndDaysTheirMonth() {
    assertThat(RuleWords.shown(FORMATS, "must be -500 to 500"))
        .isEqualTo("must be \u2212500 to 500");
    assertThat(RuleWords.shown(FORMATS, "must be after 1900-01-01"))
        .isEqualTo("must be after 1 Jan 1900");
    assertThat(RuleWords.shown(FORMATS, "ISO 3166-2 code, 2026-13-45"))
        .isEqualTo("ISO 3166-2 code, 2026-13-45");
  }
}
