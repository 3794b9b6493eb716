package io.customer360.studio.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.annotation.Annotation.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandoutsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private static Annotation sent(int week, String channel, long people) {
    return new Annotation(Kind.CAMPAIGN, DAY.plusWeeks(week), "W" + week, channel, people);
  }

  private static List<Annotation> weekly() {
    List<Annotation> all = new ArrayList<>();
    for (int week = 0; week < 20; week++) {
      all.add(sent(week, "email", 4_000 + week));
      all.add(sent(week, "sms", 800));
    }
    return all;
  }

  @Test
  void whatIsSentEveryWeekDoesNotStandOut() {
    assertThat(Standouts.of(weekly())).isEmpty();
    assertThat(Standouts.of(List.of())).isEmpty();
  }

  @Test
  void aCampaignIsComparedWithThoseOfItsChannel() {
    List<Annotation> all = weekly();
    Annotation sms = sent(3, "sms", 1_300);
    Annotation email = sent(4, "email", 5_000);
    all.add(sms);
    all.add(email);
    assertThat(Standouts.of(all)).containsExactly(sms);
  }

  @Test
  void whatIsRareStandsOut() {
    List<Annotation> all = weekly();
    Annotation post = sent(2, "post", 300);
    Annotation merged = new Annotation(Kind.MERGE, DAY, "refresh", "", 12);
    all.add(post);
    all.add(merged);
    assertThat(Standouts.of(all)).containsExactly(post, merged);
  }
}
