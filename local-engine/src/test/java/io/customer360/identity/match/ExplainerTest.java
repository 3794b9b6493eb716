package io.customer360.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  @Test
  void barsSumToTheWeightOfEveryPairMergedOrNot() {
    RecordTable table = People.table(People.COLUMNS, new People(5).families(150, 2));
    LinkResult result = new Matcher(MatchSettings.DEFAULT).link(table, Progress.NONE);
    Explainer explainer = new Explainer(table, result.scorer(), 0.5);
    var scratch = result.scorer().comparator().scratch();
    int below = 0;
    for (int a = 0; a < table.size(); a += 3) {
      for (int b = a + 1; b < Math.min(table.size(), a + 12); b++) {
        PairExplanation explanation = explainer.explain(a, b);
        double sum =
            explanation.start()
                + explanation.bars().stream().mapToDouble(PairExplanation.Bar::weight).sum();
        assertThat(explanation.weight()).isCloseTo(sum, within(1e-9));
        assertThat(explanation.weight())
            .isCloseTo(result.scorer().weight(a, b, scratch), within(0.006));
        assertThat(explanation.category())
            .isEqualTo(PairExplanation.category(explanation.probability()));
        assertThat(explanation.needed().isEmpty()).isEqualTo(explanation.probability() >= 0.5);
        below += explanation.needed().isEmpty() ? 0 : 1;
      }
    }
    assertThat(below).isPositive();
  }

  @Test
  void saysWhyInOneSentence() {
    RecordTable table = People.table(People.COLUMNS, new People(6).families(150, 2));
    LinkResult result = new Matcher(MatchSettings.DEFAULT).link(table, Progress.NONE);
    LinkResult.Link link = result.links().getFirst();
    PairExplanation explanation =
        new Explainer(table, result.scorer(), 0.5).explain(link.a(), link.b());
    assertThat(explanation.sentence()).contains(" for it").endsWith(".");
    assertThat(explanation.bars())
        .extracting(PairExplanation.Bar::comparison)
        .contains("first_name", "birth_date", "two people of one home");
  }

  @Test
  void aCategoryIsThatOfItsProbability() {
    double[] probabilities = {
      0, 0.0099, 0.01, 0.199, 0.2, 0.499, 0.5, 0.949, 0.95, 0.998, 0.999, 1
    };
    int[] categories = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
    for (int i = 0; i < categories.length; i++) {
      assertThat(PairExplanation.category(probabilities[i]))
          .as("of %s", probabilities[i])
          .isEqualTo(categories[i]);
    }
  }
}
