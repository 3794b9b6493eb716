package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.SampleWindow;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said around a pair says what the pair is.
class PairWordsTest extends FxTestBase {
  @Test
  void onlyAYesThatBecomesANoIsStricter() {
    assertThat(ConsentNote.stricter(effect("yes", "no", "no"))).isTrue();
    assertThat(ConsentNote.stricter(effect("no", "yes", "no"))).isTrue();
    assertThat(ConsentNote.stricter(effect(null, "yes", "yes"))).isFalse();
    assertThat(ConsentNote.stricter(effect("no", null, "no"))).isFalse();
  }

  private static ReviewPair.ConsentEffect effect(
      @Nullable String left, @Nullable String right, String together) {
    return new ReviewPair.ConsentEffect("marketing", "sms", left, right, together);
  }

  @Test
  void limitAndFigureStandSideBySideWhereTheyMeet() {
    Scene scene =
        show(
            () -> new StackPane(new ThresholdBar(0.2, 0.95, 0.991, SampleWindow.FORMATS)), 406, 60);
    List<Label> figures =
        onFx(
            () ->
                scene.getRoot().lookupAll(".num").stream()
                    .map(Label.class::cast)
                    .filter(Label::isVisible)
                    .toList());
    assertThat(figures).extracting(Label::getText).containsExactly("0.20", "0.95", "0.99");
    Label limit = figures.get(1);
    Label figure = figures.get(2);
    assertThat(limit.getLayoutX() + limit.getWidth()).isLessThan(figure.getLayoutX());
    assertThat(figure.getLayoutX() + figure.getWidth()).isLessThan(407);
    // The marker stands above its figure.
    assertThat(0.991 * 406).isBetween(figure.getLayoutX(), 406.0);
  }

  @Test
  void groupsHaveTheNamesOfTheGoldenRecords() {
    ReviewPair.Side left = side("crm:1", "C-1");
    ReviewPair.Side right = side("pos:2", "C-2");
    ReviewPair.Graph graph =
        new ReviewPair.Graph(
            List.of(
                new ReviewPair.Node("crm:1", "crm", "Oilver Wainwright", "C-1"),
                new ReviewPair.Node("pos:2", "pos", "O Wainwright", "C-2")),
            List.of());
    ReviewPair pair =
        new ReviewPair(
            left, right, List.of(), List.of(), 6, 0.9, 3, "", "", 0.2, 0.95, List.of(), graph);
    assertThat(ClusterPlan.of(pair).groups())
        .extracting(ClusterPlan.Group::name)
        .containsExactly("Oliver Wainwright, C-1", "Oliver Wainwright, C-2");
  }

  private static ReviewPair.Side side(String record, String customer) {
    return new ReviewPair.Side(
        record, "crm", "O Wainwright", customer, "Oliver Wainwright", List.of());
  }
}
