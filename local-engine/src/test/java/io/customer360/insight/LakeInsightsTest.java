package io.customer360.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.assistant.center.HandMadeLake;
import io.customer360.job.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LakeInsightsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T09:40:00Z"), ZoneOffset.UTC);

  @Test
  void findsTheRecallAndKeepsItDismissed() throws Exception {
    try (HandMadeLake lake = new HandMadeLake()) {
      new InsightSchema().statements().forEach(lake::sql);
      LakeInsights insights =
          new LakeInsights(lake.lakehouse(), "GBP", ZoneId.of("Europe/London"), CLOCK);
      lake.sql("update gold.order_line set sku = 'RA-210' where batch is not null");
      insights.refresh(Progress.NONE);
      InsightCard recall =
          insights.cards().stream()
              .filter(c -> c.topic() == InsightCard.Topic.RECALL)
              .findFirst()
              .orElseThrow();
      assertThat(recall.id()).isEqualTo("recall:26-08");
      assertThat(recall.finding()).startsWith("Ridgeline Anorak recall");
      assertThat(recall.evidence().total()).isPositive();
      assertThat(recall.state()).isEqualTo(InsightCard.State.UNSEEN);
      assertThat(insights.summary().words()).contains("shifts checked");

      insights.markSeen(recall.id());
      insights.dismiss(recall.id(), "Handled by the store");
      insights.refresh(Progress.NONE);
      assertThat(insights.cards()).noneMatch(c -> c.id().equals(recall.id()));
      assertThat(insights.dismissed().getFirst().reason()).isEqualTo("Handled by the store");
      insights.restore(recall.id());
      assertThat(insights.cards()).anyMatch(c -> c.id().equals(recall.id()));
    }
  }

  @Test
  void noiseAloneKeepsFalseFindingsRare() {
    Random random = new Random(7);
    int rounds = 400;
    int withFinding = 0;
    for (int round = 0; round < rounds; round++) {
      List<Double> p = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        p.add(Statistics.twoSided(random.nextGaussian()));
      }
      withFinding += Statistics.keep(p, 0.05).contains(true) ? 1 : 0;
    }
    assertThat((double) withFinding / rounds).isLessThan(0.085);
  }

  @Test
  void aRealShiftIsKeptAmongNoise() {
    List<Double> p = new ArrayList<>(List.of(Statistics.twoProportions(60, 1000, 110, 1000)));
    for (int i = 1; i <= 50; i++) {
      p.add(i / 50.0);
    }
    List<Boolean> kept = Statistics.keep(p, 0.05);
    assertThat(kept.getFirst()).isTrue();
    assertThat(kept.stream().filter(k -> k).count()).isEqualTo(1);
    assertThat(Statistics.twoSided(1.959964)).isBetween(0.0499, 0.0501);
  }
}
