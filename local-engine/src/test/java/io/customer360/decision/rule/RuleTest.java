package io.customer360.decision.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
  private final Facts facts =
      new Facts(
          Map.of(
              "tier", "Gold",
              "orders_12m", 4.0,
              "revenue_12m", 820.0,
              "late_deliveries_60d", 2.0,
              "days_since_order", 37.0,
              "usual_gap_days", 19.0,
              "recalled_product", true,
              "segments", List.of("families", "hikers")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tier == 'Gold' | true",
        "tier != 'Gold' | false",
        "tier in ['Silver', 'Gold'] | true",
        "tier not in ['Silver', 'Gold'] | false",
        "orders_12m >= 4 and late_deliveries_60d > 1 | true",
        "orders_12m > 4 or late_deliveries_60d > 1 | true",
        "not (orders_12m > 4) | true",
        "recalled_product | true",
        "not recalled_product | false",
        "'hikers' in segments | true",
        "'hikers' not in segments | false",
        "days_since_order / usual_gap_days > 1.9 | true",
        "max(orders_12m, 10) == 10 | true",
        "2 + 3 * 4 == 14 | true",
        "-orders_12m < 0 | true",
        "last_rating <= 2 | false",
        "not (last_rating <= 2) | false",
        "last_rating is missing | true",
        "last_rating is missing or last_rating > 2 | true",
        "tier is present | true",
        "orders_12m / 0 > 1 | false",
      })
  void decides(String rule, boolean holds) {
    assertThat(Rule.of(rule).holds(facts)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "orders_12 >= 4 | not a known fact (nearest: orders_12m) at position 1",
        "orders_12m >= 'a' | a number cannot be compared with a text at position 12",
        "tier > 'Gold' | does not work on a text at position 6",
        "orders_12m | Needs yes or no, and this is a number",
        "(orders_12m > 1 | is missing at position 16",
        "tier == 'Gold | no closing quote at position 9",
        "orders_12m > 1 extra | is not expected at position 16",
        "orders_12m > 1 and 5 | Needs yes or no",
        "orders_12m ; drop | is not expected at position 12",
        "tier in ['a', 5] | cannot be compared",
      })
  void refuses(String rule, String problem) {
    assertThatThrownBy(() -> Rule.of(rule))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    assertThatThrownBy(() -> Rule.of("(".repeat(5_000) + "true" + ")".repeat(5_000)))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> Rule.of("not ".repeat(5_000) + "true"))
        .isInstanceOf(RuleException.class);
  }

  @Test
  void saysWhatWasFoundAndWhatWouldChangeIt() {
    Rule.Verdict verdict = Rule.of("orders_12m >= 6 and tier == 'Gold'").explain(facts);
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.fact()).isEqualTo("orders in 12 months 4");
    assertThat(Rule.of("orders_12m >= 6").words()).isEqualTo("orders in 12 months is at least 6");
    assertThat(Rule.of("days_since_order <= 30").explain(facts).passWhen())
        .isEqualTo("time since the last order is at most 30 days");
    assertThat(Rule.of("last_rating >= 3").explain(facts).fact()).isEqualTo("last rating empty");
  }

  @Test
  void calculatesAmounts() {
    assertThat(Amount.compile("max(20, revenue_12m * 0.3)", Vocabulary.customer()).of(facts))
        .contains(246.0);
    assertThat(Amount.compile("last_rating * 2", Vocabulary.customer()).of(facts)).isEmpty();
  }
}
