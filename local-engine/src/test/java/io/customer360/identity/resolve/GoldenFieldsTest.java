package io.customer360.identity.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.identity.PeopleFixture;
import io.customer360.identity.weigh.SourceReliability;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldenFieldsTest {
  private PeopleFixture lake;

  @BeforeEach
  void ngoziInFourSystems() throws Exception {
    lake = new PeopleFixture();
    lake.person(
            "crm:1",
            "loyalty_id",
            "L1",
            "full_name",
            "Ngozi Okafor",
            "email",
            "old@mail.net",
            "phone",
            "+447700900482",
            "birth_date",
            "1984-03-12",
            "address",
            "1 Old Street",
            "postcode",
            "LS1 1AA",
            "city",
            "Leeds",
            "created_at",
            "2019-03-01 10:00:00",
            "updated_at",
            "2024-01-01 10:00:00")
        .person(
            "webshop:1",
            "loyalty_id",
            "L1",
            "full_name",
            "ngozi okafor",
            "email",
            "ngozi.okafor@mail.net",
            "address",
            "14 Beckett Row",
            "postcode",
            "LS6 3QN",
            "city",
            "Leeds",
            "created_at",
            "2020-03-01 10:00:00",
            "updated_at",
            "2026-08-23 10:00:00")
        .person(
            "app:1",
            "loyalty_id",
            "L1",
            "full_name",
            "N Okafor",
            "email",
            "Ngozi.Okafor@mail.net",
            "phone",
            "+447700900999",
            "created_at",
            "2021-03-01 10:00:00",
            "updated_at",
            "2026-09-01 10:00:00")
        .person("pos:1", "loyalty_id", "L1", "phone", "07700 900482", "country", "GB");
    lake.resolve();
  }

  @AfterEach
  void close() throws Exception {
    lake.close();
  }

  private List<String> field(String name) throws Exception {
    return lake.rows(
            "select value, source, rule, source_person_id, file, others from gold.golden_field"
                + " where field = '"
                + name
                + "'")
        .getFirst();
  }

  @Test
  void fullNamesBeatInitialsAndKeepWhatTheyBeat() throws Exception {
    assertThat(field("full_name").subList(0, 5))
        .containsExactly("Ngozi Okafor", "crm", "most complete", "crm:1", "crm.csv");
    assertThat(field("full_name").getLast())
        .isEqualTo(
            "[{\"value\":\"N Okafor\",\"source\":\"app\","
                + "\"recorded_at\":\"2026-09-01T10:00:00Z\",\"reason\":\"less complete\"}]");
    assertThat(field("first_name").getFirst()).isEqualTo("Ngozi");
    assertThat(field("last_name").getFirst()).isEqualTo("Okafor");
  }

  @Test
  void agreementConfirmsContactPoints() throws Exception {
    assertThat(field("email").subList(0, 3))
        .containsExactly("ngozi.okafor@mail.net", "app", "2 of 3 agree");
    assertThat(field("email").getLast())
        .contains("\"value\":\"old@mail.net\"", "\"reason\":\"fewer sources agree\"");
    assertThat(field("phone").subList(0, 3))
        .containsExactly("+447700900482", "crm", "2 of 3 agree");
  }

  @Test
  void addressPartsComeFromTheLatestRecordWithAStreet() throws Exception {
    assertThat(field("address").subList(0, 3))
        .containsExactly("14 Beckett Row", "webshop", "latest");
    assertThat(field("postcode").getFirst()).isEqualTo("LS6 3QN");
    assertThat(field("address").getLast()).contains("1 Old Street", "\"reason\":\"older\"");
    assertThat(field("city").subList(0, 3)).containsExactly("Leeds", "webshop", "all 2 agree");
    assertThat(field("birth_date").subList(0, 3))
        .containsExactly("1984-03-12", "crm", "only source");
  }

  @Test
  void trustRecomputesByHand() throws Exception {
    double sum = 0;
    int agreeing = 0;
    int considered = 0;
    var fields = lake.rows("select source, agreeing, considered from gold.golden_field");
    for (List<String> row : fields) {
      sum += SourceReliability.DEFAULT.of(row.get(0));
      agreeing += Integer.parseInt(row.get(1));
      considered += Integer.parseInt(row.get(2));
    }
    List<Double> trust =
        lake
            .rows("select reliability, freshness, agreement, completeness, trust from gold.trust")
            .getFirst()
            .stream()
            .map(Double::valueOf)
            .toList();
    assertThat(trust.get(0)).isCloseTo(sum / fields.size(), within(0.00005));
    // 1 September to 20 November 2026 are 80 days
    assertThat(trust.get(1)).isCloseTo(Math.pow(0.5, 80 / 1095.0), within(0.00005));
    assertThat(trust.get(2)).isCloseTo((double) agreeing / considered, within(0.00005));
    assertThat(trust.get(3)).isEqualTo(1.0);
    assertThat(trust.get(4))
        .isCloseTo(trust.get(0) * trust.get(1) * trust.get(2) * trust.get(3), within(0.00005));
  }

  @Test
  void nothingKnownIsNotTrusted() throws Exception {
    lake.person("online:17850").resolve();
    String id = lake.customerOf("online:17850");
    assertThat(
            lake.rows(
                "select completeness, trust from gold.trust where customer_id = '" + id + "'"))
        .containsExactly(List.of("0.2", "0.085"));
  }
}
