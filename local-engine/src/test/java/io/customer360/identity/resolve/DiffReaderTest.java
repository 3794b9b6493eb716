package io.customer360.identity.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class DiffReaderTest {
  @Test
  void everyAnswerThatWouldBecomeLooserIsNamedAndStandsFirst() throws Exception {
    try (Connection lake = DriverManager.getConnection("jdbc:duckdb:")) {
      // 300 customers are each taken apart: the half without the no was never asked.
      for (String sql :
          new String[] {
            "create schema gold",
            """
            create temp table identity_before as
            select 'r' || i as source_person_id, 'C-' || (i // 2) as customer_id from range(600) t(i)
            """,
            """
            create temp table identity_after as
            select 'r' || i as source_person_id,
              'C-' || (i // 2) || case when i % 2 = 1 then 'b' else '' end as customer_id
            from range(600) t(i)
            """,
            "create table gold.identity_link as from identity_after",
            """
            create temp table identity_consent_before as
            select customer_id, 'marketing' as purpose, 'email' as channel, 'no' as status
            from identity_before group by all
            union all select 'C-0', 'marketing', 'sms', 'yes'
            """,
            """
            create temp table identity_consent_after as
            select customer_id, 'marketing' as purpose, 'email' as channel,
              case when customer_id = 'C-1b' then 'yes' else 'no' end as status
            from identity_after where customer_id not like '%b' or customer_id = 'C-1b'
            union all select 'C-0', 'marketing', 'sms', 'no'
            union all select 'C-0b', 'marketing', 'sms', 'yes'
            """
          }) {
        Rows.run(lake, sql);
      }

      ResolutionDiff diff = new DiffReader(lake).read();

      assertThat(diff.loosened()).hasSize(300).allMatch(change -> "no".equals(change.before()));
      assertThat(diff.loosened())
          .contains(
              new ResolutionDiff.ConsentChange("C-1", "C-1b", "marketing", "email", "no", "yes"),
              new ResolutionDiff.ConsentChange("C-2", "C-2b", "marketing", "email", "no", null));
      assertThat(diff.consentTotal()).isEqualTo(301);
      assertThat(diff.consents()).hasSize(200).allMatch(diff.loosened()::contains);
    }
  }
}
