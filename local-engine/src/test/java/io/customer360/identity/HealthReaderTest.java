package io.customer360.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.rules.MatchThresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ties and what was prevented, on people one can count by hand.
final class HealthReaderTest {
  private static IdentityHealth health(PeopleFixture lake) throws Exception {
    IdentitySummary summary =
        new IdentitySummary(
            Long.parseLong(
                lake.rows("select count(*) from gold.identity_link").getFirst().getFirst()),
            lake.customers().size(),
            List.of(),
            0,
            List.of());
    return new HealthReader(lake.connection, MatchThresholds.DEFAULT)
        .read(summary, 0, ModelView.NONE);
  }

  @Test
  void aPairThatSharesTwoIdentifiersCountsOnce() throws Exception {
    try (PeopleFixture lake = new PeopleFixture()) {
      // 1 and 2 share mailbox and card, 2 and 3 the card only, 1 and 3 the card; 4 hangs on 1 alone
      lake.person("crm:1", "first_name", "Ann", "email", "ann@x.org", "loyalty_id", "L1")
          .person("web:2", "first_name", "Ann", "email", "ann@x.org", "loyalty_id", "L1")
          .person("app:3", "first_name", "Ann", "loyalty_id", "L1")
          .person("pos:4", "first_name", "Ann", "email", "ann@x.org")
          .person("pos:5", "first_name", "Zoe", "email", "zoe@x.org");
      lake.resolve();
      assertThat(lake.together("crm:1", "web:2", "app:3", "pos:4")).isTrue();

      IdentityHealth.Ties ties = health(lake).ties();

      // of the six pairs only app:3 and pos:4 share nothing
      assertThat(ties).isEqualTo(new IdentityHealth.Ties(5, 0, 0, 1));
      assertThat(ties.share(ties.transitive())).isEqualTo(1 / 6.0);
    }
  }

  @Test
  void whatDidNotJoinStrangersIsCounted() throws Exception {
    try (PeopleFixture lake = new PeopleFixture()) {
      String[] names = {"Ann", "Bob", "Chidi", "Dora", "Ewan", "Fiona"};
      for (int i = 0; i < names.length; i++) {
        lake.person("crm:" + i, "full_name", names[i] + " Reid", "email", "all@x.org");
      }
      // a mailbox of two, told apart by name
      lake.person("web:1", "full_name", "Gwen Marsh", "email", "two@x.org")
          .person("web:2", "full_name", "Hamza Marsh", "email", "two@x.org");
      lake.resolve();

      IdentityHealth health = health(lake);

      assertThat(health.prevented().keptApart()).isEqualTo(1);
      assertThat(health.prevented().refused()).isEqualTo(1);
      assertThat(health.prevented().total()).isEqualTo(2);
      assertThat(health.alarms()).containsExactly(new IdentityHealth.Alarm("e-mail", 1, 6, 6));
    }
  }
}
